/** `system` follows the reader's own setting. The projector theme has more contrast and is a quarter larger. */
export const THEMES = ['system', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: unknown): text is Theme {
  return (THEMES as readonly unknown[]).includes(text);
}

/** Puts a theme on the document's root, where theme.css looks for it. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
