import { lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { useApp } from '../use-app.ts';
import { Workbench } from '../workbench/workbench.tsx';
import { Header } from './header.tsx';
import styles from './app.module.css';

const Dialogs = lazy(() => import('../dialogs/dialogs.tsx').then(({ Dialogs: view }) => ({ default: view })));
const Bench = lazy(() => import('../bench-place.tsx').then(({ BenchPlace }) => ({ default: BenchPlace })));

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
          <ErrorBoundary name="The token bench">
            <Suspense fallback={<p className={styles['loading']}>Loading the token bench…</p>}>
              <Bench />
            </Suspense>
          </ErrorBoundary>
        )}
      </main>
      {wasAsking && (
        <Suspense>
          <Dialogs />
        </Suspense>
      )}
    </div>
  );
}

/** The fragment is the app's own link: a skip link must not replace it. */
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
