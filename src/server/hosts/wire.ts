import { isDevice, USER_AGENTS } from '#core/actors.ts';
import type { HeaderField, HttpResponse } from '#core/http.ts';
import { WIRE } from '#core/wire.ts';
import type { ReceivedRequest } from '../call.ts';

/*
 * The one place on the server's side where the names that headers have inside the page are turned into the true ones and
 * back (`core/wire.ts`). Over a real socket nothing of this happens.
 */

/** What really crossed `fetch` → the true message. */
export async function readWire(request: Request): Promise<ReceivedRequest> {
  return {
    method: request.method,
    url: withoutFragment(request.url),
    headers: [...request.headers].flatMap(trueField),
    bytes: new Uint8Array(await request.arrayBuffer()),
  };
}

/** The true message → what really crosses `fetch`. */
export function writeWire({ status, headers, body }: HttpResponse): Response {
  const fields = new Headers();
  const cookies: string[] = [];
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'set-cookie') cookies.push(value);
    else fields.append(name, value);
  }
  if (cookies.length > 0) fields.set(WIRE.setCookie, JSON.stringify(cookies));
  return new Response(body === '' ? null : body, { status, headers: fields });
}

const TRUE_NAMES: Readonly<Record<string, string>> = {
  [WIRE.cookie]: 'Cookie',
  [WIRE.origin]: 'Origin',
};

/** Tags of the simulation, and what the browser around it added, are no part of the message. */
const DROPPED: ReadonlySet<string> = new Set([
  WIRE.run,
  WIRE.request,
  WIRE.setCookie,
  'cookie',
  'origin',
  'user-agent',
]);

function trueField([name, value]: [string, string]): readonly HeaderField[] {
  if (DROPPED.has(name)) return [];
  if (name === WIRE.device) {
    return isDevice(value) ? [['User-Agent', USER_AGENTS[value]]] : [];
  }
  return [[TRUE_NAMES[name] ?? name, value]];
}

function withoutFragment(url: string): string {
  return url.split('#', 1).join('');
}
