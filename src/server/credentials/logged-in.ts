import type { Acts } from '#auth/acts.ts';
import { jwt, type JwtLogin } from '#auth/jwt.ts';
import { keepAlive, phpSession } from '#auth/php-session.ts';
import type { Recognition } from '#auth/scheme.ts';
import { markSeen, sqlSession } from '#auth/sql-session.ts';
import { refusal } from '#auth/verdict.ts';
import type { HttpResponse } from '#core/http.ts';
import { accessCookie, recogniseAccess } from './access-token.ts';
import { during } from '../acts.ts';
import { failure } from '../http/answers.ts';
import { authorization } from '../http/authorization.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { challenge } from '../http/challenge.ts';
import { cookieValue } from '../http/cookies.ts';
import { NOBODY } from './nobody.ts';
import { readPhpCookie } from './php-cookie.ts';
import { headerId, readSessionId, sqlSessionCookie } from './sql-session-id.ts';

/** Somebody logged in, whatever it was that remembered them. */
export interface LoggedIn {
  /** What their credential is: an access token is the same for the JWT scheme and the hybrid. */
  readonly by: 'php-session' | 'sql-session' | 'access-token';
  /** The user's id in decimal. */
  readonly subject: string;
  /**
   * Their role as this scheme knows it: copied into the file at login, read from the table just now, or signed into the token
   * when it was issued. Only the second of these is never stale.
   */
  readonly role: string | null;
  /** The answer where there is no such user any more: the scheme's own 401. */
  readonly stranger: HttpResponse;
}

export type WhoAsks =
  | { readonly ok: true; readonly login: LoggedIn }
  | { readonly ok: false; readonly answer: HttpResponse };

/** Finds out who asks, and marks the login as used where the server keeps one. */
export type Identify = (
  request: ReceivedRequest,
  call: ServerCall,
) => Promise<WhoAsks>;

export const byPhpSession: Identify = async (request, call) => {
  const acts = during('recognise', call);
  const stranger = failure('unauthorized');
  const found = await phpSession.recognise(acts, readPhpCookie(acts, request));
  if (!found.ok) return { ok: false, answer: stranger };
  keepAlive(acts, found.login);
  const { id, role } = found.login.user;
  const by = 'php-session';
  return { ok: true, login: { by, subject: String(id), role, stranger } };
};

export const bySqlSession: Identify = async (request, call) => {
  const acts = during('recognise', call);
  const stranger = failure('unauthorized');
  const id = readSessionId(acts, request);
  const found = await sqlSession.recognise(acts, { id });
  if (!found.ok) return { ok: false, answer: stranger };
  await markSeen(acts, found.login);
  const { user } = found.login;
  const [by, subject] = ['sql-session', String(user.id)] as const;
  return { ok: true, login: { by, subject, role: user.role, stranger } };
};

/** The JWT scheme's access token, in whichever carrier the setting names. */
export const byAccessToken: Identify = async (request, call) =>
  bearerOf(await recogniseAccess(during('recognise', call), request));

/** The hybrid's, which is always in `Authorization`. */
export const byBearer: Identify = async (request, call) =>
  bearerOf(await recogniseHeader(during('recognise', call), request));

function recogniseHeader(
  acts: Acts,
  request: ReceivedRequest,
): Promise<Recognition<JwtLogin>> {
  return jwt.recognise(acts, authorization(request));
}

function bearerOf(found: Recognition<JwtLogin>): WhoAsks {
  if (!found.ok) return { ok: false, answer: challenge(found.refusal) };
  const { sub: subject, role } = found.login.access;
  const stranger = challenge(NOBODY.refusal);
  return { ok: true, login: { by: 'access-token', subject, role, stranger } };
}

/**
 * Any scheme's credential. What a script wrote comes before what the browser attached by itself, and the first one there is
 * decides: a bad one is not made up for by another.
 */
export const byAnyCredential: Identify = (request, call) => {
  const scheme = carriedScheme(request, call);
  return scheme ? scheme(request, call) : nobody(call);
};

function carriedScheme(
  request: ReceivedRequest,
  { server, settings }: ServerCall,
): Identify | null {
  const { headers } = request;
  const has = (name: string | undefined): boolean =>
    name !== undefined && cookieValue(headers, name) !== null;
  if (authorization(request)?.trim()) return byBearer;
  if (server.database) {
    const cookie = sqlSessionCookie({ settings }, request);
    if (cookie ? has(cookie.name) : headerId(headers) !== null)
      return bySqlSession;
  }
  if (has(accessCookie({ settings }, request)?.name)) return byAccessToken;
  return has('PHPSESSID') ? byPhpSession : null;
}

// region: logged-in.nobody
/** Nothing came along. A 401 names a way to do better, and only one of ours has a registered name (RFC 9110 §15.5.2). */
async function nobody(call: ServerCall): Promise<WhoAsks> {
  const acts = during('recognise', call);
  const why = { ok: false, refusal: NOTHING } as const;
  acts.decide('request', why, 'logged-in.nobody');
  return { ok: false, answer: challenge(NOTHING) };
}
// endregion

const NOTHING = refusal('bearer-missing', [
  { document: 'RFC 9110', section: '15.5.2' },
]);
