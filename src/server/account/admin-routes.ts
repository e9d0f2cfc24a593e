import { isRole, type User } from '#auth/user.ts';
import type { Role } from '#core/intents.ts';
import type { RegionName } from '#core/events.ts';
import type { HttpResponse } from '#core/http.ts';
import type { JsonObject, JsonValue } from '#core/json.ts';
import { during, type ServerActs } from '../acts.ts';
import { json } from '../http/answers.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { endLogins, outdate, type Report } from './end-logins.ts';
import { byAnyCredential } from '../credentials/logged-in.ts';
import { type Content, readMembers, type MemberReader } from './members.ts';
import { refuseRequest } from '../http/refuse-request.ts';
import type { Route } from '../route.ts';

/**
 * What an admin does to a user, with any scheme's credential, JSON or a form. Whether somebody is an admin is asked of the
 * scheme, so that a demoted one still is, wherever that is stale. `user_id` is a whole number from 1 (digits, in a form);
 * after 401 and 403, an id that nobody has answers 404. Admins may do all of it to themselves. Each answers 200 with a `Report`.
 */
export const adminRoutes: readonly Route[] = [
  { method: 'POST', path: '/admin/end-sessions', handler: endSessions },
  { method: 'POST', path: '/admin/role', handler: setRole },
  { method: 'POST', path: '/admin/disable', handler: disable },
];

// region: admin.end-sessions
/** `{user_id}`: ends every login of the user's. */
async function endSessions(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const asked = await adminAsks(request, call, readTarget, USER_NEEDED);
  if (!asked.ok) return asked.answer;

  const acts = during('work', call);
  // region: admin.end-sessions/read-user
  const { id } = asked.value;
  const user = await acts.users.byId(
    String(id),
    'admin.end-sessions/read-user',
  );
  // endregion
  if (!user) return noAccount(acts);
  return answer(call, await endLogins(call, user, 'still-renewable'));
}
// endregion

// region: admin.set-role
/** `{user_id, role}`: `admin` or `member`. Nobody is logged out by it. */
async function setRole(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const asked = await adminAsks(request, call, readTargetAndRole, ROLE_NEEDED);
  if (!asked.ok) return asked.answer;

  const acts = during('work', call);
  // region: admin.set-role/update
  const { id, role } = asked.value;
  const isDone = await acts.users.setRole(id, role, 'admin.set-role/update');
  // endregion
  if (!isDone) return noAccount(acts);
  return answer(call, await outdate(call, { id }));
}
// endregion

// region: admin.disable
/** `{user_id}`: from now on no login and no refresh of theirs succeeds, and every login that there is ends. */
async function disable(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const asked = await adminAsks(request, call, readTarget, USER_NEEDED);
  if (!asked.ok) return asked.answer;

  const acts = during('work', call);
  // region: admin.disable/update
  const { id } = asked.value;
  const isDone = await acts.users.disable(id, 'admin.disable/update');
  // endregion
  if (!isDone) return noAccount(acts);
  return answer(call, await endLogins(call, { id }, 'not-renewable'));
}
// endregion

// region: admin.ask
/** What is asked, where it is an admin who asks. */
async function adminAsks<T>(
  request: ReceivedRequest,
  call: ServerCall,
  read: MemberReader<T>,
  needed: string,
): Promise<Content<T>> {
  const content = readMembers(during('check', call), request, read, needed);
  if (!content.ok) return content;
  const asks = await byAnyCredential(request, call);
  if (!asks.ok) return asks;

  // The role as the scheme knows it: fresh only where it was just read.
  // region: admin.ask/role
  const { role } = asks.login;
  if (role === 'admin') return content;
  const acts = during('recognise', call);
  const code: RegionName = 'admin.ask/role';
  return { ok: false, answer: refuseRequest(acts, 'role-insufficient', code) };
  // endregion
}
// endregion

// region: admin.unknown
function noAccount(acts: ServerActs): HttpResponse {
  const message = 'There is no such user';
  return refuseRequest(acts, 'account-unknown', 'admin.unknown', { message });
}
// endregion

// region: admin.answer
function answer(call: ServerCall, report: Report): HttpResponse {
  const { ended } = report;
  during('answer', call).step(
    'build-answer',
    { status: 200, ended },
    'admin.answer',
  );
  return json(200, report);
}
// endregion

const USER_NEEDED = 'user_id is needed, as a whole number';
const ROLE_NEEDED = `${USER_NEEDED}, and role: admin or member`;

function readTarget(
  { user_id }: JsonObject,
  isForm: boolean,
): Pick<User, 'id'> | null {
  const id = isForm ? digits(user_id) : user_id;
  const isId = typeof id === 'number' && Number.isSafeInteger(id) && id > 0;
  return isId ? { id } : null;
}

function digits(text: JsonValue | undefined): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,15}$/.test(text)
    ? Number(text)
    : null;
}

function readTargetAndRole(
  members: JsonObject,
  isForm: boolean,
): { readonly id: number; readonly role: Role } | null {
  const target = readTarget(members, isForm);
  const { role } = members;
  return target && isRole(role) ? { ...target, role } : null;
}
