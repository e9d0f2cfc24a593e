import { USER_AGENTS } from '#core/actors.ts';
import { COSTS } from '#core/costs.ts';
import {
  byteLength,
  type HeaderField,
  type HttpRequest,
  type HttpResponse,
} from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import { attachCookies, storeCookies } from './browser-cookies.ts';
import { carriedByRequest, carriedByResponse } from './carried.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { fromWire, toWire } from './wire.ts';

/** What a script asks of the browser. */
export interface Errand {
  readonly method: 'GET' | 'POST';
  /** On the app's own origin: `/users.php`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: JsonValue;
  /** The value of the `Authorization` field. */
  readonly authorization?: string;
  /** The value of the field `session-id`. */
  readonly sessionId?: string;
  /**
   * `jar`: as the browser does by itself. `omit`: none (`credentials: 'omit'`).
   * Anything else is a `Cookie` field that a person wrote by hand.
   */
  readonly cookies?: 'jar' | 'omit' | { readonly field: string };
}

/**
 * One round trip from the page at `https://app.example`: the request leaves,
 * the response arrives, the browser keeps what it is told to keep.
 * @returns the response, whatever its status.
 * @throws what `fetch` rejected with, when nothing answered.
 */
export async function exchange(
  tools: ClientTools,
  open: OpenExchange,
  errand: Errand,
): Promise<HttpResponse> {
  const { recorder, tags } = open;
  const device = tools.device.get().id;
  const hop = COSTS.hop.micros;

  // region: http-client.send
  const message = requestMessage(tools, open, errand);
  const answers = await recorder.perform(
    'ask',
    'http-client.send',
    hop,
    (id) => ({
      fact: {
        kind: 'request',
        from: device,
        to: tools.server,
        message,
        credentials: carriedByRequest(message),
      },
      value: id,
    }),
  );
  const answer = await tools.fetch(toWire(message, tags));
  // endregion

  // region: http-client.receive
  const response = await fromWire(answer);
  await recorder.perform('answer', 'http-client.receive', hop, () => ({
    fact: {
      kind: 'response',
      from: tools.server,
      to: device,
      answers,
      message: response,
      credentials: carriedByResponse(response),
    },
    value: undefined,
  }));
  storeCookies(tools, open, message.url, response);
  return response;
  // endregion
}

/**
 * The message as it leaves a browser, without what changes nothing here
 * (`Accept-Language`, `Sec-Fetch-*`, `Connection`, …).
 */
function requestMessage(
  tools: ClientTools,
  open: OpenExchange,
  errand: Errand,
): HttpRequest {
  const { method, path, authorization, cookies = 'jar' } = errand;
  const url = new URL(path, APP_ORIGIN);
  const body = errand.json === undefined ? '' : JSON.stringify(errand.json);
  const headers: HeaderField[] = [
    ['Host', url.host],
    ['User-Agent', USER_AGENTS[tools.device.get().id]],
    ['Accept', 'application/json'],
  ];
  if (body !== '') headers.push(['Content-Type', 'application/json']);
  if (method === 'POST') {
    headers.push(['Content-Length', String(byteLength(body))]);
    // Sent with every request that may change something, to the page's own
    // origin too (Fetch standard, "append a request Origin header").
    headers.push(['Origin', APP_ORIGIN]);
  }
  if (authorization !== undefined)
    headers.push(['Authorization', authorization]);
  if (errand.sessionId !== undefined)
    headers.push(['session-id', errand.sessionId]);
  const field =
    cookies === 'jar'
      ? attachCookies(tools, open, url.href, method)
      : byHand(cookies);
  if (field !== '') headers.push(['Cookie', field]);
  return { method, url: url.href, headers, body };
}

function byHand(cookies: 'omit' | { readonly field: string }): string {
  return cookies === 'omit' ? '' : cookies.field;
}
