import type { Acts } from './acts.ts';
import { hashOfRefreshToken } from './refresh-token.ts';
import type { User } from './user.ts';

const FAMILIES = { store: 'families', purpose: 'authentication' } as const;

// region: refresh-family.end-all
/** Revokes every family of the user. @returns how many were alive. */
export async function endFamilies(
  acts: Acts,
  { id }: Pick<User, 'id'>,
): Promise<number> {
  const now = acts.clock.now();
  const statement = `UPDATE families SET revoked = ?
  WHERE user_id = ? AND revoked IS NULL AND expires > ?`;
  const params = [now, id, now];
  const { count } = await acts.sql.run(
    { ...FAMILIES, op: 'write', key: `user ${id}`, statement, params },
    'refresh-family.end-all',
  );
  return count;
}
// endregion

// region: refresh-family.is-own
/** Whether a refresh token is good, and the user's. Nothing is used up. */
export async function isOwnToken(
  acts: Acts,
  { id }: Pick<User, 'id'>,
  token: string,
): Promise<boolean> {
  const code = 'refresh-family.is-own';
  const hash = await hashOfRefreshToken(acts, token, code);
  const statement = `SELECT f.id FROM refresh_tokens AS t
  JOIN families AS f ON f.id = t.family_id
  WHERE t.token_hash = ? AND t.used IS NULL AND f.user_id = ?
    AND f.revoked IS NULL AND f.expires > ?`;
  const params = [hash, id, acts.clock.now()];
  const { count } = await acts.sql.run(
    { ...FAMILIES, op: 'read', key: hash, statement, params },
    code,
  );
  return count > 0;
}
// endregion
