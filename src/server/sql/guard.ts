import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';

type Capi = Sqlite3Static['capi'];

export interface Guard {
  /** Does what nobody but the server itself may. */
  aside<T>(work: () => T): T;
  /** Somebody at the console may also begin and end transactions, and look at how a table is made. */
  atConsole<T>(work: () => T): T;
}

/** Settings of the engine that are questions. */
const QUESTIONS: ReadonlySet<string> = new Set([
  'table_info',
  'table_xinfo',
  'table_list',
  'index_list',
  'index_info',
  'index_xinfo',
  'foreign_key_list',
]);

/** Tables that are none: the engine's view of its own pages and counters. */
const ENGINE_TABLES: ReadonlySet<string> = new Set([
  'bytecode',
  'dbstat',
  'tables_used',
  'sqlite_stmt',
  'sqlite_dbpage',
]);

/** They remember what an earlier script did, which a database woken from a snapshot does not. */
const REMEMBERING: ReadonlySet<string> = new Set(['total_changes']);

/** What looks through whole texts, or for each character through another, in one operation. */
const COSTLY: ReadonlySet<string> = new Set([
  'instr',
  'replace',
  'like',
  'glob',
  'trim',
  'ltrim',
  'rtrim',
  'unhex',
  'randomblob',
]);

/**
 * From here on only rows are read and written: no other files, no settings of the engine, no transaction left open, and the
 * tables stay as they are. The engine says "not authorized".
 * @param onCostly called when a statement of the console uses what may take long.
 */
export function allowRowsOnly(
  { capi }: Sqlite3Static,
  connection: Connection,
  onCostly: () => void,
): Guard {
  let who: 'server' | 'console' | 'itself' = 'server';
  const isRowAct = rowActs(capi);
  const isConsoleAct = consoleActs(capi, onCostly);
  capi.sqlite3_set_authorizer(
    connection,
    (_context, action, first, second) => {
      const isAllowed =
        who === 'itself' ||
        (who === 'console'
          ? isConsoleAct(action, String(first), String(second))
          : isRowAct(action));
      return isAllowed ? capi.SQLITE_OK : capi.SQLITE_DENY;
    },
    0,
  );
  const as = <T>(next: typeof who, work: () => T): T => {
    const before = who;
    who = next;
    try {
      return work();
    } finally {
      who = before;
    }
  };
  return {
    atConsole: (work) => as('console', work),
    aside: (work) => as('itself', work),
  };
}

function rowActs(capi: Capi): (action: number) => boolean {
  const acts: ReadonlySet<number> = new Set([
    capi.SQLITE_SELECT,
    capi.SQLITE_READ,
    capi.SQLITE_INSERT,
    capi.SQLITE_UPDATE,
    capi.SQLITE_DELETE,
    capi.SQLITE_FUNCTION,
    capi.SQLITE_RECURSIVE,
  ]);
  return (action) => acts.has(action);
}

/** What the two names mean depends on the act (SQLite, "Authorizer Action Codes"). */
function consoleActs(
  capi: Capi,
  onCostly: () => void,
): (action: number, first: string, second: string) => boolean {
  const isRowAct = rowActs(capi);
  const noteCost = (name: string): void => {
    if (COSTLY.has(name) || name.startsWith('json')) onCostly();
  };
  return (action, first, second) => {
    const name = first.toLowerCase();
    switch (action) {
      case capi.SQLITE_TRANSACTION:
      case capi.SQLITE_SAVEPOINT:
        return true;
      case capi.SQLITE_PRAGMA:
        return QUESTIONS.has(name);
      case capi.SQLITE_FUNCTION:
        noteCost(second.toLowerCase());
        return !REMEMBERING.has(second.toLowerCase());
      case capi.SQLITE_READ:
        // Functions that give out tables are read like one.
        noteCost(name);
        return !ENGINE_TABLES.has(name);
      case capi.SQLITE_INSERT:
      case capi.SQLITE_UPDATE:
      case capi.SQLITE_DELETE:
        return !ENGINE_TABLES.has(name);
      default:
        return isRowAct(action);
    }
  };
}
