import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { Transport } from '../transport/transport.tsx';
import { useApp } from '../use-app.ts';
import { DiagramPanel } from './diagram-panel.tsx';
import { LessonBar } from './lesson-bar.tsx';
import { NoticePlace } from './notice-place.tsx';
import styles from './workbench.module.css';

// A step needs the diagram and the transport. The rest has its place kept, and is there before a reader looks for it.
const LowerPanel = lazy(() => import('./lower-panel.tsx').then(({ LowerPanel: view }) => ({ default: view })));
const Inspector = lazy(() => import('../inspector/inspector.tsx').then(({ Inspector: view }) => ({ default: view })));
const Announcer = lazy(() => import('./announcer.tsx').then(({ Announcer: view }) => ({ default: view })));
const LinkProblemPanel = lazy(() =>
  import('./link-problem-panel.tsx').then(({ LinkProblemPanel: panel }) => ({ default: panel })),
);

/** Both systems, what they remember, and what to say about it, at one step of one comparison. */
export function Workbench() {
  const problem = useApp((state) => state.linkProblem);
  if (problem) {
    return (
      <Suspense>
        <LinkProblemPanel problem={problem} />
      </Suspense>
    );
  }
  return (
    <div className={styles['workbench']}>
      <div className={styles['left']}>
        <LessonBar />
        <NoticePlace />
        <Run />
      </div>
      <div className={styles['inspector']}>
        <ErrorBoundary name="The inspector">
          <Suspense fallback={<section aria-label="Inspector" aria-busy="true" />}>
            <Inspector />
          </Suspense>
        </ErrorBoundary>
      </div>
      <div className={styles['transport']}>
        <ErrorBoundary name="The transport">
          <Transport />
        </ErrorBoundary>
      </div>
      <Suspense>
        <Announcer />
      </Suspense>
    </div>
  );
}

function Run() {
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  const hasFailed = useTimeline((state) => state.failed !== null);
  const isUnavailable = useApp((state) => state.unavailable !== null);
  if (!comparison) {
    const text = hasFailed || isUnavailable ? 'There is no run to show.' : 'Loading the lesson…';
    return <p className={styles['waiting']}>{text}</p>;
  }
  return (
    <>
      <ErrorBoundary name="The diagram" resetKey={cursor}>
        <DiagramPanel comparison={comparison} />
      </ErrorBoundary>
      <div className={styles['storage']}>
        <ErrorBoundary name="What stands under the diagram" resetKey={cursor}>
          <Suspense fallback={<section aria-label="Storage" aria-busy="true" />}>
            <LowerPanel comparison={comparison} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </>
  );
}
