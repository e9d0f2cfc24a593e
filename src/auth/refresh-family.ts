import type { Citation } from '#core/reasons.ts';
import type { SqlRow } from '#core/sql.ts';
import type { Acts } from './acts.ts';
import { hashOfRefreshToken } from './refresh-token.ts';
import type { User } from './user.ts';
import { refusal, type Refusal } from './verdict.ts';

/*
 * All refresh tokens that descend from one login are a family (RFC 9700 §4.14.2). The family has the owner, the end and the
 * flag that revokes it, so that a child cannot outlive its family, whenever it is inserted.
 */

/** A refresh token that was good, and is used up now. */
export interface UsedRefreshToken {
  /** The number of its row. */
  readonly id: number;
  readonly family: number;
  /** The owner's id, in decimal. */
  readonly user: string;
}

export type RefreshTokenUse =
  | { readonly ok: true; readonly used: UsedRefreshToken }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** The family to revoke, where one of its used tokens came back. */
      readonly replayed: number | null;
    };

const TOKENS = {
  store: 'refresh_tokens',
  purpose: 'authentication',
} as const;
const FAMILIES = { store: 'families', purpose: 'authentication' } as const;

// region: refresh-family.start
/** @returns the number of the family's row. */
export async function startFamily(
  acts: Acts,
  user: User,
  device: string,
): Promise<number> {
  const now = acts.clock.now();
  const expires = now + acts.settings.refreshLifetime;
  const statement = `INSERT INTO families (user_id, device, created, expires)
  VALUES (?, ?, ?, ?) RETURNING id`;
  const params = [user.id, device, now, expires];
  const { rows } = await acts.sql.run(
    { ...FAMILIES, op: 'write', key: `user ${user.id}`, statement, params },
    'refresh-family.start',
  );
  return Number(rows[0]?.['id']);
}
// endregion

// region: refresh-family.store
/** Keeps a new token's hash. Its end is the family's: rotation does not move it (ASVS 5.0 10.4.8). */
export async function storeToken(
  acts: Acts,
  token: string,
  {
    family,
    parent,
  }: { readonly family: number; readonly parent: number | null },
): Promise<void> {
  const code = 'refresh-family.store';
  const hash = await hashOfRefreshToken(acts, token, code);
  const statement = `INSERT INTO refresh_tokens
  (token_hash, family_id, parent_id, issued) VALUES (?, ?, ?, ?)`;
  const params = [hash, family, parent, acts.clock.now()];
  await acts.sql.run(
    { ...TOKENS, op: 'write', key: hash, statement, params },
    code,
  );
}
// endregion

// region: refresh-family.use
/** Takes a refresh token: good once, and never again. */
export async function takeToken(
  acts: Acts,
  token: string,
): Promise<RefreshTokenUse> {
  // region: refresh-family.use/hash
  const code = 'refresh-family.use/hash';
  const hash = await hashOfRefreshToken(acts, token, code);
  // endregion

  // Compare and set in one statement: of two that come at once,
  // only one finds the token unused.
  // region: refresh-family.use/compare-and-set
  const now = acts.clock.now();
  const statement = `UPDATE refresh_tokens SET used = coalesce(used, ?)
  WHERE token_hash = ? AND (used IS NULL OR used > ?) AND family_id IN
    (SELECT id FROM families WHERE revoked IS NULL AND expires > ?)
  RETURNING id, family_id AS family,
    (SELECT user_id FROM families WHERE id = family_id) AS user`;
  const params = [now, hash, now - acts.settings.grace, now];
  const { rows } = await acts.sql.run(
    { ...TOKENS, op: 'write', key: hash, statement, params },
    'refresh-family.use/compare-and-set',
  );
  // endregion
  const [row] = rows;
  const use = row ? good(row) : await findFault(acts, hash);

  // region: refresh-family.use/decide
  acts.decide('token', use, 'refresh-family.use/decide');
  // endregion
  return use;
}

/** Why it was not taken. The outside hears the same of all. */
async function findFault(acts: Acts, hash: string): Promise<RefreshTokenUse> {
  // region: refresh-family.use/look-up
  const statement = `SELECT f.id AS family, f.expires, f.revoked
  FROM refresh_tokens AS t JOIN families AS f ON f.id = t.family_id
  WHERE t.token_hash = ?`;
  const { rows } = await acts.sql.run(
    { ...TOKENS, op: 'read', key: hash, statement, params: [hash] },
    'refresh-family.use/look-up',
  );
  // endregion
  const [row] = rows;
  if (!row) return bad('refresh-unknown', UNKNOWN);
  if (acts.clock.now() >= Number(row['expires']))
    return bad('refresh-expired', ABSOLUTE_END);
  if (row['revoked'] !== null) return bad('refresh-revoked', ROTATION);

  // Used before: one of two who have it stole it, nobody knows which.
  return bad('refresh-reused', ROTATION, Number(row['family']));
}
// endregion

// region: refresh-family.revoke
/** Ends the family by a flag on it, and with it every token that it has or is about to get. */
export async function revokeFamily(acts: Acts, family: number): Promise<void> {
  const statement = `UPDATE families SET revoked = ?
  WHERE id = ? AND revoked IS NULL`;
  const params = [acts.clock.now(), family];
  await acts.sql.run(
    { ...FAMILIES, op: 'write', key: String(family), statement, params },
    'refresh-family.revoke',
  );
}
// endregion

// region: refresh-family.end
/** A logout: ends the family that the token is of, if there is one. */
export async function endFamily(acts: Acts, token: string): Promise<void> {
  const code = 'refresh-family.end';
  const hash = await hashOfRefreshToken(acts, token, code);
  const statement = `UPDATE families SET revoked = ?
  WHERE revoked IS NULL AND id =
    (SELECT family_id FROM refresh_tokens WHERE token_hash = ?)`;
  const params = [acts.clock.now(), hash];
  await acts.sql.run(
    { ...FAMILIES, op: 'write', key: hash, statement, params },
    code,
  );
}
// endregion

const UNKNOWN: readonly Citation[] = [{ document: 'RFC 6749', section: '5.2' }];
const ABSOLUTE_END: readonly Citation[] = [
  { document: 'ASVS 5.0', section: '10.4.8' },
];
const ROTATION: readonly Citation[] = [
  { document: 'RFC 9700', section: '4.14.2' },
];

function good(row: SqlRow): RefreshTokenUse {
  const [id, family] = [Number(row['id']), Number(row['family'])];
  return { ok: true, used: { id, family, user: String(row['user']) } };
}

function bad(
  reason: Refusal['reason'],
  cites: readonly Citation[],
  replayed: number | null = null,
): RefreshTokenUse {
  return {
    ok: false,
    refusal: refusal(reason, cites, 'refresh_token'),
    replayed,
  };
}
