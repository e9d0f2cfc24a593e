/** What a page tells the worker once nothing more urgent is fetched: to keep all that the app needs without a network. */
export const KEEP_FILES = 'claimcheck:keep-files';

/** What the worker has to know of a request to decide, before anything asynchronous, whether it answers it. */
export interface AskedFor {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
  /** Whether `x-sim-run` is among its headers: then it belongs to a simulated run. */
  readonly simulated: boolean;
}

/**
 * `document`: a page load; the network's answer is fresher, the kept one is the fallback.
 * `file`: a built file; its name or the worker's revision changes with its content, so the kept one is right.
 */
export type KeptAnswer = { readonly kind: 'document' | 'file'; readonly file: string };

/** The document is kept under the folder's own URL: some hosts redirect `index.html` to it, and a redirect cannot be kept. */
const DOCUMENT = '';

/**
 * Which kept file answers a request, if any. Requests of simulated runs, to other hosts (all `.example` hosts are),
 * outside the worker's scope, and with a method other than GET are never answered from what was kept.
 * @param scope the URL of the folder that the app was served from, with its last slash.
 * @param files names of the kept files relative to the scope.
 */
export function keptAnswer(asked: AskedFor, scope: string, files: ReadonlySet<string>): KeptAnswer | null {
  if (asked.method !== 'GET' || asked.simulated || !asked.url.startsWith(scope)) return null;
  const { pathname, search } = new URL(asked.url);
  const file = pathname.slice(new URL(scope).pathname.length);
  if (asked.mode === 'navigate') {
    const opened = file === DOCUMENT || file === 'index.html';
    return opened && files.has(DOCUMENT) ? { kind: 'document', file: DOCUMENT } : null;
  }
  return search === '' && file !== DOCUMENT && files.has(file) ? { kind: 'file', file } : null;
}

/** The simulated web lives under a name that no real host can have (RFC 6761, section 6.5). */
export function isSimulatedHost(url: string): boolean {
  return new URL(url).hostname.endsWith('.example');
}

/** One origin may serve the app from several folders: each keeps its own files, one set per revision of the build. */
export function cacheName(scope: string, revision: string): string {
  return `${cachePrefix(scope)}${revision}`;
}

/** The caches of this folder that belong to another revision. */
export function staleCaches(names: readonly string[], scope: string, revision: string): readonly string[] {
  return names.filter((name) => name.startsWith(cachePrefix(scope)) && name !== cacheName(scope, revision));
}

function cachePrefix(scope: string): string {
  return `claimcheck ${scope} `;
}
