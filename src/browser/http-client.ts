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
import { NetworkError } from './network-error.ts';
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
 * @throws NetworkError when the server says nothing any more; otherwise what
 *   `fetch` rejected with.
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
  const answer = await answerTo(open, tools.fetch(toWire(message, tags)));
  // endregion

  if (answer instanceof NetworkError) {
    // region: http-client.lost
    await recorder.perform('answer', 'http-client.lost', hop, () => ({
      fact: { kind: 'failure', answers, problem: answer.code },
      value: undefined,
    }));
    throw answer;
    // endregion
  }

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

/** What the server said, or that it says nothing any more. */
async function answerTo(
  { problem }: OpenExchange,
  asked: Promise<Response>,
): Promise<Response | NetworkError> {
  try {
    const answer = await asked;
    const code = problem?.() ?? null;
    return code === null ? answer : new NetworkError(code);
  } catch (error) {
    const code = problem?.() ?? null;
    if (code === null) throw error;
    return new NetworkError(code);
  }
}

/** Every character that a field may hold (RFC 9110 §5.5), as `fetch` asks. */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * A value that a person has edited may be none that a header can hold: then
 * nothing is sent.
 */
function requireSendable(
  { recorder }: OpenExchange,
  headers: readonly HeaderField[],
): void {
  if (headers.every(([, value]) => FIELD_VALUE.test(value))) return;
  // region: http-client.refuse
  const problem = 'not-sendable';
  const fact = { kind: 'failure', answers: null, problem } as const;
  recorder.note('ask', 'http-client.refuse', fact);
  throw new NetworkError(problem);
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
  requireSendable(open, headers);
  // White space around a value is no part of it (RFC 9110 §5.5).
  const trimmed = headers.map(([name, value]): HeaderField => [
    name,
    value.trim(),
  ]);
  return { method, url: url.href, headers: trimmed, body };
}

function byHand(cookies: 'omit' | { readonly field: string }): string {
  return cookies === 'omit' ? '' : cookies.field;
}
