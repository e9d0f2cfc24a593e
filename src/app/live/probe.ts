import type { RequestHandler } from 'msw';
import { http, HttpResponse } from 'msw/http';
import type { Fetch } from '#browser/wire.ts';
import { APP_ORIGIN, WIRE } from '#core/wire.ts';
import { within } from './patience.ts';

/** No route of the server: a request to it asks whether requests reach this page, and nothing else. */
const PROBE_URL = `${APP_ORIGIN}/.well-known/claimcheck-probe`;

/** A worker that slept has to start first. */
const PATIENCE_MS = 2_000;

/** A question that only this page can answer. */
export interface Probe {
  readonly handler: RequestHandler;
  /** Whether a request sent in this way comes back to this page. The caller has made sure that it cannot go anywhere else. */
  confirm(send: Fetch): Promise<boolean>;
}

export function createProbe(): Probe {
  const answer = crypto.randomUUID();
  return {
    handler: http.get(PROBE_URL, () => HttpResponse.text(answer)),
    async confirm(send) {
      const request = new Request(PROBE_URL, {
        headers: { [WIRE.run]: 'probe' },
        credentials: 'omit',
        cache: 'no-store',
      });
      const asked = send(request).then((response) => response.text());
      return (await within(PATIENCE_MS, asked)) === answer;
    },
  };
}
