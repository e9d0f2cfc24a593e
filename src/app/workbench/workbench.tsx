import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { diagramModel } from '#projections/diagram.ts';
import { storageView } from '#projections/storage.ts';
import { Flight } from '#stage/flight/flight.tsx';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { Transport } from '../transport/transport.tsx';
import { useApp } from '../use-app.ts';
import { Announcer } from './announcer.tsx';
import { DiagramPanel } from './diagram-panel.tsx';
import { LessonBar } from './lesson-bar.tsx';
import { NoticePlace } from './notice-place.tsx';
import { StoragePanels } from './storage-panels.tsx';
import styles from './workbench.module.css';

const LinkProblemPanel = lazy(() =>
  import('./link-problem-panel.tsx').then(({ LinkProblemPanel: panel }) => ({ default: panel })),
);

/** Both systems, what they remember, and what to say about it, at one step of one comparison. */
export function Workbench() {
  const problem = useApp((state) => state.linkProblem);
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  const hasFailed = useTimeline((state) => state.failed !== null);
  const isWaiting = useApp((state) => state.unavailable === null) && !hasFailed;
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
        {comparison ? (
          <>
            <ErrorBoundary name="The diagram" resetKey={cursor}>
              <DiagramPanel comparison={comparison} />
            </ErrorBoundary>
            <ErrorBoundary name="The storage panels" resetKey={cursor}>
              <StoragePanels comparison={comparison} />
            </ErrorBoundary>
            <ErrorBoundary name="The moving credential" resetKey={cursor}>
              <Flight model={diagramModel(comparison)} k={cursor} storage={storageView(comparison, cursor)} />
            </ErrorBoundary>
          </>
        ) : (
          <p className={styles['waiting']}>{isWaiting ? 'Loading the lesson…' : 'There is no run to show.'}</p>
        )}
      </div>
      <Inspector />
      <ErrorBoundary name="The transport" resetKey={cursor}>
        <Transport />
      </ErrorBoundary>
      <Announcer />
    </div>
  );
}
