import type { Database as Connection } from '@sqlite.org/sqlite-wasm';
import type { SqlError } from './database.ts';

/** What of a connection a savepoint needs. */
export interface Savepoints {
  readonly connection: Connection;
  /** Does what the database does for itself. */
  readonly aside: (work: () => unknown) => void;
  /** Whether a transaction is open. */
  readonly isOpen: () => boolean;
  readonly problem: (error: unknown) => SqlError;
}

/**
 * Does something whole or not at all, also where a conflict clause (`OR FAIL`) or too many rows would leave half of it.
 * @throws SqlError
 */
export function allOrNothing<T>(
  { connection, aside, isOpen, problem }: Savepoints,
  work: () => T,
): T {
  aside(() => connection.exec('SAVEPOINT statement'));
  try {
    const value = work();
    aside(() => connection.exec('RELEASE statement'));
    return value;
  } catch (error) {
    // Before the engine has anything else to say.
    const why = problem(error);
    // After `OR ROLLBACK` nothing is left to undo.
    if (isOpen())
      aside(() => connection.exec('ROLLBACK TO statement; RELEASE statement'));
    throw why;
  }
}
