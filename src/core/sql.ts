/** What SQL values become outside: a blob its hex digits, an integer beyond 2^53 its decimal digits. */
export type SqlValue = string | number | null;

/** One row of a table or of an answer, by the names of its columns. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A statement as the SQL engine reported it. */
export interface SqlStatement {
  /** With its `?` still in it. */
  readonly statement: string;
  /** What stood in for each `?`, in order. */
  readonly params: readonly SqlValue[];
  /** How the engine went about it (`EXPLAIN QUERY PLAN`), a line for each step. */
  readonly plan: readonly string[];
  /** What the engine said where it refused the server's own statement; none of it stays. */
  readonly refused?: string;
}

/** What became of a statement at the console. */
export interface SqlOutcome {
  /** Of what it gave out; none for one that gives nothing out. */
  readonly columns: readonly string[];
  /** The first rows it gave out, long texts cut. */
  readonly found: readonly (readonly SqlValue[])[];
  /** All rows that it gave out or touched. */
  readonly rows: number;
  /** Null where it went well. `refused`: the message is the engine's own. `too-much`: it was cancelled. Either way nothing of it stays. */
  readonly problem: { readonly code: 'refused' | 'too-much'; readonly message: string } | null;
  /** True for the `ROLLBACK` by which the console ends a transaction that was left open. */
  readonly byConsole: boolean;
}

/** Whether a statement, without anything in front of it, begins, ends or marks a transaction: no row comes of it. */
export function isTransaction(statement: string): boolean {
  return /^(BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\b/i.test(statement);
}
