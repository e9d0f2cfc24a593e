import { fromHex } from '#auth/hex.ts';
import type { PasswordRecord } from '#auth/password.ts';
import type { DenylistRow, SessionFile } from '#auth/stores.ts';
import type { User } from '#auth/user.ts';
import type { Database, DatabaseSnapshot } from '../sql/database.ts';
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
   * The tables of a server that has the SQL engine, as they were when the state was taken; `users`, `denylist` and
   * `cutoffs` are then among them, and empty above. Null for a server without it.
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

/** The secret as bytes: what signs and verifies under HS256. */
export function secretBytes({ JWT_SECRET }: Secrets): Uint8Array<ArrayBuffer> {
  return fromHex(JWT_SECRET);
}
