import { jwt, recogniseToken, renew } from '#auth/jwt.ts';
import { publicUser } from '#auth/user.ts';
import type { HttpResponse } from '#core/http.ts';
import { during } from '../acts.ts';
import { failure, json, NO_STORE } from '../http/answers.ts';
import {
  handOutAccess,
  recogniseAccess,
  withoutAccess,
} from '../credentials/access-token.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { challenge } from '../http/challenge.ts';
import { checkLogin } from './login.ts';
import { DISABLED, NOBODY } from '../credentials/nobody.ts';
import { readLogout, readRefresh } from '../credentials/refresh-token-body.ts';
import type { Route } from '../route.ts';

/** The JWT scheme: the login itself, signed, in a header. */
export const jwtRoutes: readonly Route[] = [
  { method: 'POST', path: '/jwt_login.php', handler: login },
  { method: 'GET', path: '/jwt_users.php', handler: listUsers },
  { method: 'POST', path: '/jwt_refresh.php', handler: refresh },
  { method: 'POST', path: '/jwt_logout.php', handler: logout },
];

// region: jwt.login
async function login(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const checked = await checkLogin(request, call);
  if (!checked.ok) return checked.answer;

  const { user } = checked;
  const tokens = await jwt.issue(during('remember', call), user, null);

  // region: jwt.login/answer
  const acts = during('answer', call);
  const { headers, members } = handOutAccess(acts, request, tokens.access);
  const answer = {
    success: true,
    user: publicUser(user),
    ...members,
    refresh_token: tokens.refresh,
    token_type: 'Bearer',
    expires_in: call.settings.accessLifetime,
  };
  acts.step(
    'build-answer',
    { status: 200, members: Object.keys(answer) },
    'jwt.login/answer',
  );
  return json(200, answer, [...headers, NO_STORE]);
  // endregion
}
// endregion

// region: jwt.list-users
async function listUsers(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const found = await recogniseAccess(during('recognise', call), request);
  if (!found.ok) return challenge(found.refusal);

  // region: jwt.list-users/read-users
  const { users } = during('work', call);
  const rows = await users.all('jwt.list-users/read-users');
  // endregion

  // region: jwt.list-users/answer
  during('answer', call).step(
    'build-answer',
    { status: 200, users: rows.length },
    'jwt.list-users/answer',
  );
  return json(200, rows.map(publicUser));
  // endregion
}
// endregion

// region: jwt.refresh
async function refresh(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const acts = during('recognise', call);
  const body = readRefresh(acts, request);
  if (!body.ok) return body.answer;

  const found = await recogniseToken(acts, 'refresh_token', body.token);
  if (!found.ok) return failure('invalid_grant');

  // The token says who; name and role are read anew.
  // region: jwt.refresh/read-user
  const { users } = during('work', call);
  const { sub } = found.login;
  const user = await users.byId(sub, 'jwt.refresh/read-user');
  // endregion
  if (user?.disabled !== null) {
    // region: jwt.refresh/nobody
    acts.decide('token', user ? DISABLED : NOBODY, 'jwt.refresh/nobody');
    return failure('invalid_grant');
    // endregion
  }
  const { accessLifetime } = call.settings;
  const access = await renew(during('remember', call), user, accessLifetime);

  // region: jwt.refresh/answer
  const answering = during('answer', call);
  const { headers, members } = handOutAccess(answering, request, access);
  const answer = {
    success: true,
    ...members,
    token_type: 'Bearer',
    expires_in: accessLifetime,
  };
  answering.step(
    'build-answer',
    { status: 200, members: Object.keys(answer) },
    'jwt.refresh/answer',
  );
  return json(200, answer, [...headers, NO_STORE]);
  // endregion
}
// endregion

// region: jwt.logout
async function logout(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const acts = during('recognise', call);
  const body = readLogout(acts, request);
  if (!body.ok) return body.answer;

  const found = await recogniseAccess(acts, request);
  if (!found.ok) return challenge(found.refusal);
  const { access } = found.login;

  // A refresh token that came along goes too, if it is the same user's.
  const other =
    body.token !== null && call.settings.denylist
      ? await recogniseToken(acts, 'refresh_token', body.token)
      : null;
  const renewal =
    other?.ok && other.login.sub === access.sub ? other.login : null;
  await jwt.forget(during('forget', call), { access, refresh: renewal });

  // region: jwt.logout/answer
  during('answer', call).step(
    'build-answer',
    { status: 200 },
    'jwt.logout/answer',
  );
  const headers = withoutAccess(acts, request);
  return json(200, { success: true }, headers);
  // endregion
}
// endregion
