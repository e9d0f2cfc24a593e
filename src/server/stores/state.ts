import { fromHex, toHex } from '#auth/hex.ts';
import { derivePassword, type PasswordRecord } from '#auth/password.ts';
import type { DenylistRow, SessionFile } from '#auth/stores.ts';
import type { User } from '#auth/user.ts';
import type { JsonObject } from '#core/json.ts';
import type { Random } from '#core/ports.ts';
import {
  AREAS,
  areaId,
  type AreaContent,
  type WorldState,
} from '#core/state.ts';
import { SEED_USERS } from './seed-users.ts';
import type { Database, DatabaseSnapshot, SqlEngine } from '../sql/database.ts';
import type { StoresInSql } from '../sql/stores-in-sql.ts';

export type UserRow = User &
  PasswordRecord & {
    /** Since when, as a Unix second; null for everybody who may log in. */
    readonly disabled: number | null;
  };

/** Tokens of this user issued before this Unix second are refused. */
export type CutoffRow = {
  readonly before: number;
};

/** When the failed logins of one e-mail happened, oldest first. Unix seconds. */
export type ThrottleRow = {
  readonly failures: readonly number[];
};

/** What the server holds in memory and reads at its start. */
export interface Secrets {
  /** 32 bytes in hex. */
  readonly JWT_SECRET: string;
}

export type Table<Row> = ReadonlyMap<string, Row>;

/**
 * Everything one server and its database remember: a plain immutable value. Whoever keeps a reference has a snapshot;
 * a table that did not change is shared between snapshots.
 */
export interface ServerState {
  /** By file name, `sess_<id>`. On the disk of one server. */
  readonly files: Table<SessionFile>;
  /** By id, in decimal. In the database, like the three below. */
  readonly users: Table<UserRow>;
  /** By issuer and `jti`. */
  readonly denylist: Table<DenylistRow>;
  /** By the user's id. */
  readonly cutoffs: Table<CutoffRow>;
  /** By e-mail, trimmed and in lower case. */
  readonly throttle: Table<ThrottleRow>;
  readonly secrets: Secrets;
  /**
   * The tables of a server that has the SQL engine, as they were when the state was taken; `users` and `denylist` are then
   * among them, and empty above. Null for a server without it.
   */
  readonly sql: DatabaseSnapshot | null;
}

/** Holds the current state. Stores replace `state` and write to `database`; nothing else of a server ever changes. */
export interface ServerCell {
  state: ServerState;
  /** Open as long as the server lives; null for a server without SQL. */
  readonly database: Database | null;
  /** Makes the stores that are tables of the database; null like it. */
  readonly inSql: StoresInSql | null;
}

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

/** The secret as bytes: what signs and verifies under HS256. */
export function secretBytes({ JWT_SECRET }: Secrets): Uint8Array<ArrayBuffer> {
  return fromHex(JWT_SECRET);
}

/** The same state as the areas that panels show and traces start from. */
export function areasOf(state: ServerState): WorldState {
  return {
    'app-1/files': content(state.files),
    'app-1/secrets': { ...state.secrets },
    'database/users': content(state.users),
    'database/denylist': content(state.denylist),
    'database/cutoffs': content(state.cutoffs),
    'database/throttle': content(state.throttle),
    ...(state.sql ? tableAreas(state.sql) : {}),
  };
}

/** Tables that are no area of the world's (a student may think of others) are left out. */
function tableAreas({ tables }: DatabaseSnapshot): WorldState {
  return Object.fromEntries(
    AREAS.filter((name) => name in tables).map((name) => [
      areaId({ owner: 'database', name }),
      tables[name] ?? {},
    ]),
  );
}

function content<Row extends JsonObject>(table: Table<Row>): AreaContent {
  return Object.fromEntries(
    [...table].map(([key, row]): [string, JsonObject] => [key, { ...row }]),
  );
}
