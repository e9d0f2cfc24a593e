import { COLUMNS } from '#core/align.ts';
import { useTimeline } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import { isLive } from '../app-store.ts';
import { useApp } from '../use-app.ts';

/** Whether both runs are live, or never will be: what only then is of use need not be loaded before. */
export function useSettledRuns(): boolean {
  const runsAreLive = useTimeline((state) => COLUMNS.every((side) => branchOf(state, side)?.status === 'live'));
  const neverLive = useApp(({ live }) => live !== 'starting' && !isLive(live));
  return runsAreLive || neverLive;
}
