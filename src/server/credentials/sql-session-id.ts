import type { Acts } from '#auth/acts.ts';
import { headerValues, type HeaderList } from '#core/http.ts';
import type { JsonObject } from '#core/json.ts';
import { cookieValue } from '../http/cookies.ts';
import type { ReceivedRequest } from '../call.ts';
import { hostCookie, type HostCookie } from '../http/host-cookie.ts';

/** The cookie that carries a SQL session's id, null where a header does (setting `transport`). */
export function sqlSessionCookie(
  { settings }: Pick<Acts, 'settings'>,
  { url }: Pick<ReceivedRequest, 'url'>,
): HostCookie | null {
  return settings.transport === 'cookie'
    ? hostCookie('session', 'Lax', url)
    : null;
}

// region: sql-session.header
/** Only where it is expected: a cookie is not looked at where a header carries the id, nor the other way round. */
export function readSessionId(
  acts: Acts,
  request: ReceivedRequest,
): string | null {
  const cookie = sqlSessionCookie(acts, request);
  const id = cookie
    ? cookieValue(request.headers, cookie.name)
    : headerId(request.headers);
  const place = cookie ? { cookie: cookie.name } : { header: 'session-id' };
  const detail = { ...place, sent: id !== null };
  acts.step('parse-credential', detail, 'sql-session.header');
  return id;
}
// endregion

/** A repeated header is no list: joined, it is one unknown id. */
export function headerId(headers: HeaderList): string | null {
  const values = headerValues(headers, 'session-id');
  return values.length > 0 ? values.join(', ') : null;
}

/** How an answer hands an id out: what its headers and its body say. */
export function handOutId(
  acts: Acts,
  request: ReceivedRequest,
  id: string,
): { readonly headers: HeaderList; readonly data: JsonObject } {
  const cookie = sqlSessionCookie(acts, request);
  return cookie
    ? { headers: [['Set-Cookie', cookie.set(id)]], data: {} }
    : { headers: [['session-id', id]], data: { sessionId: id } };
}

/** What an answer to a logout does to the cookie, if there is one. */
export function withoutId(acts: Acts, request: ReceivedRequest): HeaderList {
  const cookie = sqlSessionCookie(acts, request);
  return cookie ? [['Set-Cookie', cookie.clear()]] : [];
}
