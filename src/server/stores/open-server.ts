import { toHex } from '#auth/hex.ts';
import { derivePassword } from '#auth/password.ts';
import type { Random } from '#core/ports.ts';
import type { DatabaseSnapshot, SqlEngine } from '../sql/database.ts';
import { SEED_USERS } from './seed-users.ts';
import type { ServerCell, ServerState, UserRow } from './state.ts';

export interface FirstStart {
  /** 32 bytes to use instead of drawn ones. */
  readonly jwtSecret?: Uint8Array | undefined;
  /** Keeps the tables of the database. Without it nothing of SQL is there, its schemes' addresses included. */
  readonly engine?: SqlEngine | null;
}

/**
 * A server as it comes up for the first time: five users, no sessions, a fresh secret.
 * @param random the same bytes give the same server.
 */
export async function initialServerState(
  random: Random,
  { jwtSecret, engine = null }: FirstStart = {},
): Promise<ServerState> {
  const drawn = random.bytes(32);
  const rows: UserRow[] = [];
  for (const { password, ...user } of SEED_USERS) {
    const salt = toHex(random.bytes(16));
    const hash = await derivePassword(password, salt);
    rows.push({ ...user, salt, hash, disabled: null });
  }
  return {
    files: new Map(),
    users: new Map(engine ? [] : rows.map((row) => [String(row.id), row])),
    denylist: new Map(),
    cutoffs: new Map(),
    throttle: new Map(),
    secrets: { JWT_SECRET: toHex(jwtSecret ?? drawn) },
    sql: engine ? await firstTables(engine, rows) : null,
  };
}

async function firstTables(
  engine: SqlEngine,
  users: readonly UserRow[],
): Promise<DatabaseSnapshot> {
  const { insertUsers } = await import('../sql/insert-users.ts');
  const database = await engine.open(null);
  try {
    await insertUsers(database, users);
    return await database.snapshot();
  } finally {
    await database.close();
  }
}

/**
 * Wakes a server up where its state was taken.
 * @param engine needed where the state has tables.
 */
export async function openServer(
  state: ServerState,
  engine: SqlEngine | null,
): Promise<ServerCell> {
  if (!state.sql) return { state, database: null, inSql: null };
  if (!engine) throw new TypeError('a server with tables needs the SQL engine');
  const { storesInSql } = await import('../sql/stores-in-sql.ts');
  const database = await engine.open(state.sql);
  return { state, database, inSql: storesInSql(database) };
}

/** The state as it is now, tables included. */
export async function takeState({
  state,
  database,
}: ServerCell): Promise<ServerState> {
  if (!database) return state;
  const sql = await database.snapshot();
  return sql === state.sql ? state : { ...state, sql };
}
