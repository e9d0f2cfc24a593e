import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { COLUMNS } from '#core/align.ts';
import { useTimeline } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import type { TimelineState } from '#timeline/state.ts';
import { type AppState, isLive } from '../app-store.ts';
import { useApp } from '../use-app.ts';

const Notices = lazyView(() => import('./notices.tsx').then(({ Notices: view }) => view));

/** Most pages never have anything to say here, and then load none of the words for it. */
export function NoticePlace() {
  const isAppSaying = useApp(appHasNews);
  const isTimelineSaying = useTimeline(timelineHasNews);
  if (!isAppSaying && !isTimelineSaying) return null;
  return (
    <Part name="What went wrong">
      <Notices />
    </Part>
  );
}

function appHasNews({ live, unavailable, resume, forgets }: AppState): boolean {
  return (live !== 'starting' && !isLive(live)) || unavailable !== null || resume !== null || forgets !== null;
}

function timelineHasNews(state: TimelineState): boolean {
  return (
    state.failed !== null ||
    state.linkProblem !== null ||
    COLUMNS.some((column) => (branchOf(state, column)?.problem ?? null) !== null)
  );
}
