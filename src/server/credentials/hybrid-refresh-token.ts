import type { Acts } from '#auth/acts.ts';
import type { TokenPair } from '#auth/jwt.ts';
import type { HeaderList } from '#core/http.ts';
import type { JsonObject } from '#core/json.ts';
import { cookieValue } from '../http/cookies.ts';
import type { ReceivedRequest } from '../call.ts';
import { hostCookie, type HostCookie } from '../http/host-cookie.ts';
import { readBody } from '../http/read-body.ts';
import { refuseRequest } from '../http/refuse-request.ts';
import type { TokenInBody } from './refresh-token-body.ts';

/** The cookie that carries the refresh token, null where the body does (setting `refresh-transport`). */
export function refreshCookie(
  { settings }: Pick<Acts, 'settings'>,
  { url }: ReceivedRequest,
): HostCookie | null {
  return settings.refreshTransport === 'cookie'
    ? hostCookie('refresh', 'Strict', url)
    : null;
}

/** Both tokens in the body, or the refresh token in a cookie and not there. */
export function handOutPair(
  acts: Pick<Acts, 'settings'>,
  request: ReceivedRequest,
  pair: TokenPair,
): { readonly headers: HeaderList; readonly members: JsonObject } {
  const expiresIn = acts.settings.hybridAccessLifetime;
  const cookie = refreshCookie(acts, request);
  return cookie
    ? {
        headers: [['Set-Cookie', cookie.set(pair.refresh)]],
        members: { accessToken: pair.access, expiresIn },
      }
    : {
        headers: [],
        members: {
          accessToken: pair.access,
          refreshToken: pair.refresh,
          expiresIn,
        },
      };
}

// region: hybrid.refresh-token
/** The refresh token of a refresh or a logout: out of `{"refreshToken": "…"}`, or out of its cookie. */
export function readRefreshToken(
  acts: Acts,
  request: ReceivedRequest,
  kinds: readonly ('json' | 'form')[],
): TokenInBody<string> {
  const cookie = refreshCookie(acts, request);
  if (cookie) return inCookie(acts, request, cookie);

  const body = readBody(request);
  if (body.kind === 'unsupported') {
    // region: hybrid.refresh-token/media-type
    const code = 'hybrid.refresh-token/media-type';
    const answer = refuseRequest(acts, 'media-type-unsupported', code);
    return { ok: false, answer };
    // endregion
  }
  const members =
    'members' in body && kinds.includes(body.kind) ? body.members : {};
  const token = members['refreshToken'];
  if (typeof token !== 'string' || token === '') {
    // region: hybrid.refresh-token/content
    const code = 'hybrid.refresh-token/content';
    const answer = refuseRequest(acts, 'body-invalid', code, {
      message: `refreshToken is needed, as text${kinds.includes('form') ? '' : ' in JSON'}`,
    });
    return { ok: false, answer };
    // endregion
  }
  return { ok: true, token };
}

/** Nothing else of the request counts: the browser attached it by itself. */
function inCookie(
  acts: Acts,
  { headers }: ReceivedRequest,
  { name }: HostCookie,
): TokenInBody<string> {
  const token = cookieValue(headers, name);
  // region: hybrid.refresh-token/cookie
  const code = 'hybrid.refresh-token/cookie';
  const detail = { cookie: name, sent: token !== null };
  acts.step('parse-credential', detail, code);
  if (token) return { ok: true, token };
  const message = `the cookie ${name} is needed`;
  const answer = refuseRequest(acts, 'body-invalid', code, { message });
  return { ok: false, answer };
  // endregion
}
// endregion
