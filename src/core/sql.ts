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
}
