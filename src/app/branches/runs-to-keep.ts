import { EMPTY_STATE, type TimelineState } from '#timeline/state.ts';
import { readKept } from '../kept.ts';
import { timeline } from '../timeline.ts';

/** Where the runs of the last visit are kept. */
export const RUNS_KEY = 'claimcheck.runs';
/** The parameters of a link that ask for other runs than the lesson's own. */
const OTHER_RUNS = /[?&][lr][sen]?=/;

/** What keeps runs, given what was on the table whenever a lesson was left before it had come. */
type KeepRuns = (left: readonly TimelineState[]) => void;

/**
 * Loads what keeps runs as soon as there are some that nobody should lose: made here, asked for by the address or a file, or kept by an earlier
 * visit. Until then its files are not needed.
 */
export async function keepRunsOnceThere(load: () => Promise<{ readonly keepRuns: KeepRuns }>): Promise<void> {
  const left: TimelineState[] = [];
  const stopWatching = timeline.store.subscribe((state, before) => {
    if (isOpenedAnew(state, before)) left.push(before);
  });
  await runsToKeep();
  const { keepRuns } = await load();
  stopWatching();
  keepRuns(left);
}

/** Whether a lesson has been opened: another, or the same from its beginning. */
export function isOpenedAnew(state: TimelineState, before: TimelineState): boolean {
  if (state.lesson !== before.lesson) return true;
  return state.past === EMPTY_STATE.past && before.past !== EMPTY_STATE.past;
}

function runsToKeep(): Promise<void> {
  const { store } = timeline;
  const isThere = (): boolean => {
    const { past, branches } = store.getState();
    if (past.length > 0 || OTHER_RUNS.test(location.hash)) return true;
    return Object.values(branches).some(({ edits, given }) => edits.length > 0 || given !== null);
  };
  return new Promise((resolve) => {
    if (readKept(RUNS_KEY) !== null || isThere()) {
      resolve();
      return;
    }
    const stop = store.subscribe(() => {
      if (!isThere()) return;
      stop();
      resolve();
    });
  });
}
