import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { Database, DatabaseSnapshot, Moment } from './database.ts';
import { runScript, type Compiled, type ScriptTools } from './script.ts';
import { openWorkings, type Workings } from './workings.ts';
import type { WorldTime } from './world-time.ts';

/** Opens one database: with the tables of the schema and nothing in them, or as the snapshot has it. */
export function openConnection(
  sqlite: Sqlite3Static,
  time: WorldTime,
  from: DatabaseSnapshot | null,
): Database {
  const { capi } = sqlite;
  const workings = openWorkings(sqlite, from);
  const { connection, statements, budget, guard, rows, aside } = workings;
  /** Null once something may have been written since it was taken. */
  let kept = from;
  const console = consoleOn(sqlite, workings, () => {
    kept = null;
  });

  /** Time, chance and budget as each call finds them, and no change told yet. */
  const begin = ({ now, entropy }: Moment): void => {
    time.set(now);
    workings.dice.seed(entropy);
    rows.take();
    budget.renew();
  };

  return {
    async run(statement, params, moment) {
      begin(moment);
      const answer = workings.whole(() => statements.run(statement, params));
      const changes = rows.take();
      if (changes.length > 0) kept = null;
      return { logged: workings.latest(), ...answer, changes };
    },

    async script(text, moment) {
      begin(moment);
      // `changes()` and `last_insert_rowid()` know of this script alone: so they say the same in a fork.
      aside(() => connection.exec('UPDATE users SET id = id WHERE 0'));
      capi.sqlite3_set_last_insert_rowid(connection, 0n);
      const steps = budget.atConsole(() =>
        guard.atConsole(() => runScript(console, text)),
      );
      rows.take();
      return steps;
    },

    async plan(statement) {
      budget.renew();
      return workings.worded(() => workings.plan(statement));
    },

    log: async () => [...workings.log.entries],

    async snapshot() {
      kept ??= {
        bytes: aside(() => capi.sqlite3_js_db_export(connection)),
        tables: workings.tables(),
      };
      return kept;
    },

    async close() {
      connection.close();
    },
  };
}

/** @param onWrite called before a statement runs that may change something. */
function consoleOn(
  { capi }: Sqlite3Static,
  workings: Workings,
  onWrite: () => void,
): ScriptTools {
  const { connection, statements, aside, worded, whole } = workings;

  const compiled = (text: string): Compiled => {
    const statement = statements.compile(text);
    const first = capi.sqlite3_sql(statement);
    const reads = capi.sqlite3_stmt_readonly(statement) !== 0;
    statement.finalize();
    if (!reads) onWrite();
    return { text: first, reads };
  };

  return {
    first: (text) => worded(() => compiled(text)),
    plan: (text) => aside(() => workings.plan(text)),
    run: ({ text }, isWhole) =>
      (isWhole ? whole : worded)(() => statements.run(text, [])),
    counted: () => workings.latest().rows,
    isOpen: () => workings.isOpen(),
    rollback: () => aside(() => connection.exec('ROLLBACK')),
    tables: () => workings.tables(),
  };
}
