import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import { allOrNothing } from './all-or-nothing.ts';
import { limitOperations } from './budget.ts';
import type {
  Database,
  DatabaseSnapshot,
  LoggedStatement,
  Moment,
} from './database.ts';
import { createDice, type Dice } from './dice.ts';
import { allowRowsOnly } from './guard.ts';
import { problemOn } from './problem.ts';
import { watchRows } from './row-changes.ts';
import { SCHEMA } from './schema.ts';
import { runScript, type Compiled, type ScriptTools } from './script.ts';
import { traceStatements } from './statement-log.ts';
import { createStatements } from './statements.ts';
import { readShapes, readTables } from './tables.ts';
import type { WorldTime } from './world-time.ts';

/** Of 512 bytes each. */
const MAX_PAGES = 8_192;

/** Opens one database: with the tables of the schema and nothing in them, or as the snapshot has it. */
export function openConnection(
  sqlite: Sqlite3Static,
  time: WorldTime,
  from: DatabaseSnapshot | null,
): Database {
  const { capi } = sqlite;
  const connection = openTables(sqlite, from);
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
  const statements = createStatements(sqlite, connection, budget);
  const problem = problemOn(sqlite, connection, budget);
  let kept = from;

  const worded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw problem(error);
    }
  };

  /** What the database does for itself: unlimited, unlogged, and allowed. */
  const aside = <T>(work: () => T): T =>
    log.silently(() => guard.aside(() => budget.aside(work)));

  const isOpen = (): boolean => capi.sqlite3_get_autocommit(connection) === 0;

  const whole = <T>(work: () => T): T =>
    allOrNothing({ connection, aside, isOpen, problem }, work);

  const logged = (): LoggedStatement => {
    const entry = log.entries.at(-1);
    if (!entry) throw new Error('the engine logged no statement');
    return entry;
  };

  const planOf = (text: string): readonly string[] =>
    log.silently(() => {
      const plan = statements.run(`EXPLAIN QUERY PLAN ${text}`, []);
      const detail = plan.columns.indexOf('detail');
      return plan.rows.map((step) => String(step[detail]));
    });

  const compiled = (text: string): Compiled => {
    const statement = statements.compile(text);
    const first = capi.sqlite3_sql(statement);
    const reads = capi.sqlite3_stmt_readonly(statement) !== 0;
    statement.finalize();
    if (!reads) kept = null;
    return { text: first, reads };
  };

  /** `changes()` and `last_insert_rowid()` know of this script alone: so they say the same in a fork. */
  const forgetLast = (): void => {
    aside(() => connection.exec('UPDATE users SET id = id WHERE 0'));
    capi.sqlite3_set_last_insert_rowid(connection, 0n);
  };

  /** Time, chance and budget as each call finds them, and no change told yet. */
  const begin = ({ now, entropy }: Moment): void => {
    time.set(now);
    dice.seed(entropy);
    rows.take();
    budget.renew();
  };

  const console: ScriptTools = {
    first: (text) => worded(() => compiled(text)),
    plan: (text) => aside(() => planOf(text)),
    run: ({ text }, isWhole) =>
      (isWhole ? whole : worded)(() => statements.run(text, [])),
    counted: () => logged().rows,
    isOpen,
    rollback: () => aside(() => connection.exec('ROLLBACK')),
    tables: () => aside(() => readTables(connection, shapes)),
  };

  return {
    async run(statement, params, moment) {
      begin(moment);
      const answer = whole(() => statements.run(statement, params));
      const changes = rows.take();
      if (changes.length > 0) kept = null;
      return { logged: logged(), ...answer, changes };
    },

    async script(text, moment) {
      begin(moment);
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

function openTables(
  sqlite: Sqlite3Static,
  from: DatabaseSnapshot | null,
): Connection {
  const connection = new sqlite.oo1.DB(':memory:');
  if (from) load(sqlite, connection, from.bytes);
  else connection.exec(`PRAGMA page_size = 512; ${SCHEMA}`);
  connection.exec(`PRAGMA max_page_count = ${MAX_PAGES}`);
  return connection;
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
