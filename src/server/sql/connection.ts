import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import type { SqlValue } from '#core/sql.ts';
import {
  SqlError,
  type Database,
  type DatabaseSnapshot,
  type LoggedStatement,
} from './database.ts';
import { createDice, type Dice } from './dice.ts';
import { allowRowsOnly, limitOperations } from './limits.ts';
import { watchRows } from './row-changes.ts';
import { SCHEMA } from './schema.ts';
import { isBlank, runScript, type ScriptTools } from './script.ts';
import { traceStatements } from './statement-log.ts';
import { readShapes, readTables } from './tables.ts';
import { fromSql } from './values.ts';
import type { WorldTime } from './world-time.ts';

/** Rows that one statement may give out. */
const MAX_ROWS = 10_000;
/** Of 512 bytes each. */
const MAX_PAGES = 8_192;

/** Opens one database: with the tables of the schema and nothing in them, or as the snapshot has it. */
export function openConnection(
  sqlite: Sqlite3Static,
  time: WorldTime,
  from: DatabaseSnapshot | null,
): Database {
  const { capi } = sqlite;
  const connection = new sqlite.oo1.DB(':memory:');
  if (from) load(sqlite, connection, from.bytes);
  else connection.exec(`PRAGMA page_size = 512; ${SCHEMA}`);
  connection.exec(`PRAGMA max_page_count = ${MAX_PAGES}`);

  const shapes = readShapes(connection);
  const dice = createDice();
  throwDice(connection, dice);
  const budget = limitOperations(sqlite, connection);
  const rows = watchRows(sqlite, connection, (table) => {
    budget.change();
    return shapes.get(table);
  });
  const log = traceStatements(sqlite, connection);
  const guard = allowRowsOnly(sqlite, connection, () => budget.costly());
  let kept = from;

  /** The engine's own words, without the wrapper's. */
  const refused = (error: unknown): SqlError =>
    budget.spent
      ? new SqlError('too-much', 'interrupted: too many operations')
      : new SqlError('refused', message(error));
  const message = (error: unknown): string =>
    error instanceof sqlite.SQLite3Error && connection.pointer
      ? capi.sqlite3_errmsg(connection)
      : String(error);

  /** The first statement of a text. */
  const prepare = (text: string) => {
    if (isBlank(text)) throw new SqlError('not-one', 'no statement');
    return budget.compiling(() => connection.prepare(text));
  };

  const prepareOnly = (text: string) => {
    const statement = prepare(text);
    if (isBlank(text.slice(capi.sqlite3_sql(statement).length)))
      return statement;
    statement.finalize();
    throw new SqlError('not-one', 'one statement at a time');
  };

  const execute = (text: string, params: readonly SqlValue[]) => {
    const statement = prepareOnly(text);
    try {
      if (statement.parameterCount === 0 && params.length > 0)
        throw new SqlError('refused', 'no place for a parameter');
      if (params.length > 0) statement.bind(params);
      const found: SqlValue[][] = [];
      while (statement.step()) {
        found.push(statement.get([]).map(fromSql));
        if (found.length > MAX_ROWS)
          throw new SqlError('too-much', `more than ${MAX_ROWS} rows`);
      }
      const columns =
        statement.columnCount > 0 ? statement.getColumnNames([]) : [];
      return { columns, rows: found };
    } finally {
      statement.finalize();
    }
  };

  /** What the database does for itself: unlimited, unlogged, and allowed. */
  const aside = <T>(work: () => T): T =>
    log.silently(() => guard.aside(() => budget.aside(work)));

  const planOf = (statement: string): readonly string[] =>
    log.silently(() => {
      const { columns, rows: steps } = execute(
        `EXPLAIN QUERY PLAN ${statement}`,
        [],
      );
      const detail = columns.indexOf('detail');
      return steps.map((step) => String(step[detail]));
    });

  const isOpen = (): boolean => capi.sqlite3_get_autocommit(connection) === 0;

  const logged = (): LoggedStatement => {
    const entry = log.entries.at(-1);
    if (!entry) throw new Error('the engine logged no statement');
    return entry;
  };

  /** Whole or not at all, also where a conflict clause (`OR FAIL`) or too many rows would leave half of it. */
  const whole = <T>(work: () => T): T => {
    aside(() => connection.exec('SAVEPOINT statement'));
    try {
      const value = work();
      aside(() => connection.exec('RELEASE statement'));
      return value;
    } catch (error) {
      const problem = error instanceof SqlError ? error : refused(error);
      // After `OR ROLLBACK` nothing is left to undo.
      if (isOpen())
        aside(() =>
          connection.exec('ROLLBACK TO statement; RELEASE statement'),
        );
      throw problem;
    }
  };

  const worded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw error instanceof SqlError ? error : refused(error);
    }
  };

  /** `changes()` and `last_insert_rowid()` know of this script alone: so they say the same in a fork. */
  const forgetLast = (): void => {
    aside(() => connection.exec('UPDATE users SET id = id WHERE 0'));
    capi.sqlite3_set_last_insert_rowid(connection, 0n);
  };

  const console: ScriptTools = {
    first: (text) =>
      worded(() => {
        const statement = prepare(text);
        const compiled = {
          text: capi.sqlite3_sql(statement),
          reads: capi.sqlite3_stmt_readonly(statement) !== 0,
        };
        statement.finalize();
        if (!compiled.reads) kept = null;
        return compiled;
      }),
    plan: (statement) => aside(() => planOf(statement)),
    run: ({ text }, isWhole) =>
      isWhole
        ? whole(() => execute(text, []))
        : worded(() => execute(text, [])),
    counted: () => logged().rows,
    isOpen,
    rollback: () => aside(() => connection.exec('ROLLBACK')),
    tables: () => aside(() => readTables(connection, shapes)),
  };

  return {
    async run(statement, params, { now, entropy }) {
      time.set(now);
      dice.seed(entropy);
      rows.take();
      budget.renew();
      const answer = whole(() => execute(statement, params));
      const changes = rows.take();
      if (changes.length > 0) kept = null;
      return { logged: logged(), ...answer, changes };
    },

    async script(text, { now, entropy }) {
      time.set(now);
      dice.seed(entropy);
      rows.take();
      budget.renew();
      forgetLast();
      const steps = budget.atConsole(() =>
        guard.atConsole(() => runScript(console, text)),
      );
      rows.take();
      return steps;
    },

    async plan(statement) {
      budget.renew();
      return worded(() => planOf(statement));
    },

    log: async () => [...log.entries],

    async snapshot() {
      kept ??= aside(() => ({
        bytes: capi.sqlite3_js_db_export(connection),
        tables: readTables(connection, shapes),
      }));
      return kept;
    },

    async close() {
      connection.close();
    },
  };
}

function load(
  { capi, wasm }: Sqlite3Static,
  connection: Connection,
  image: Uint8Array,
): void {
  const size = image.length;
  const flags =
    capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  const bytes = wasm.allocFromTypedArray(image);
  connection.checkRc(
    capi.sqlite3_deserialize(connection, 'main', bytes, size, size, flags),
  );
}

/** In the place of SQLite's own: what they throw is the world's. */
function throwDice(connection: Connection, dice: Dice): void {
  connection.createFunction('random', () => dice.integer(), {
    arity: 0,
    deterministic: false,
  });
  connection.createFunction(
    'randomblob',
    (_context, length) =>
      dice.bytes(Math.min(Math.max(Number(length), 1), 1_000_000)),
    { arity: 1, deterministic: false },
  );
}
