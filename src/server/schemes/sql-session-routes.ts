import type { Acts } from '#auth/acts.ts';
import { endAllSessions, listDevices } from '#auth/sql-devices.ts';
import {
  endSession,
  markSeen,
  sqlSession,
  type SqlLogin,
} from '#auth/sql-session.ts';
import { publicUser } from '#auth/user.ts';
import type { HttpResponse } from '#core/http.ts';
import { during } from '../acts.ts';
import { failure, json, NO_STORE } from '../http/answers.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { deviceName } from '../http/device-name.ts';
import { checkLogin } from './login.ts';
import type { Route } from '../route.ts';
import {
  handOutId,
  readSessionId,
  withoutId,
} from '../credentials/sql-session-id.ts';

/** SQL sessions: the number in a header, the login in a row of a table. */
export const sqlSessionRoutes: readonly Route[] = [
  { method: 'POST', path: '/session/login', handler: login },
  { method: 'POST', path: '/session/mydata', handler: myData },
  { method: 'GET', path: '/session/profile', handler: profile },
  { method: 'POST', path: '/session/logout', handler: logout },
  {
    method: 'POST',
    path: '/session/logout-everywhere',
    handler: logoutEverywhere,
  },
  { method: 'GET', path: '/session/devices', handler: devices },
];

// region: sql-session.login
async function login(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const checked = await checkLogin(request, call);
  if (!checked.ok) return checked.answer;

  const device = deviceName(request.headers);
  const remember = during('remember', call);
  const carried = { id: null, device };
  const id = await sqlSession.issue(remember, checked.user, carried);

  // region: sql-session.login/answer
  const acts = during('answer', call);
  const { headers, data } = handOutId(acts, request, id);
  acts.step(
    'build-answer',
    { status: 200, header: headers[0]?.[0] ?? null },
    'sql-session.login/answer',
  );
  return json(200, { status: 'success', data }, [...headers, NO_STORE]);
  // endregion
}
// endregion

// region: sql-session.profile
async function profile(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const seen = await visitor(request, call);
  if (!seen) return failure('unauthorized');

  // region: sql-session.profile/answer
  const { user } = seen;
  const answer = { user: { ...publicUser(user), email: user.email } };
  during('answer', call).step(
    'build-answer',
    { status: 200, members: Object.keys(answer.user) },
    'sql-session.profile/answer',
  );
  return json(200, answer);
  // endregion
}
// endregion

// region: sql-session.mydata
async function myData(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const seen = await visitor(request, call);
  if (!seen) return failure('unauthorized');

  // region: sql-session.mydata/answer
  const { id: userId, user_name: name, email } = seen.user;
  const answer = { mydata: { id: seen.row, userId, name, email } };
  during('answer', call).step(
    'build-answer',
    { status: 200, members: Object.keys(answer.mydata) },
    'sql-session.mydata/answer',
  );
  return json(200, answer);
  // endregion
}
// endregion

// region: sql-session.visitor
/** Who is asking, marked as seen just now; null for a stranger. */
async function visitor(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<SqlLogin | null> {
  const acts = during('recognise', call);
  const found = await recognise(acts, request);
  if (!found.ok) return null;
  await markSeen(acts, found.login);

  // The JOIN has read the user already: nothing is left to read.
  // region: sql-session.visitor/user
  during('work', call).step(
    'take-joined-user',
    { user: found.login.user.id },
    'sql-session.visitor/user',
  );
  // endregion
  return found.login;
}
// endregion

// region: sql-session.logout
async function logout(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const id = readSessionId(during('recognise', call), request);
  if (id) await endSession(during('forget', call), id);

  // Logged out already? Then nothing is left to do, and that is fine.
  // region: sql-session.logout/answer
  during('answer', call).step(
    'build-answer',
    { status: 200 },
    'sql-session.logout/answer',
  );
  const headers = withoutId(during('answer', call), request);
  return json(200, { message: 'Logged out' }, headers);
  // endregion
}
// endregion

// region: sql-session.logout-everywhere
async function logoutEverywhere(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const found = await recognise(during('recognise', call), request);
  if (!found.ok) return failure('unauthorized');
  const { user } = found.login;
  const count = await endAllSessions(during('forget', call), user);

  // region: sql-session.logout-everywhere/answer
  during('answer', call).step(
    'build-answer',
    { status: 200, sessions: count },
    'sql-session.logout-everywhere/answer',
  );
  const headers = withoutId(during('answer', call), request);
  return json(200, { message: 'Logged out everywhere', count }, headers);
  // endregion
}
// endregion

// region: sql-session.list-devices
async function devices(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const found = await recognise(during('recognise', call), request);
  if (!found.ok) return failure('unauthorized');
  const rows = await listDevices(during('work', call), found.login);

  // region: sql-session.list-devices/answer
  during('answer', call).step(
    'build-answer',
    { status: 200, devices: rows.length },
    'sql-session.list-devices/answer',
  );
  return json(200, rows);
  // endregion
}
// endregion

function recognise(acts: Acts, request: ReceivedRequest) {
  const id = readSessionId(acts, request);
  return sqlSession.recognise(acts, { id });
}
