import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { currentFragment, keepAddress } from '../address.ts';
import type { Place } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import styles from './header.module.css';

const HeaderTools = lazyView(() => import('./header-tools.tsx').then(({ HeaderTools: view }) => view));

const PLACES: readonly { readonly place: Place; readonly name: string }[] = [
  { place: 'flows', name: 'Flows' },
  { place: 'token', name: 'Token' },
];

export function Header() {
  const place = useApp((state) => state.place);
  return (
    <header className={styles['header']}>
      <a className={styles['brand']} href="#/" aria-label="Claimcheck, home">
        <img src="./icon.svg" width="32" height="32" alt="" />
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
              else keepAddress();
            }}
          >
            {name}
          </a>
        ))}
      </nav>
      <div className={styles['tools']}>
        <Part name="The page’s tools">
          <HeaderTools />
        </Part>
      </div>
    </header>
  );
}
