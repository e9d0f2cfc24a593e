import type { RequestHandler } from 'msw';
import { http, HttpResponse } from 'msw/http';
import type { Fetch } from '#browser/wire.ts';
import { RunError } from '#core/ports.ts';
import { createProbe } from './probe.ts';
import { interceptByWorker } from './worker-interception.ts';

/** Who catches the requests: a service worker, or MSW in front of the page's own `fetch`. */
export type Via = 'service-worker' | 'interceptor';

interface Way {
  readonly via: Via;
  readonly send: Fetch;
}

/** A network that leads back into this page. */
export interface Interception {
  readonly via: Via;
  /** Sends a request that is answered in this page or not at all. */
  send(request: Request): Promise<Response>;
  /**
   * Makes sure that requests still come back: a page may have slept for long, and a worker may have been removed. Where it has, the other
   * way is taken.
   * @throws RunError `no-interception`
   */
  confirm(): Promise<void>;
}

/** Every host below `.example`, which nobody can own: what no handler answers fails here and never goes out. */
const SIMULATED_HOSTS = /^https?:\/\/(?:[^/?#]*\.)?example(?::\d+)?(?:[/?#]|$)/;

/**
 * Tries a service worker first, then the page's own `fetch`; nothing is sent before a probe has come back.
 * @param handlers answer the simulated site.
 * @param baseUrl the folder of the app, absolute, with its last slash.
 * @throws RunError `no-interception`
 */
export async function intercept(handlers: readonly RequestHandler[], baseUrl: string): Promise<Interception> {
  const probe = createProbe();
  const all = [probe.handler, ...handlers, http.all(SIMULATED_HOSTS, () => HttpResponse.error())];

  const confirmed = async (via: Via, send: Fetch | null): Promise<Way | null> =>
    send && (await probe.confirm(send)) ? { via, send } : null;
  let fallback: Promise<Way | null> | null = null;
  const byFetch = async (): Promise<Way> => {
    fallback ??= import('./fetch-interception.ts').then((way) => confirmed('interceptor', way.interceptByFetch(all)));
    const way = await fallback;
    if (!way) throw new RunError('no-interception');
    return way;
  };

  let way = (await confirmed('service-worker', await interceptByWorker(all, baseUrl))) ?? (await byFetch());
  return {
    get via() {
      return way.via;
    },
    send: (request) => way.send(request),
    async confirm() {
      if (await probe.confirm(way.send)) return;
      if (way.via === 'interceptor') throw new RunError('no-interception');
      way = await byFetch();
    },
  };
}
