import type { Acts } from './acts.ts';
import type { User } from './user.ts';
import type { Refusal } from './verdict.ts';

/** Who is asking: what the server knows of the login, or why it knows nothing. */
export type Recognition<Login> =
  | { readonly ok: true; readonly login: Login }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The small port behind which the ways to remember a login meet.
 *
 * `Carried` is what a later request brings along, `Issued` what a login hands out, `Login` what the server then knows.
 * A session keeps the login and hands out a number; a token hands out the login itself, signed, and keeps nothing.
 */
export interface LoginScheme<Carried, Issued, Login> {
  /** The password was right: remember the login. `carried` is what the request brought along, which may be planted. */
  issue(acts: Acts, user: User, carried: Carried | null): Promise<Issued>;
  /** Finds out who is asking. */
  recognise(acts: Acts, carried: Carried): Promise<Recognition<Login>>;
  /** Ends a login that was just recognised, as far as the server can. */
  forget(acts: Acts, login: Login): Promise<void>;
}
