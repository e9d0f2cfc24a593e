import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import type { Budget } from './budget.ts';
import { SqlError } from './database.ts';

/** What went wrong on a connection, in the engine's own words, without its wrapper's. Ask before anything else is run. */
export function problemOn(
  { capi, SQLite3Error }: Sqlite3Static,
  connection: Connection,
  budget: Budget,
): (error: unknown) => SqlError {
  return (error) => {
    if (error instanceof SqlError) return error;
    if (budget.spent)
      return new SqlError('too-much', 'interrupted: too many operations');
    const hasWords = error instanceof SQLite3Error && connection.pointer;
    return new SqlError(
      'refused',
      hasWords ? capi.sqlite3_errmsg(connection) : String(error),
    );
  };
}
