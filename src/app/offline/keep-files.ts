import { KEEP_FILES } from './precache.ts';

/** The lesson on screen is run live meanwhile: fetching two hundred files beside it would hold it up. */
const PAUSE_MS = 1_000;

/** Has the worker of this page, where there is one, keep what it does not have yet: a moment later, in the background. */
export function keepFilesForOffline(): void {
  setTimeout(() => navigator.serviceWorker.controller?.postMessage(KEEP_FILES), PAUSE_MS);
}
