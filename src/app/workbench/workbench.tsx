import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
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
const LowerPanel = lazyView(() => import('../lower/lower-panel.tsx').then(({ LowerPanel: view }) => view));
const Inspector = lazyView(() => import('../inspector/inspector.tsx').then(({ Inspector: view }) => view));
const Announcer = lazyView(() => import('./announcer.tsx').then(({ Announcer: view }) => view));
const LinkProblemPanel = lazyView(() =>
  import('./link-problem-panel.tsx').then(({ LinkProblemPanel: panel }) => panel),
);

/** Both systems, what they remember, and what to say about it, at one step of one comparison. */
export function Workbench() {
  const problem = useApp((state) => state.linkProblem);
  if (problem) {
    return (
      <Part name="The reason why this link cannot be opened">
        <LinkProblemPanel problem={problem} />
      </Part>
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
        <Part name="The inspector" fallback={<section aria-label="Inspector" aria-busy="true" />}>
          <Inspector />
        </Part>
      </div>
      <div className={styles['transport']}>
        <ErrorBoundary name="The transport">
          <Transport />
        </ErrorBoundary>
      </div>
      <Part name="What is said to screen readers">
        <Announcer />
      </Part>
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
        <Part
          name="What stands under the diagram"
          resetKey={cursor}
          fallback={<section aria-label="Storage" aria-busy="true" />}
        >
          <LowerPanel comparison={comparison} />
        </Part>
      </div>
    </>
  );
}
