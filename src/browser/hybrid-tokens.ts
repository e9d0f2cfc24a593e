import type { HttpResponse } from '#core/http.ts';
import { jsonBody } from './carried.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { type Errand, exchange } from './http-client.ts';
import { inJar } from './jar-credential.ts';
import type { Renewal } from './refresh-interceptor.ts';
import { expiryOf } from './token-peek.ts';
import { dropItems, keepItem, readItem } from './token-store.ts';

/** What the hybrid's server hands out; the refresh token null where a cookie carries it. */
export interface HybridTokens {
  readonly access: string;
  readonly refresh: string | null;
}

/** The refresh token's cookie: no script sees it, only the browser. */
const COOKIE = '__Host-refresh';

/** Where all tabs find it, unless a cookie carries it. */
const SHARED = 'localStorage';

/** The hybrid's way: each refresh token is good once, and its answer brings the next. */
export function hybridRenewal(tools: ClientTools): Renewal<HybridTokens> {
  const refreshToken = (): string | null =>
    readItem(tools, 'refresh_token', SHARED);
  return {
    access: () => readItem(tools, 'access_token'),
    // A cookie cannot be looked at: then the access token has to tell.
    login: () =>
      isInCookie(tools) ? readItem(tools, 'access_token') : refreshToken(),
    canStart: () => isInCookie(tools) || refreshToken() !== null,
    async request(open) {
      if (isInCookie(tools)) return post(tools, open, '/hybrid/refresh', {});
      const token = refreshToken();
      return token === null ? null : requestPair(tools, open, token);
    },
    expiryOf,
    keep: (open, tokens) => keepPair(tools, open, tokens),
    drop: (open) => dropPair(tools, open),
  };
}

export function isInCookie(tools: ClientTools): boolean {
  return tools.settings().refreshTransport === 'cookie';
}

/** Trades a refresh token that somebody has as text. Null when the server refused. */
export function requestPair(
  tools: ClientTools,
  open: OpenExchange,
  refreshToken: string,
): Promise<HybridTokens | null> {
  return post(tools, open, '/hybrid/refresh', carrying(tools, refreshToken));
}

/** As a member of the body, or as a `Cookie` field written by hand. */
export function carrying(
  tools: ClientTools,
  refreshToken: string,
): Pick<Errand, 'json' | 'cookies'> {
  return isInCookie(tools)
    ? { cookies: { field: `${COOKIE}=${refreshToken}` } }
    : { json: { refreshToken } };
}

export async function post(
  tools: ClientTools,
  open: OpenExchange,
  path: '/hybrid/login' | '/hybrid/refresh',
  content: Pick<Errand, 'json' | 'cookies'>,
): Promise<HybridTokens | null> {
  const errand = { method: 'POST', path, ...content } as const;
  return pairIn(await exchange(tools, open, errand));
}

/** The tokens that an answer hands out, null where it hands out none. */
export function pairIn(response: HttpResponse): HybridTokens | null {
  const { accessToken, refreshToken } = jsonBody(response) ?? {};
  if (response.status !== 200 || typeof accessToken !== 'string') return null;
  const refresh = typeof refreshToken === 'string' ? refreshToken : null;
  return { access: accessToken, refresh };
}

/** The cookie is in the jar by now, if there is one: the browser's own work. */
export function keepPair(
  tools: ClientTools,
  open: OpenExchange,
  { access, refresh }: HybridTokens,
): void {
  keepItem(tools, open, 'access_token', access);
  if (refresh !== null) keepItem(tools, open, 'refresh_token', refresh, SHARED);
}

export function dropPair(tools: ClientTools, open: OpenExchange): void {
  const { clientStorage } = tools.settings();
  if (clientStorage !== SHARED) dropItems(tools, open);
  dropItems(tools, open, SHARED);
}

/** Wherever it is: scripts see the one in storage, a person with the device also the one in the jar. */
export function ownRefreshToken(tools: ClientTools): string | null {
  if (!isInCookie(tools)) return readItem(tools, 'refresh_token', SHARED);
  return inJar(tools, COOKIE);
}
