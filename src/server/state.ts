import { fromHex, toHex } from '#auth/hex.ts';
import { derivePassword, type PasswordRecord } from '#auth/password.ts';
import type { DenylistRow, SessionFile } from '#auth/stores.ts';
import type { User } from '#auth/user.ts';
import type { JsonObject } from '#core/json.ts';
import type { Random } from '#core/ports.ts';
import type { AreaContent, WorldState } from '#core/state.ts';
import { SEED_USERS } from './seed-users.ts';

export type UserRow = User & PasswordRecord;

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
}

/** Holds the current state. Stores replace `state`; nothing else of a server ever changes. */
export interface ServerCell {
  state: ServerState;
}

/**
 * A server as it comes up for the first time: five users, no sessions, a fresh secret.
 * @param random the same bytes give the same server.
 * @param jwtSecret 32 bytes to use instead of drawn ones.
 */
export async function initialServerState(
  random: Random,
  jwtSecret?: Uint8Array,
): Promise<ServerState> {
  const drawn = random.bytes(32);
  const rows: UserRow[] = [];
  for (const { password, ...user } of SEED_USERS) {
    const salt = toHex(random.bytes(16));
    rows.push({ ...user, salt, hash: await derivePassword(password, salt) });
  }
  return {
    files: new Map(),
    users: new Map(rows.map((row) => [String(row.id), row])),
    denylist: new Map(),
    cutoffs: new Map(),
    throttle: new Map(),
    secrets: { JWT_SECRET: toHex(jwtSecret ?? drawn) },
  };
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
  };
}

function content<Row extends JsonObject>(table: Table<Row>): AreaContent {
  return Object.fromEntries(
    [...table].map(([key, row]): [string, JsonObject] => [key, { ...row }]),
  );
}
