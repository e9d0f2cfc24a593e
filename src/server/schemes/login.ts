import type { User } from '#auth/user.ts';
import { refusal, type Refusal } from '#auth/verdict.ts';
import type { HttpResponse } from '#core/http.ts';
import { during, type ServerActs } from '../acts.ts';
import { failure } from '../http/answers.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { readBody } from '../http/read-body.ts';
import { refuseRequest } from '../http/refuse-request.ts';

/** Who may log in, or the answer to who may not. */
export type LoginOutcome =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly answer: HttpResponse };

type LoginForm =
  | { readonly ok: true; readonly email: string; readonly password: string }
  | { readonly ok: false; readonly answer: HttpResponse };

// region: login.check
/** The same for every scheme: what comes after is how it is remembered. */
export async function checkLogin(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<LoginOutcome> {
  const acts = during('check', call);
  const form = readForm(acts, request);
  if (!form.ok) return form;
  const { email, password } = form;

  // region: login.check/throttle
  const wait = await acts.throttle.wait(email, 'login.check/throttle');
  if (wait > 0) return refuse(acts, TOO_MANY, wait);
  // endregion

  // region: login.check/read-user
  const user = await acts.users.byEmail(email, 'login.check/read-user');
  // endregion

  // An unknown e-mail costs the same derivation as a known one.
  // region: login.check/derive
  const right = await acts.verifyPassword(password, user, 'login.check/derive');
  // endregion

  // A disabled user fails like a wrong password, and counts like one.
  const welcome = right && user?.disabled === null;

  // Attempts may overlap: this count decides, not the look above.
  // region: login.check/count
  const late = welcome
    ? await acts.throttle.clear(email, 'login.check/count')
    : await acts.throttle.fail(email, 'login.check/count');
  // endregion
  if (late > 0) return refuse(acts, TOO_MANY, late);
  if (!user) return refuse(acts, UNKNOWN);
  if (!right) return refuse(acts, WRONG);
  if (!welcome) return refuse(acts, DISABLED);

  // region: login.check/accept
  acts.decide('login', { ok: true }, 'login.check/accept');
  return { ok: true, user };
  // endregion
}
// endregion

// region: login.form
/** JSON or a form, with two texts in it. An empty text is a wrong one. */
function readForm(acts: ServerActs, request: ReceivedRequest): LoginForm {
  const body = readBody(request);
  if (body.kind === 'unsupported') {
    // region: login.form/media-type
    const reason = 'media-type-unsupported';
    const answer = refuseRequest(acts, reason, 'login.form/media-type');
    return { ok: false, answer };
    // endregion
  }
  const { email, password } = 'members' in body ? body.members : {};
  if (typeof email !== 'string' || typeof password !== 'string') {
    // region: login.form/content
    const reason = 'body-invalid';
    const answer = refuseRequest(acts, reason, 'login.form/content', {
      message: 'email and password are needed, both as text',
    });
    return { ok: false, answer };
    // endregion
  }
  return { ok: true, email: email.trim().toLowerCase(), password };
}
// endregion

function refuse(acts: ServerActs, why: Refusal, wait = 0): LoginOutcome {
  return { ok: false, answer: refuseLogin(acts, why, wait) };
}

// region: login.refuse
/**
 * Unknown e-mail and wrong password look the same from outside.
 * @param wait seconds until another attempt is heard; 0 where nobody has to wait.
 */
export function refuseLogin(
  acts: ServerActs,
  why: Refusal,
  wait = 0,
): HttpResponse {
  acts.decide('login', { ok: false, refusal: why }, 'login.refuse');
  return wait > 0
    ? failure('too_many_attempts', [['Retry-After', String(wait)]])
    : failure('invalid_credentials');
}
// endregion

export const TOO_MANY = refusal(
  'too-many-attempts',
  [{ document: 'RFC 6585', section: '4' }],
  'email',
);
const ONE_ANSWER = [
  {
    document: 'OWASP Authentication Cheat Sheet',
    section: 'Authentication Responses',
  },
];
const UNKNOWN = refusal('user-unknown', ONE_ANSWER, 'email');
export const WRONG = refusal('password-wrong', ONE_ANSWER, 'password');
export const DISABLED = refusal('user-disabled', ONE_ANSWER, 'email');
