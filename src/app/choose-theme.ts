import { applyTheme, type Theme } from '#kit/theme.ts';
import { appStore } from './app-store.ts';
import { keepPreferences } from './preferences.ts';

/** Shows the page in a theme, now and at the next visit. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme, document.documentElement);
  appStore.setState({ theme });
  keepPreferences({ theme });
}
