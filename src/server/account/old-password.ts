import type { ServerActs } from '../acts.ts';
import type { HttpResponse } from '#core/http.ts';
import { DISABLED, refuseLogin, TOO_MANY, WRONG } from '../schemes/login.ts';
import type { UserRow } from '../stores/state.ts';

// region: account.old-password
/** Whether the user knows the password, counted like a login. Null where they do, otherwise the answer. */
export async function checkOldPassword(
  acts: ServerActs,
  user: UserRow,
  old: string,
): Promise<HttpResponse | null> {
  // region: account.old-password/throttle
  const { email } = user;
  const early = await acts.throttle.wait(
    email,
    'account.old-password/throttle',
  );
  if (early > 0) return refuseLogin(acts, TOO_MANY, early);
  // endregion

  // region: account.old-password/derive
  const right = await acts.verifyPassword(
    old,
    user,
    'account.old-password/derive',
  );
  // endregion

  // A stolen session is no place to guess the password from.
  // region: account.old-password/count
  const welcome = right && user.disabled === null;
  const late = welcome
    ? await acts.throttle.clear(email, 'account.old-password/count')
    : await acts.throttle.fail(email, 'account.old-password/count');
  // endregion
  if (late > 0) return refuseLogin(acts, TOO_MANY, late);
  if (!right) return refuseLogin(acts, WRONG);
  return welcome ? null : refuseLogin(acts, DISABLED);
}
// endregion
