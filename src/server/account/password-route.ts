import type { User } from '#auth/user.ts';
import { toHex } from '#auth/hex.ts';
import type { HttpResponse } from '#core/http.ts';
import type { JsonObject } from '#core/json.ts';
import { during } from '../acts.ts';
import { json, NO_STORE } from '../http/answers.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { endLogins } from './end-logins.ts';
import { isHybrids, logInAnew } from './log-in-anew.ts';
import { byAnyCredential } from '../credentials/logged-in.ts';
import { readMembers } from './members.ts';
import { checkOldPassword } from './old-password.ts';
import type { Route } from '../route.ts';

/**
 * `POST {old, new}`, JSON or a form, with any scheme's credential: the user's own password. `new` may not be empty; the hybrid's
 * client sends its `refreshToken` along, unless a cookie carries it, which is how the server knows that it is the hybrid's.
 *
 * A wrong `old` answers 401 `invalid_credentials` as a login does and counts as a failed login of that e-mail: who has stolen
 * a session must not get to guess the password. The sixth answers 429. A success clears the count.
 *
 * Everything ends, the login that asks as well, which gets a new credential of its kind: a new session id, a new pair of
 * tokens. The answer is a `Report` and that credential, as the scheme's login would give it.
 */
export const passwordRoute: Route = {
  method: 'POST',
  path: '/account/password',
  handler: changePassword,
};

// region: account.password
async function changePassword(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const checking = during('check', call);
  const content = readMembers(checking, request, readPasswords, NEEDED);
  if (!content.ok) return content.answer;
  const { old, next, refreshToken } = content.value;

  const asks = await byAnyCredential(request, call);
  if (!asks.ok) return asks.answer;
  const { by, subject, stranger } = asks.login;

  const acts = during('work', call);
  // region: account.password/read-user
  const user = await acts.users.byId(subject, 'account.password/read-user');
  // endregion
  if (!user) return stranger;
  const refused = await checkOldPassword(acts, user, old);
  if (refused) return refused;

  const family = { by, user, token: refreshToken };
  const kind = (await isHybrids(request, call, family)) ? 'hybrid' : by;
  await storePassword(call, user, next);
  const report = await endLogins(call, user, 'still-renewable');
  const anew = await logInAnew(request, call, kind, user);

  // region: account.password/answer
  const answer = { ...report, ...anew.members };
  const { ended } = report;
  const answering = during('answer', call);
  const code = 'account.password/answer';
  answering.step('build-answer', { status: 200, ended }, code);
  return json(200, answer, [...anew.headers, NO_STORE]);
  // endregion
}
// endregion

// region: account.new-password
/** Under a salt of its own, as at the first. */
async function storePassword(
  call: ServerCall,
  { id }: User,
  password: string,
): Promise<void> {
  const acts = during('work', call);
  const code = 'account.new-password';
  const salt = toHex(await acts.random(16, 'salt', code));
  const hash = await acts.derivePassword(password, salt, code);
  await acts.users.setPassword(id, { salt, hash }, code);
}
// endregion

const NEEDED = 'old and new are needed, both as text, and new not empty';

function readPasswords(members: JsonObject): {
  readonly old: string;
  readonly next: string;
  readonly refreshToken: string | null;
} | null {
  const { old, new: next, refreshToken = null } = members;
  if (typeof old !== 'string' || typeof next !== 'string') return null;
  if (next === '') return null;
  const isText = refreshToken === null || typeof refreshToken === 'string';
  return isText ? { old, next, refreshToken } : null;
}
