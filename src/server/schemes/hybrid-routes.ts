import type { Acts } from '#auth/acts.ts';
import { issueHybrid, rotate } from '#auth/hybrid.ts';
import { jwt, type TokenPair } from '#auth/jwt.ts';
import { endFamily, revokeFamily, takeToken } from '#auth/refresh-family.ts';
import { publicUser } from '#auth/user.ts';
import type { HttpResponse } from '#core/http.ts';
import { during } from '../acts.ts';
import { failure, json, NO_STORE } from '../http/answers.ts';
import { authorization } from '../http/authorization.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { challenge } from '../http/challenge.ts';
import { deviceName } from '../http/device-name.ts';
import {
  handOutPair,
  readRefreshToken,
  refreshCookie,
} from '../credentials/hybrid-refresh-token.ts';
import { checkLogin } from './login.ts';
import { DISABLED, NOBODY } from '../credentials/nobody.ts';
import type { Route } from '../route.ts';

/** The hybrid: a signed token for a short while, and a number in a table that gets the next one. */
export const hybridRoutes: readonly Route[] = [
  { method: 'POST', path: '/hybrid/login', handler: login },
  { method: 'GET', path: '/hybrid/profile', handler: profile },
  { method: 'POST', path: '/hybrid/refresh', handler: refresh },
  { method: 'POST', path: '/hybrid/logout', handler: logout },
];

async function login(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const checked = await checkLogin(request, call);
  if (!checked.ok) return checked.answer;

  const device = deviceName(request.headers);
  const remember = during('remember', call);
  const tokens = await issueHybrid(remember, checked.user, device);
  return answerPair(during('answer', call), request, tokens);
}

// region: hybrid.profile
async function profile(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  // The JWT scheme's access token, recognised as there.
  const acts = during('recognise', call);
  const found = await jwt.recognise(acts, authorization(request));
  if (!found.ok) return challenge(found.refusal);

  // region: hybrid.profile/read-user
  const { users } = during('work', call);
  const { sub } = found.login.access;
  const user = await users.byId(sub, 'hybrid.profile/read-user');
  // endregion
  if (!user) {
    // region: hybrid.profile/nobody
    acts.decide('token', NOBODY, 'hybrid.profile/nobody');
    return challenge(NOBODY.refusal);
    // endregion
  }

  // region: hybrid.profile/answer
  during('answer', call).step(
    'build-answer',
    { status: 200 },
    'hybrid.profile/answer',
  );
  return json(200, { user: publicUser(user) });
  // endregion
}
// endregion

// region: hybrid.refresh
async function refresh(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const acts = during('recognise', call);
  const carried = readRefreshToken(acts, request, ['json']);
  if (!carried.ok) return carried.answer;

  const taken = await takeToken(acts, carried.token);
  if (!taken.ok) {
    // A used token came back: thief or owner, the family ends.
    const { replayed } = taken;
    if (replayed !== null) await revokeFamily(during('forget', call), replayed);
    return failure('invalid_grant');
  }

  // region: hybrid.refresh/read-user
  const { users } = during('work', call);
  const { used } = taken;
  const user = await users.byId(used.user, 'hybrid.refresh/read-user');
  // endregion
  if (user?.disabled !== null) {
    // region: hybrid.refresh/nobody
    acts.decide('token', user ? DISABLED : NOBODY, 'hybrid.refresh/nobody');
    return failure('invalid_grant');
    // endregion
  }
  const tokens = await rotate(during('remember', call), user, used);
  return answerPair(during('answer', call), request, tokens);
}
// endregion

// region: hybrid.logout
async function logout(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const acts = during('recognise', call);
  const carried = readRefreshToken(acts, request, ['json', 'form']);
  if (!carried.ok) return carried.answer;
  await endFamily(during('forget', call), carried.token);

  // The access token lives on, unless there is a denylist for it and
  // it came along.
  const bearer = call.settings.denylist ? authorization(request) : null;
  const found = bearer === null ? null : await jwt.recognise(acts, bearer);
  if (found?.ok) await jwt.forget(during('forget', call), found.login);

  // Unknown, or logged out already? The token is no good any more,
  // and that is all that was asked.
  // region: hybrid.logout/answer
  during('answer', call).step(
    'build-answer',
    { status: 200 },
    'hybrid.logout/answer',
  );
  const cookie = refreshCookie(acts, request);
  const headers = cookie ? [['Set-Cookie', cookie.clear()] as const] : [];
  return json(200, { success: true }, headers);
  // endregion
}
// endregion

// region: hybrid.pair
function answerPair(
  acts: Acts,
  request: ReceivedRequest,
  pair: TokenPair,
): HttpResponse {
  const { headers, members } = handOutPair(acts, request, pair);
  acts.step(
    'build-answer',
    { status: 200, members: Object.keys(members) },
    'hybrid.pair',
  );
  return json(200, members, [...headers, NO_STORE]);
}
// endregion
