import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';

/** Steps of SQLite's virtual machine that one statement may take: about 20 ms, and the same everywhere. */
const MAX_OPERATIONS = 1_000_000;
const OPERATIONS_PER_CALL = 1_000;
/** What a step of the compiler counts: it weighs ways to go about a join against each other, and each looks at all others. */
const WEIGHT_OF_COMPILING = 100;
/** What a changed row counts: it is copied out, before and after. */
const OPERATIONS_PER_CHANGE = 100;
/** Bytes of the longest text, blob or row. */
const MAX_LENGTH = 1_000_000;
const MAX_STATEMENT = 100_000;
/** At the console, where whoever types may try anything: texts of this length keep each operation short. */
const MAX_LENGTH_AT_CONSOLE = 4_000;
const MAX_PATTERN_AT_CONSOLE = 200;
const CONSOLE_OPERATIONS_PER_CHANGE = 1_000;
/** Texts for what looks at one of them for each character of another, or reads it through: a single operation each. */
const MAX_LENGTH_OF_COSTLY = 1_000;
/** From such a function on, each operation of a script counts as many. */
const WEIGHT_OF_COSTLY = 50;

export interface Budget {
  /** Before each statement, and before the first of a script. */
  renew(): void;
  /** Narrower limits as long as this lasts. */
  atConsole<T>(work: () => T): T;
  /** Unlimited, and not counted. */
  aside<T>(work: () => T): T;
  /** Compiles a statement: a join of many tables may take its time before anything runs. */
  compiling<T>(work: () => T): T;
  /** A row was changed. */
  change(): void;
  /** Something is used at the console whose operations may take long. */
  costly(): void;
  readonly spent: boolean;
}

/**
 * Cancels what does not come to an end, by counting operations (`sqlite3_progress_handler`): no clock is asked. SQLite counts
 * those of its machine, and the steps of its compiler just so.
 */
export function limitOperations(
  { capi }: Sqlite3Static,
  connection: Connection,
): Budget {
  let operations = 0;
  let weight = 1;
  let isCompiling = false;
  capi.sqlite3_progress_handler(
    connection,
    OPERATIONS_PER_CALL,
    () => {
      operations +=
        OPERATIONS_PER_CALL * (isCompiling ? WEIGHT_OF_COMPILING : weight);
      return operations > MAX_OPERATIONS ? 1 : 0;
    },
    0,
  );
  type Limit = Parameters<typeof capi.sqlite3_limit>[1];
  const limit = (id: Limit, most: number): number =>
    capi.sqlite3_limit(connection, id, most);
  limit(capi.SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  limit(capi.SQLITE_LIMIT_SQL_LENGTH, MAX_STATEMENT);
  let perChange = OPERATIONS_PER_CHANGE;
  return {
    renew() {
      operations = 0;
    },
    atConsole(work) {
      limit(capi.SQLITE_LIMIT_LENGTH, MAX_LENGTH_AT_CONSOLE);
      const pattern = capi.SQLITE_LIMIT_LIKE_PATTERN_LENGTH;
      const patternBefore = limit(pattern, MAX_PATTERN_AT_CONSOLE);
      perChange = CONSOLE_OPERATIONS_PER_CHANGE;
      try {
        return work();
      } finally {
        weight = 1;
        limit(capi.SQLITE_LIMIT_LENGTH, MAX_LENGTH);
        limit(pattern, patternBefore);
        perChange = OPERATIONS_PER_CHANGE;
      }
    },
    aside(work) {
      const spent = operations;
      const length = limit(capi.SQLITE_LIMIT_LENGTH, MAX_LENGTH);
      operations = -Infinity;
      try {
        return work();
      } finally {
        operations = spent;
        limit(capi.SQLITE_LIMIT_LENGTH, length);
      }
    },
    compiling(work) {
      isCompiling = true;
      try {
        return work();
      } finally {
        isCompiling = false;
      }
    },
    change() {
      operations += perChange;
    },
    costly() {
      weight = WEIGHT_OF_COSTLY;
      limit(capi.SQLITE_LIMIT_LENGTH, MAX_LENGTH_OF_COSTLY);
    },
    get spent() {
      return operations > MAX_OPERATIONS;
    },
  };
}
