import type { Acts } from '#auth/acts.ts';
import { jwt, recogniseToken, type JwtLogin } from '#auth/jwt.ts';
import type { Recognition } from '#auth/scheme.ts';
import { refusal } from '#auth/verdict.ts';
import type { HeaderList } from '#core/http.ts';
import type { JsonObject } from '#core/json.ts';
import { authorization } from '../http/authorization.ts';
import type { ReceivedRequest } from '../call.ts';
import { cookieValue } from '../http/cookies.ts';
import { hostCookie, type HostCookie } from '../http/host-cookie.ts';

/** The cookie that carries the JWT scheme's access token, null where a header does (setting `transport`). */
export function accessCookie(
  { settings }: Pick<Acts, 'settings'>,
  { url }: Pick<ReceivedRequest, 'url'>,
): HostCookie | null {
  return settings.transport === 'cookie'
    ? hostCookie('access', 'Lax', url)
    : null;
}

/** Who asks under the JWT scheme. Where a cookie carries the token, a header is not looked at, nor the other way round. */
export function recogniseAccess(
  acts: Acts,
  request: ReceivedRequest,
): Promise<Recognition<JwtLogin>> {
  const cookie = accessCookie(acts, request);
  return cookie
    ? inCookie(acts, request, cookie)
    : jwt.recognise(acts, authorization(request));
}

// region: jwt.cookie
async function inCookie(
  acts: Acts,
  { headers }: ReceivedRequest,
  { name }: HostCookie,
): Promise<Recognition<JwtLogin>> {
  const token = cookieValue(headers, name);
  const detail = { cookie: name, sent: token !== null };
  acts.step('parse-credential', detail, 'jwt.cookie');
  if (!token) {
    acts.decide('token', NO_COOKIE, 'jwt.cookie');
    return NO_COOKIE;
  }
  const found = await recogniseToken(acts, 'access_token', token);
  if (!found.ok) return found;
  return { ok: true, login: { access: found.login, refresh: null } };
}
// endregion

const NO_COOKIE = {
  ok: false,
  refusal: refusal('bearer-missing', [
    { document: 'RFC 6750', section: '3.1' },
  ]),
} as const;

/** How an answer hands an access token out: what its headers and its body say. */
export function handOutAccess(
  acts: Acts,
  request: ReceivedRequest,
  token: string,
): { readonly headers: HeaderList; readonly members: JsonObject } {
  const cookie = accessCookie(acts, request);
  return cookie
    ? { headers: [['Set-Cookie', cookie.set(token)]], members: {} }
    : { headers: [], members: { access_token: token } };
}

/** What an answer to a logout does to the cookie, if there is one. */
export function withoutAccess(
  acts: Acts,
  request: ReceivedRequest,
): HeaderList {
  const cookie = accessCookie(acts, request);
  return cookie ? [['Set-Cookie', cookie.clear()]] : [];
}
