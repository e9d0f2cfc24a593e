import { keepAlive, phpSession } from '#auth/php-session.ts';
import { publicUser } from '#auth/user.ts';
import type { HttpResponse } from '#core/http.ts';
import { during } from '../acts.ts';
import { failure, json, NO_STORE } from '../http/answers.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { cookieValue } from '../http/cookies.ts';
import { checkLogin } from './login.ts';
import { phpCookie, readPhpCookie } from '../credentials/php-cookie.ts';
import type { Route } from '../route.ts';

/** PHP sessions: the number in a cookie, the login in a file. */
export const phpSessionRoutes: readonly Route[] = [
  { method: 'POST', path: '/login.php', handler: login },
  { method: 'GET', path: '/users.php', handler: listUsers },
  { method: 'POST', path: '/logout.php', handler: logout },
];

// region: php-session.login
async function login(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const checked = await checkLogin(request, call);
  if (!checked.ok) return checked.answer;

  const { user } = checked;
  const remember = during('remember', call);
  const carried = cookieValue(request.headers, 'PHPSESSID');
  const id = await phpSession.issue(remember, user, carried);

  // region: php-session.login/answer
  const answer = { success: true, user: publicUser(user) };
  during('answer', call).step(
    'build-answer',
    { status: 200, header: 'Set-Cookie' },
    'php-session.login/answer',
  );
  return json(200, answer, [['Set-Cookie', phpCookie.set(id)], NO_STORE]);
  // endregion
}
// endregion

// region: php-session.list-users
async function listUsers(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const acts = during('recognise', call);
  const id = readPhpCookie(acts, request);
  const found = await phpSession.recognise(acts, id);
  if (!found.ok) return failure('unauthorized');
  keepAlive(acts, found.login);

  // region: php-session.list-users/read-users
  const { users } = during('work', call);
  const rows = await users.all('php-session.list-users/read-users');
  // endregion

  // region: php-session.list-users/answer
  during('answer', call).step(
    'build-answer',
    { status: 200, users: rows.length },
    'php-session.list-users/answer',
  );
  return json(200, rows.map(publicUser));
  // endregion
}
// endregion

// region: php-session.logout
async function logout(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const acts = during('recognise', call);
  const id = readPhpCookie(acts, request);
  const found = await phpSession.recognise(acts, id);
  if (found.ok) await phpSession.forget(during('forget', call), found.login);

  // Logged out already? Then nothing is left to do, and that is fine.
  // region: php-session.logout/answer
  during('answer', call).step(
    'build-answer',
    { status: 200, header: 'Set-Cookie' },
    'php-session.logout/answer',
  );
  return json(200, { success: true }, [['Set-Cookie', phpCookie.clear()]]);
  // endregion
}
// endregion
