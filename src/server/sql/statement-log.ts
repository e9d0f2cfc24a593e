import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import type { LoggedStatement } from './database.ts';

/** Older ones are forgotten: on a socket a server may live for long. */
const KEPT_STATEMENTS = 1_000;

export interface StatementLog {
  /** The latest, oldest first. */
  readonly entries: readonly LoggedStatement[];
  /** Runs something that nobody is to hear of. */
  silently<T>(work: () => T): T;
}

/**
 * Writes down what the engine says it runs, by its own trace: a statement when it begins, its rows as they come, and what
 * it touched when it has ended. Nothing is counted beside the engine.
 */
export function traceStatements(
  { capi }: Sqlite3Static,
  connection: Connection,
): StatementLog {
  const entries: LoggedStatement[] = [];
  let silent = false;
  let rows = 0;

  // The engine's function takes one argument more than its types say.
  type Trace = typeof capi.sqlite3_trace_v2;
  const trace: (...all: [...Parameters<Trace>, context: 0]) => unknown =
    capi.sqlite3_trace_v2;
  const mask =
    capi.SQLITE_TRACE_STMT | capi.SQLITE_TRACE_ROW | capi.SQLITE_TRACE_PROFILE;
  trace(
    connection,
    mask,
    (event, _context, statement) => {
      if (silent) return 0;
      if (event === capi.SQLITE_TRACE_STMT) rows = 0;
      if (event === capi.SQLITE_TRACE_ROW) rows += 1;
      if (event === capi.SQLITE_TRACE_PROFILE) {
        const reads = capi.sqlite3_stmt_readonly(statement) !== 0;
        entries.push({
          statement: capi.sqlite3_sql(statement),
          expanded: capi.sqlite3_expanded_sql(statement),
          rows: reads ? rows : capi.sqlite3_changes(connection),
        });
        if (entries.length > KEPT_STATEMENTS) entries.shift();
      }
      return 0;
    },
    0,
  );

  return {
    entries,
    silently(work) {
      silent = true;
      try {
        return work();
      } finally {
        silent = false;
      }
    },
  };
}
