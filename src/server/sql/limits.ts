import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';

/** Steps of SQLite's virtual machine that one statement may take: about 20 ms, and the same everywhere. */
const MAX_OPERATIONS = 1_000_000;
const OPERATIONS_PER_CALL = 1_000;
/** What a changed row counts: it is copied out, before and after. */
const OPERATIONS_PER_CHANGE = 100;
/** Bytes of the longest text, blob or row. */
const MAX_LENGTH = 1_000_000;
const MAX_STATEMENT = 100_000;

export interface Budget {
  /** Before each statement. */
  renew(): void;
  /** A row was changed. */
  change(): void;
  readonly spent: boolean;
}

/** Cancels what does not come to an end, by counting operations (`sqlite3_progress_handler`): no clock is asked. */
export function limitOperations(
  { capi }: Sqlite3Static,
  connection: Connection,
): Budget {
  let operations = 0;
  capi.sqlite3_progress_handler(
    connection,
    OPERATIONS_PER_CALL,
    () => {
      operations += OPERATIONS_PER_CALL;
      return operations > MAX_OPERATIONS ? 1 : 0;
    },
    0,
  );
  capi.sqlite3_limit(connection, capi.SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  capi.sqlite3_limit(connection, capi.SQLITE_LIMIT_SQL_LENGTH, MAX_STATEMENT);
  return {
    renew() {
      operations = 0;
    },
    change() {
      operations += OPERATIONS_PER_CHANGE;
    },
    get spent() {
      return operations > MAX_OPERATIONS;
    },
  };
}

export interface Guard {
  /** Does what nobody but the server itself may. */
  aside<T>(work: () => T): T;
}

/**
 * From here on only rows are read and written: no other files, no settings of the engine, no transaction left open, and the
 * tables stay as they are. The engine says "not authorized".
 */
export function allowRowsOnly(
  { capi }: Sqlite3Static,
  connection: Connection,
): Guard {
  let open = false;
  const allowed: ReadonlySet<number> = new Set([
    capi.SQLITE_SELECT,
    capi.SQLITE_READ,
    capi.SQLITE_INSERT,
    capi.SQLITE_UPDATE,
    capi.SQLITE_DELETE,
    capi.SQLITE_FUNCTION,
    capi.SQLITE_RECURSIVE,
  ]);
  capi.sqlite3_set_authorizer(
    connection,
    (_context, action) =>
      open || allowed.has(action) ? capi.SQLITE_OK : capi.SQLITE_DENY,
    0,
  );
  return {
    aside(work) {
      open = true;
      try {
        return work();
      } finally {
        open = false;
      }
    },
  };
}
