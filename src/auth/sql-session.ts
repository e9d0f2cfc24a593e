import type { Citation } from '#core/reasons.ts';
import type { SqlRow } from '#core/sql.ts';
import type { Acts } from './acts.ts';
import type { LoginScheme, Recognition } from './scheme.ts';
import { SESSION_ID_BYTES, sessionIdFrom } from './session-id.ts';
import type { User } from './user.ts';
import { refusal, type Refusal } from './verdict.ts';

/** What a request brings along: the value of its header `session-id`, null without one, and what its device calls itself. */
export interface SqlCarried {
  readonly id: string | null;
  readonly device: string;
}

/** What the server knows of a session that it has found. */
export interface SqlLogin {
  /** What stands for the id in the table. */
  readonly idHash: string;
  /** The number of its row. */
  readonly row: number;
  /** The user as of now: the JOIN reads both tables anew each time. */
  readonly user: User;
}

const ACCESS = { store: 'sessions', purpose: 'authentication' } as const;
const SESSIONS = [cite('OWASP Session Management Cheat Sheet')];
const KNOWN_ONLY = [cite('ASVS 5.0', '7.2.1')];
const LIFETIMES = [cite('ASVS 5.0', '7.3')];
const DISABLED = [cite('ASVS 5.0', '7.4.2')];

/** SQL sessions: the server keeps the login in a row of a table, and the client carries a number. */
export const sqlSession = {
  issue,
  recognise,
  forget,
} satisfies LoginScheme<SqlCarried, string, SqlLogin>;

// region: sql-session.issue
async function issue(
  acts: Acts,
  user: User,
  carried: SqlCarried | null,
): Promise<string> {
  // Always a new id, whatever the request brought.
  // region: sql-session.issue/new-id
  const id = sessionIdFrom(
    await acts.random(
      SESSION_ID_BYTES,
      'session id',
      'sql-session.issue/new-id',
    ),
  );
  // endregion

  // Whoever reads the table cannot log in with what stands there.
  const idHash = await hashOf(acts, id);

  // region: sql-session.issue/insert
  const now = acts.clock.now();
  const insert = `INSERT INTO sessions
  (id_hash, user_id, device, created, last_seen, expires)
  VALUES (?, ?, ?, ?, ?, ?)`;
  const params = [
    idHash,
    user.id,
    carried?.device ?? '',
    now,
    now,
    now + acts.settings.absolute,
  ];
  await acts.sql.run(
    { ...ACCESS, op: 'write', key: idHash, statement: insert, params },
    'sql-session.issue/insert',
  );
  // endregion
  return id;
}
// endregion

// region: sql-session.recognise
async function recognise(
  acts: Acts,
  { id }: Pick<SqlCarried, 'id'>,
): Promise<Recognition<SqlLogin>> {
  const found = await findSession(acts, id);
  // region: sql-session.recognise/decide
  acts.decide('session', found, 'sql-session.recognise/decide');
  // endregion
  return found;
}

async function findSession(
  acts: Acts,
  id: string | null,
): Promise<Recognition<SqlLogin>> {
  if (!id) return refuse('session-missing', SESSIONS);
  const idHash = await hashOf(acts, id);

  // Whatever the id says, it is a value: no part of the statement.
  // region: sql-session.recognise/join
  const select = `SELECT s.id AS row, s.expires,
    u.id, u.user_name, u.email, u.role, u.disabled
  FROM sessions AS s JOIN users AS u ON u.id = s.user_id
  WHERE s.id_hash = ?`;
  const { rows } = await acts.sql.run(
    { ...ACCESS, op: 'read', key: idHash, statement: select, params: [idHash] },
    'sql-session.recognise/join',
  );
  // endregion
  const [row] = rows;
  if (!row) return refuse('session-unknown', KNOWN_ONLY);
  if (acts.clock.now() >= Number(row['expires']))
    return refuse('session-absolute', LIFETIMES);
  if (row['disabled'] !== null) return refuse('user-disabled', DISABLED);
  return {
    ok: true,
    login: { idHash, row: Number(row['row']), user: userIn(row) },
  };
}
// endregion

// region: sql-session.keep-alive
/** The row says when its session was used last: for the user's list of devices. */
export async function markSeen(acts: Acts, login: SqlLogin): Promise<void> {
  const update = 'UPDATE sessions SET last_seen = ? WHERE id = ?';
  const params = [acts.clock.now(), login.row];
  const key = String(login.row);
  await acts.sql.run(
    { ...ACCESS, op: 'write', key, statement: update, params },
    'sql-session.keep-alive',
  );
}
// endregion

// region: sql-session.forget
async function forget(
  acts: Acts,
  { idHash }: Pick<SqlLogin, 'idHash'>,
): Promise<void> {
  const statement = 'DELETE FROM sessions WHERE id_hash = ?';
  const params = [idHash];
  await acts.sql.run(
    { ...ACCESS, op: 'delete', key: idHash, statement, params },
    'sql-session.forget',
  );
}
// endregion

/** Ends the session of this id, if there is one: nobody has to be recognised for that. */
export async function endSession(acts: Acts, id: string): Promise<void> {
  await forget(acts, { idHash: await hashOf(acts, id) });
}

// region: sql-session.hash
function hashOf(acts: Acts, id: string): Promise<string> {
  return acts.hash(id, 'session id', 'sql-session.hash');
}
// endregion

function userIn(row: SqlRow): User {
  return {
    id: Number(row['id']),
    user_name: String(row['user_name']),
    email: String(row['email']),
    role: row['role'] === 'admin' ? 'admin' : 'member',
  };
}

function cite(document: string, section?: string): Citation {
  return section === undefined ? { document } : { document, section };
}

function refuse(
  reason: Refusal['reason'],
  cites: readonly Citation[],
): Recognition<SqlLogin> {
  return { ok: false, refusal: refusal(reason, cites, 'session-id') };
}
