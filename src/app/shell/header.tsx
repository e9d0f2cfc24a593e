import { Button, IconButton } from '#kit/button.tsx';
import type { IconName } from '#kit/icon.tsx';
import { type Theme, THEMES } from '#kit/theme.ts';
import { currentFragment } from '../address.ts';
import { openDialog, type Place } from '../app-store.ts';
import { chooseTheme } from '../choose-theme.ts';
import { useApp } from '../use-app.ts';
import { Mark } from './mark.tsx';
import styles from './header.module.css';

const PLACES: readonly { readonly place: Place; readonly name: string }[] = [
  { place: 'flows', name: 'Flows' },
  { place: 'token', name: 'Token' },
];

export function Header() {
  const place = useApp((state) => state.place);
  return (
    <header className={styles['header']}>
      <a className={styles['brand']} href="#/" aria-label="Claimcheck, home">
        <Mark />
        <span>Claimcheck</span>
      </a>
      <nav className={styles['places']} aria-label="Places">
        {PLACES.map(({ place: id, name }) => (
          <a
            key={id}
            href={id === 'flows' ? (currentFragment() ?? '#/') : `#/${id}`}
            aria-current={id === place ? 'page' : undefined}
            className={styles['place']}
            onClick={(event) => {
              if (id === 'flows') event.currentTarget.href = currentFragment() ?? '#/';
            }}
          >
            {name}
          </a>
        ))}
      </nav>
      <div className={styles['tools']}>
        {place === 'flows' && (
          <Button icon="link" onClick={() => openDialog('share')} className={styles['share']}>
            Share
          </Button>
        )}
        <ThemeButton />
        <Button aria-label="Help and keys" onClick={() => openDialog('help')}>
          ?
        </Button>
      </div>
    </header>
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
