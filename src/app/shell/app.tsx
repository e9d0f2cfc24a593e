import { useState } from 'react';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { useApp } from '../use-app.ts';
import { Workbench } from '../workbench/workbench.tsx';
import { Header } from './header.tsx';
import styles from './app.module.css';

const Dialogs = lazyView(() => import('../dialogs/dialogs.tsx').then(({ Dialogs: view }) => view));
const Bench = lazyView(() => import('../bench-place.tsx').then(({ BenchPlace }) => BenchPlace));

export function App() {
  const place = useApp((state) => state.place);
  const isAsking = useApp((state) => state.dialog !== null || state.palette);
  // Once there, they stay: a dialog that is closed gives the focus back.
  const [wasAsking, setWasAsking] = useState(false);
  if (isAsking && !wasAsking) setWasAsking(true);
  return (
    <div className={styles['app']} data-place={place}>
      <a className={styles['skip']} href="#main" onClick={skipToMain}>
        Skip to the {place === 'flows' ? 'diagram' : 'token'}
      </a>
      <Header />
      <main id="main" tabIndex={-1} className={styles['main']}>
        {place === 'flows' ? (
          <ErrorBoundary name="The workbench">
            <Workbench />
          </ErrorBoundary>
        ) : (
          <Part name="The token bench" fallback={<p className={styles['loading']}>Loading the token bench…</p>}>
            <Bench />
          </Part>
        )}
      </main>
      {wasAsking && (
        <Part name="The dialog">
          <Dialogs />
        </Part>
      )}
    </div>
  );
}

/** The fragment is the app's own link: a skip link must not replace it. */
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
