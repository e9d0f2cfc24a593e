import { Button, IconButton } from '#kit/button.tsx';
import type { IconName } from '#kit/icon.tsx';
import { type Theme, THEMES } from '#kit/theme.ts';
import { openDialog } from '../app-store.ts';
import { chooseTheme } from '../choose-theme.ts';
import { useApp } from '../use-app.ts';
import styles from './header.module.css';

/** Share, theme and help: wanted on every page, and by nobody before it is there. */
export function HeaderTools() {
  const place = useApp((state) => state.place);
  return (
    <>
      {place === 'flows' && (
        <Button icon="link" onClick={() => openDialog('share')} className={styles['share']}>
          Share
        </Button>
      )}
      <ThemeButton />
      <Button aria-label="Help and keys" onClick={() => openDialog('help')}>
        ?
      </Button>
    </>
  );
}

const THEME_ICONS: Readonly<Record<Theme, IconName>> = {
  system: 'contrast',
  light: 'sun',
  dark: 'moon',
  projector: 'projector',
};

const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
  projector: 'projector',
};

/** One button through the themes: its name says which is on. */
function ThemeButton() {
  const theme = useApp((state) => state.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <IconButton icon={THEME_ICONS[theme]} label={`Theme: ${THEME_NAMES[theme]}`} onClick={() => chooseTheme(next)} />
  );
}
