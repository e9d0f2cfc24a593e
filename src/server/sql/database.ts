import type { SqlOutcome, SqlRow, SqlValue } from '#core/sql.ts';

/*
 * The port behind which the SQL engine stands. All of it is plain data, so that
 * an engine may live on either side of a thread.
 */

/** What a statement may know of the world it runs in: nothing else is random, and nothing else tells the time. */
export interface Moment {
  /** Unix seconds: what `'now'` and `CURRENT_TIMESTAMP` say. */
  readonly now: number;
  /** 16 bytes, from which `random()` and `randomblob()` draw. */
  readonly entropy: Uint8Array;
}

/** One row before and after, as the engine's pre-update hook saw it; null is "not there". */
export interface RowChange {
  readonly table: string;
  /** The values of the primary key, joined by a space. */
  readonly key: string;
  readonly before: SqlRow | null;
  readonly after: SqlRow | null;
}

/** One statement as the engine's own trace (`sqlite3_trace_v2`) reported it. */
export interface LoggedStatement {
  /** With its `?` still in it. */
  readonly statement: string;
  /** With the values in their places, quoted by the engine. */
  readonly expanded: string;
  /** Rows that it gave out, counted by the trace; for one that writes, the rows that it touched. */
  readonly rows: number;
}

/** What one statement did. */
export interface Ran {
  /** From the engine's log, not from the call. */
  readonly logged: LoggedStatement;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /** Rows inserted, updated or deleted, in the order in which it happened. */
  readonly changes: readonly RowChange[];
}

/** One statement of what somebody typed at the console, and what became of it. */
export interface ScriptStep {
  readonly statement: string;
  readonly plan: readonly string[];
  readonly outcome: SqlOutcome;
  /** How the tables differ after it, whatever it was: a `ROLLBACK` brings rows back. */
  readonly changes: readonly RowChange[];
}

/** A database at rest: a plain immutable value, which `open` makes an equal database of. */
export interface DatabaseSnapshot {
  readonly bytes: Uint8Array;
  /** The rows of every table, by name and by the values of the primary key. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, SqlRow>>>>;
}

/** One database, in memory. */
export interface Database {
  /**
   * Runs one statement, whole or not at all.
   * @param params for its `?`, in order.
   * @throws SqlError
   */
  run(
    statement: string,
    params: readonly SqlValue[],
    moment: Moment,
  ): Promise<Ran>;
  /**
   * Runs what somebody types at the console: any number of statements, up to the first that fails. A mistake is an outcome. Rows are
   * read and written, transactions begun and ended; tables, settings of the engine and other files stay out of reach.
   */
  script(text: string, moment: Moment): Promise<readonly ScriptStep[]>;
  /**
   * How the engine would go about it (`EXPLAIN QUERY PLAN`), a line for each step. Nothing is run and nothing is logged.
   * @throws SqlError
   */
  plan(statement: string): Promise<readonly string[]>;
  /** The latest thousand statements since the database was opened, oldest first. */
  log(): Promise<readonly LoggedStatement[]>;
  /** The same value again while nothing was written. */
  snapshot(): Promise<DatabaseSnapshot>;
  /** Gives its memory back. Whatever is asked of it afterwards fails. */
  close(): Promise<void>;
}

/** The engine, loaded once; any number of databases may be open side by side. */
export interface SqlEngine {
  /** `3.54.1` */
  readonly version: string;
  /** @param from what an earlier database was, or null for empty tables. */
  open(from: DatabaseSnapshot | null): Promise<Database>;
}

/** Loads the engine, once for all who ask. */
export type LoadSqlEngine = () => Promise<SqlEngine>;

export type SqlProblem =
  /** The engine refused the statement; `message` is the engine's own. */
  | 'refused'
  /** It did not come to an end within the operations it may take, or gave out too many rows. */
  | 'too-much'
  /** More than one statement, or none. */
  | 'not-one';

export class SqlError extends Error {
  readonly code: SqlProblem;

  constructor(code: SqlProblem, message: string) {
    super(message);
    this.name = 'SqlError';
    this.code = code;
  }
}

/** The rows of an answer as objects, by the names of their columns. */
export function rowObjects({
  columns,
  rows,
}: Pick<Ran, 'columns' | 'rows'>): readonly SqlRow[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map((name, at): [string, SqlValue] => [name, row[at] ?? null]),
    ),
  );
}
