import { renew, type TokenPair } from './jwt.ts';
import type { Acts } from './acts.ts';
import {
  startFamily,
  storeToken,
  type UsedRefreshToken,
} from './refresh-family.ts';
import { newRefreshToken } from './refresh-token.ts';
import type { User } from './user.ts';

/*
 * The hybrid is two schemes in one. The access token is the JWT scheme's: signed, short-lived, and stored nowhere, so it is
 * recognised as there. The refresh token is like a SQL session's id: a random number that only a table gives a meaning.
 */

// region: hybrid.issue
/** A login: a new family, with its first refresh token. */
export async function issueHybrid(
  acts: Acts,
  user: User,
  device: string,
): Promise<TokenPair> {
  const access = await renewAccess(acts, user);
  // region: hybrid.issue/new-token
  const refresh = await newRefreshToken(acts, 'hybrid.issue/new-token');
  // endregion
  const family = await startFamily(acts, user, device);
  await storeToken(acts, refresh, { family, parent: null });
  return { access, refresh };
}
// endregion

// region: hybrid.rotate
/** A refresh: the used token's child, in the same family and with its end. */
export async function rotate(
  acts: Acts,
  user: User,
  used: UsedRefreshToken,
): Promise<TokenPair> {
  const access = await renewAccess(acts, user);
  // region: hybrid.rotate/new-token
  const refresh = await newRefreshToken(acts, 'hybrid.rotate/new-token');
  // endregion
  await storeToken(acts, refresh, { family: used.family, parent: used.id });
  return { access, refresh };
}
// endregion

/** The JWT scheme's access token with a shorter life. */
function renewAccess(acts: Acts, user: User): Promise<string> {
  return renew(acts, user, acts.settings.hybridAccessLifetime);
}
