import { http, type HttpHandler } from 'msw/http';
import { APP_ORIGIN } from '#core/wire.ts';

/** Finds the world that a request belongs to and lets it answer. */
export type Receive = (request: Request) => Promise<Response>;

/**
 * Handlers for the Mock Service Worker: everything that is sent to the site, by any method. The address is absolute, so that they
 * hold in a worker, in the fallback without one and in Node, whatever the page's own address.
 */
export function handlers(receive: Receive): readonly HttpHandler[] {
  return [http.all(`${APP_ORIGIN}/*`, ({ request }) => receive(request))];
}
