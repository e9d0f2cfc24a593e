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
import { LinkProblemPanel } from './link-problem-panel.tsx';
import { Notices } from './notices.tsx';
import { StoragePanels } from './storage-panels.tsx';
import styles from './workbench.module.css';

/** Both systems, what they remember, and what to say about it, at one step of one comparison. */
export function Workbench() {
  const problem = useApp((state) => state.linkProblem);
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  if (problem) return <LinkProblemPanel problem={problem} />;
  return (
    <div className={styles['workbench']}>
      <div className={styles['left']}>
        <LessonBar />
        <Notices />
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
          <p className={styles['waiting']}>Making the first run…</p>
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
