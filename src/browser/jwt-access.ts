import { bearer, readToken } from './bearer.ts';
import { jsonBody } from './carried.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { action } from './facts.ts';
import type { Errand } from './http-client.ts';
import { inJar } from './jar-credential.ts';
import { expiryOf } from './token-peek.ts';
import { keepItem, readItem } from './token-store.ts';
import type { HttpResponse } from '#core/http.ts';

/*
 * The JWT scheme's access token on this side. In a header this script writes it; in a
 * cookie the browser attaches it, and the script knows no more than when it
 * ends.
 */

const COOKIE = '__Host-access';

function isInCookie(tools: ClientTools): boolean {
  return tools.settings().transport === 'cookie';
}

/** The token, or the second at which it ends; null without one. */
export function knownAccess(tools: ClientTools): string | null {
  return readItem(tools, isInCookie(tools) ? 'access_expires' : 'access_token');
}

/** The same, on its way into a request. */
export function takeAccess(
  tools: ClientTools,
  open: OpenExchange,
): string | null {
  return isInCookie(tools) ? knownAccess(tools) : readToken(tools, open);
}

/** The Unix second at which a known access token ends. */
export function accessExpiry(tools: ClientTools, known: string): number | null {
  if (!isInCookie(tools)) return expiryOf(known);
  return /^\d{1,10}$/.test(known) ? Number(known) : null;
}

/** What an answer of the server says of a new access token; null when it has none. */
export function newAccess(
  tools: ClientTools,
  response: HttpResponse,
): string | null {
  const { access_token, expires_in } = jsonBody(response) ?? {};
  if (!isInCookie(tools))
    return typeof access_token === 'string' ? access_token : null;
  return typeof expires_in === 'number'
    ? String(tools.clock.now() + expires_in)
    : null;
}

export function keepAccess(
  tools: ClientTools,
  open: OpenExchange,
  known: string,
): void {
  const key = isInCookie(tools) ? 'access_expires' : 'access_token';
  keepItem(tools, open, key, known);
}

/** How it goes along: written by this script, or attached by the browser. */
export function withAccess(
  tools: ClientTools,
  open: OpenExchange,
  known: string | null,
): Pick<Errand, 'authorization'> {
  if (!isInCookie(tools)) return bearer(open, known);
  if (inJar(tools, COOKIE) !== null) return {};
  // region: jwt-access.without
  const fact = action('no-credential', COOKIE);
  open.recorder.note('ask', 'jwt-access.without', fact);
  return {};
  // endregion
}

/** The same with a token that a person has as text, or with none. */
export function withAccessByHand(
  tools: ClientTools,
  open: OpenExchange,
  token: string | null,
): Pick<Errand, 'authorization' | 'cookies'> {
  if (!isInCookie(tools)) return bearer(open, token);
  if (token !== null) return { cookies: { field: `${COOKIE}=${token}` } };
  // region: jwt-access.nothing
  const fact = action('no-credential', COOKIE);
  open.recorder.note('ask', 'jwt-access.nothing', fact);
  return { cookies: 'omit' };
  // endregion
}

/** Wherever it is: a person with the device reads the jar as well. */
export function accessText(tools: ClientTools): string | null {
  return isInCookie(tools)
    ? inJar(tools, COOKIE)
    : readItem(tools, 'access_token');
}
