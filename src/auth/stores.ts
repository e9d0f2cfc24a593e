import type { RegionName, StoreFact } from '#core/events.ts';
import type { SqlRow, SqlStatement } from '#core/sql.ts';

/** A session file on the server's disk. Times are Unix seconds, as `stat` tells them. */
export type SessionFile = {
  /** PHP's own format, byte for byte. */
  readonly content: string;
  /** When the file was made. */
  readonly created: number;
  /** When it was last written or touched: the idle clock. */
  readonly mtime: number;
};

/** A revoked token, until nobody would accept it anyway (Unix seconds). */
export type DenylistRow = {
  readonly iss: string;
  readonly jti: string;
  readonly until: number;
};

/*
 * The stores that the schemes need, as ports: the server has them. Each method is one recorded access; `code` names the
 * region of source that asks for it.
 */

/** The directory of session files (`session.save_path`). */
export interface SessionFiles {
  /** Every file, by name: opened one after the other, since a directory knows nothing of users. */
  all(code: RegionName): Promise<ReadonlyMap<string, SessionFile>>;
  read(name: string, code: RegionName): Promise<SessionFile | null>;
  write(name: string, content: string, code: RegionName): Promise<void>;
  /** Whether there was one. */
  delete(name: string, code: RegionName): Promise<boolean>;
  /**
   * Sets the time of a file that this request has read. No access of its own: PHP keeps the file open, and locked, until
   * the request ends (`session.lazy_write`).
   */
  touch(name: string, code: RegionName): void;
}

/** Tokens revoked before their end, by issuer and `jti`: other spellings of a token do not get past it. */
export interface Denylist {
  has(iss: string, jti: string, code: RegionName): Promise<boolean>;
  add(rows: readonly DenylistRow[], code: RegionName): Promise<void>;
}

/** Per user, the Unix second before which every token was issued in vain. */
export interface Cutoffs {
  read(subject: string, code: RegionName): Promise<number | null>;
  /**
   * Moves it past every token that there can be: to the next second, and past an earlier cut-off that already stands there.
   * @returns where it stands now.
   */
  cut(subject: string, code: RegionName): Promise<number>;
}

/** A statement, and what the record says about it. */
export interface SqlQuery
  extends
    Pick<StoreFact, 'store' | 'op' | 'purpose' | 'key'>,
    Pick<SqlStatement, 'statement' | 'params'> {}

export interface SqlAnswer {
  readonly rows: readonly SqlRow[];
  /** Rows that it gave out, or touched. */
  readonly count: number;
}

/** The tables of the database, by SQL. A value never becomes a part of a statement: it stands in for a `?`. */
export interface SqlTables {
  run(query: SqlQuery, code: RegionName): Promise<SqlAnswer>;
}
