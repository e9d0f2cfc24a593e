import type { SchemeId } from '#core/schemes.ts';

export interface ConsoleExample {
  readonly label: string;
  readonly statement: string;
}

/** Statements that show something about remembering a login, from looking to breaking. */
const SESSIONS: readonly ConsoleExample[] = [
  {
    label: 'Look: who is logged in?',
    statement:
      "SELECT s.id, u.user_name, s.device, datetime(s.expires, 'unixepoch') AS until\nFROM sessions AS s JOIN users AS u ON u.id = s.user_id",
  },
  { label: 'End one login', statement: "DELETE FROM sessions WHERE device = 'laptop'" },
  { label: 'End everybody’s logins', statement: 'DELETE FROM sessions' },
  {
    label: 'Let a login run out in a minute',
    statement: "UPDATE sessions SET expires = unixepoch() + 60 WHERE device = 'laptop'",
  },
  {
    label: 'Look for an id that is only stored as its hash',
    statement: 'SELECT id_hash, length(id_hash) AS digits FROM sessions',
  },
];

const FAMILIES: readonly ConsoleExample[] = [
  {
    label: 'Look: which tokens were used?',
    statement:
      'SELECT f.id AS family, f.device, t.id AS token, t.parent_id, t.used\nFROM families AS f JOIN refresh_tokens AS t ON t.family_id = f.id',
  },
  { label: 'Revoke one login', statement: "UPDATE families SET revoked = unixepoch() WHERE device = 'laptop'" },
  { label: 'Make a used token good again', statement: 'UPDATE refresh_tokens SET used = NULL WHERE id = 1' },
  { label: 'Forget all refresh tokens', statement: 'DELETE FROM refresh_tokens' },
];

const EVERYWHERE: readonly ConsoleExample[] = [
  { label: 'Demote John', statement: "UPDATE users SET role = 'member' WHERE id = 42" },
  { label: 'Time and chance are the world’s', statement: "SELECT datetime('now') AS now, random() AS drawn" },
  { label: 'A mistake', statement: 'SELECT * FROM session' },
  {
    label: 'A query without an end',
    statement: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)\nSELECT max(i) FROM n',
  },
];

/** What is worth trying on the tables of a scheme. */
export function examplesFor(scheme: SchemeId): readonly ConsoleExample[] {
  return [...(scheme === 'hybrid' ? FAMILIES : SESSIONS), ...EVERYWHERE];
}
