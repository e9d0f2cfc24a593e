import type { JsonObject } from '#core/json.ts';
import { during } from '../acts.ts';
import { json } from '../http/answers.ts';
import {
  byAccessToken,
  byBearer,
  byPhpSession,
  bySqlSession,
  type Identify,
} from '../credentials/logged-in.ts';
import { readMembers } from './members.ts';
import { refuseRequest } from '../http/refuse-request.ts';
import type { Handler, Route } from '../route.ts';

/**
 * `POST {email}`, JSON or a form: 200 `{success: true, email}`, with the address as it is kept: trimmed and in lower case, as
 * every login looks for it. What is no address, or is another user's, answers 400; both in the same words. It takes the
 * credential of its own scheme and no other, and nothing else that would tell the user's own page from a foreign one: this
 * is the request that forgery is shown with.
 */
export const emailRoutes: readonly Route[] = [
  route('/email.php', byPhpSession),
  route('/jwt_email.php', byAccessToken),
];

/** Those of the schemes that keep their logins in tables. */
export const sqlEmailRoutes: readonly Route[] = [
  route('/session/email', bySqlSession),
  route('/hybrid/email', byBearer),
];

function route(path: string, identify: Identify): Route {
  return { method: 'POST', path, handler: changeEmail(identify) };
}

// region: account.email
function changeEmail(identify: Identify): Handler {
  return async (request, call) => {
    const checking = during('check', call);
    const content = readMembers(checking, request, readEmail, NEEDED);
    if (!content.ok) return content.answer;
    const { value: email } = content;

    const asks = await identify(request, call);
    if (!asks.ok) return asks.answer;
    const { subject, stranger } = asks.login;

    const acts = during('work', call);
    // region: account.email/update
    const id = Number(subject);
    const code = 'account.email/update';
    const isDone = await acts.users.setEmail(id, email, code);
    // endregion
    if (!isDone) {
      // region: account.email/why-not
      const why = 'account.email/why-not';
      const user = await acts.users.byId(subject, why);
      if (!user) return stranger;
      return refuseRequest(acts, 'email-taken', why, { message: NEEDED });
      // endregion
    }

    // region: account.email/answer
    const answer = { success: true, email };
    const members = { status: 200, members: Object.keys(answer) };
    const answering = during('answer', call);
    answering.step('build-answer', members, 'account.email/answer');
    return json(200, answer);
    // endregion
  };
}
// endregion

const NEEDED = 'email is needed: an address that nobody else has';

/** What a browser's own form lets through as an address (HTML standard, `input type=email`). */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
/** RFC 5321 §4.5.3.1.3, without the angle brackets. */
const MAX_LENGTH = 254;

function readEmail({ email }: JsonObject): string | null {
  if (typeof email !== 'string') return null;
  const address = email.trim().toLowerCase();
  return address.length <= MAX_LENGTH && ADDRESS.test(address) ? address : null;
}
