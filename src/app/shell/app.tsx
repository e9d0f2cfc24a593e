import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { useApp } from '../use-app.ts';
import { Workbench } from '../workbench/workbench.tsx';
import { Dialogs } from '../dialogs/dialogs.tsx';
import { Header } from './header.tsx';
import styles from './app.module.css';

const Bench = lazy(() => import('../bench-place.tsx').then(({ BenchPlace }) => ({ default: BenchPlace })));

export function App() {
  const place = useApp((state) => state.place);
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
      <Dialogs />
    </div>
  );
}

/** The fragment is the app's own link: a skip link must not replace it. */
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
