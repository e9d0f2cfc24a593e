import { readKept } from '../kept.ts';
import { timeline } from '../timeline.ts';

/** Where the runs of the last visit are kept. */
export const RUNS_KEY = 'claimcheck.runs';
/** The parameters of a link that ask for other runs than the lesson's own. */
const OTHER_RUNS = /[?&][lr][sen]?=/;

/**
 * Resolves as soon as there are runs that nobody should lose: made here, asked for by the address or a file, or kept by an earlier visit.
 * Until then the files that keep them are not needed.
 */
export function runsToKeep(): Promise<void> {
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
