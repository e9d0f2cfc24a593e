import { cacheName, isSimulatedHost, KEEP_FILES, keptAnswer, staleCaches, type KeptAnswer } from './precache.ts';

/** Put in by the build: files to keep in any case, files to keep when they are first asked for, and a digest of all. Empty in development. */
declare const PRECACHE: {
  readonly revision: string;
  readonly files: readonly string[];
  readonly onUse: readonly string[];
};

/** What is used of a service worker's scope; TypeScript cannot hold its library and the page's at once. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  fetch: typeof fetch;
  importScripts(url: string): void;
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'message', listen: (event: LifeEvent & { readonly data: unknown }) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response> | Response): void;
}

const worker = globalThis as unknown as WorkerScope;
const scope = worker.registration.scope;
const { revision } = PRECACHE;
const files = new Set([...PRECACHE.files, ...PRECACHE.onUse]);

/** After this long a page load is answered with the kept document: half a network is worse than none. */
const PATIENCE_MS = 1500;

// MSW unregisters its worker when the last tab closes; the app would not open offline any more.
Object.defineProperty(worker.registration, 'unregister', { value: async () => false });

// MSW makes a new version take over at once. Open pages would then ask for files which the old version kept and the
// new one does not have, so a new version waits until the last page of the old one is closed.
if (worker.registration.active) {
  Object.defineProperty(worker, 'skipWaiting', { value: async () => undefined });
}

// Where MSW lets a request pass, it does so with this function: to a simulated host nothing may pass.
const passOn = worker.fetch.bind(worker);
worker.fetch = (input, init) =>
  isSimulatedHost(input instanceof Request ? input.url : String(input))
    ? Promise.resolve(Response.error())
    : passOn(input, init);

// A first visit wants the worker at once and asks for the files to be kept once it is live. A newer version has time until the older one’s
// pages are closed, and when it takes over there may be no network.
worker.addEventListener('install', (event) => {
  if (worker.registration.active) event.waitUntil(keepFiles());
});

worker.addEventListener('message', (event) => {
  if (event.data === KEEP_FILES) event.waitUntil(keepFiles());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropStale());
});

// Before MSW's listener, which would ask the page about every request, its own files included.
worker.addEventListener('fetch', (event) => {
  const { url, method, mode, headers } = event.request;
  const kept = keptAnswer({ url, method, mode, simulated: headers.has('x-sim-run') }, scope, files);
  if (!kept) return;
  event.stopImmediatePropagation();
  event.respondWith(kept.kind === 'document' ? freshOrKept(event.request, kept) : keptOrFresh(event.request, kept));
});

worker.importScripts('mockServiceWorker.js');

// After MSW's listener: what it left alone would go out to the network.
worker.addEventListener('fetch', (event) => {
  if (!isSimulatedHost(event.request.url)) return;
  try {
    event.respondWith(Response.error());
  } catch {
    // MSW has taken it.
  }
});

/** All that is not kept yet, or nothing of it. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName(scope, revision));
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = PRECACHE.files.filter((file) => !kept.has(new URL(file, scope).href));
  await cache.addAll(missing.map((file) => new Request(new URL(file, scope), { cache: cacheModeOf(file) })));
}

/** A file whose name changes with its content may come from where the browser kept it for the page; of the others an old version may lie there. */
function cacheModeOf(file: string): RequestCache {
  return file.startsWith('assets/') ? 'default' : 'no-cache';
}

async function dropStale(): Promise<void> {
  const stale = staleCaches(await caches.keys(), scope, revision);
  await Promise.all(stale.map((name) => caches.delete(name)));
}

async function readKept({ file }: KeptAnswer): Promise<Response | undefined> {
  const cache = await caches.open(cacheName(scope, revision));
  return cache.match(new URL(file, scope));
}

async function keptOrFresh(request: Request, kept: KeptAnswer): Promise<Response> {
  const known = await readKept(kept);
  if (known) return known;
  const fresh = await passOn(request);
  // It is given out in any case: where there is no room to keep it, it is fetched again next time.
  if (fresh.ok) await keep(kept, fresh.clone()).catch(() => undefined);
  return fresh;
}

async function keep({ file }: KeptAnswer, fresh: Response): Promise<void> {
  const cache = await caches.open(cacheName(scope, revision));
  await cache.put(new URL(file, scope), fresh);
}

async function freshOrKept(request: Request, kept: KeptAnswer): Promise<Response> {
  const fresh = passOn(request).then(
    (response) => (response.ok || response.type === 'opaqueredirect' ? response : undefined),
    () => undefined,
  );
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, undefined);
  });
  return (await Promise.race([fresh, late])) ?? (await readKept(kept)) ?? passOn(request);
}
