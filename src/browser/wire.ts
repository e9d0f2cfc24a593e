import type { DeviceId } from '#core/actors.ts';
import type { HeaderField, HttpRequest, HttpResponse } from '#core/http.ts';
import { WIRE } from '#core/wire.ts';

/**
 * How a request leaves: the page's `fetch` behind the Mock Service Worker, or
 * the server's adapter called directly.
 */
export type Fetch = (request: Request) => Promise<Response>;

/** What a request carries for the simulation's own use. Never recorded. */
export interface WireTags {
  readonly device: DeviceId;
  readonly run: string;
  readonly request: string;
}

/**
 * Set by the browser itself and forbidden to page scripts (Fetch standard,
 * "forbidden request-header").
 */
const STAND_INS: Readonly<Record<string, string | null>> = {
  cookie: WIRE.cookie,
  origin: WIRE.origin,
  // The device's tag stands for it.
  'user-agent': null,
  // The URL and the body say it again.
  host: null,
  'content-length': null,
};

/**
 * The true message → what really crosses `fetch`. The only place in the browser
 * that writes `x-sim-*`.
 */
export function toWire(request: HttpRequest, tags: WireTags): Request {
  const headers = new Headers();
  for (const [name, value] of request.headers) {
    const standIn = STAND_INS[name.toLowerCase()];
    if (standIn !== null) headers.append(standIn ?? name, value);
  }
  headers.set(WIRE.device, tags.device);
  headers.set(WIRE.run, tags.run);
  headers.set(WIRE.request, tags.request);
  return new Request(request.url, {
    method: request.method,
    headers,
    body: request.body === '' ? null : request.body,
    credentials: 'omit',
    cache: 'no-store',
  });
}

/**
 * What came back from `fetch` → the true message: fields in alphabetical order
 * (`Headers` keeps no other), then every `Set-Cookie` in the server's order,
 * under the names' usual spelling.
 * @throws TypeError when the stand-in for `Set-Cookie` is not a JSON array of
 *   strings.
 */
export async function fromWire(response: Response): Promise<HttpResponse> {
  const fields = [...response.headers].filter(([name]) => !isInternal(name));
  const headers: HeaderField[] = fields.map(([name, value]) => [
    canonicalName(name),
    value,
  ]);
  for (const cookie of setCookies(response.headers.get(WIRE.setCookie)))
    headers.push(['Set-Cookie', cookie]);
  return { status: response.status, headers, body: await response.text() };
}

function isInternal(name: string): boolean {
  return name.startsWith('x-sim-');
}

function setCookies(standIn: string | null): readonly string[] {
  if (standIn === null) return [];
  const list: unknown = JSON.parse(standIn);
  if (Array.isArray(list) && list.every((item) => typeof item === 'string'))
    return list;
  throw new TypeError(`${WIRE.setCookie} is not a list of strings`);
}

/** Words whose capitals are not just the first letter. */
const SPELLINGS: Readonly<Record<string, string>> = {
  www: 'WWW',
  etag: 'ETag',
};

/** `content-type` → `Content-Type`, `www-authenticate` → `WWW-Authenticate`. */
function canonicalName(name: string): string {
  return name
    .split('-')
    .map(
      (word) => SPELLINGS[word] ?? word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('-');
}
