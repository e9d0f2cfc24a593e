import type {
  Database as Connection,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import { allOrNothing } from './all-or-nothing.ts';
import { limitOperations, type Budget } from './budget.ts';
import type { DatabaseSnapshot, LoggedStatement } from './database.ts';
import { createDice, type Dice } from './dice.ts';
import { allowRowsOnly, type Guard } from './guard.ts';
import { problemOn } from './problem.ts';
import { watchRows, type RowWatch } from './row-changes.ts';
import { SCHEMA } from './schema.ts';
import { traceStatements, type StatementLog } from './statement-log.ts';
import { createStatements, type Statements } from './statements.ts';
import { readShapes, readTables } from './tables.ts';
import type { Tables } from './table-changes.ts';

/** Of 512 bytes each. */
const MAX_PAGES = 8_192;

/** One connection of the engine's, with all that counts, watches and limits what is done on it. */
export interface Workings {
  readonly connection: Connection;
  readonly statements: Statements;
  readonly budget: Budget;
  readonly guard: Guard;
  readonly rows: RowWatch;
  readonly log: StatementLog;
  readonly dice: Dice;
  /** Does what the database does for itself: unlimited, unlogged, and allowed. */
  readonly aside: <T>(work: () => T) => T;
  /** @throws SqlError in the place of what the engine throws */
  readonly worded: <T>(work: () => T) => T;
  /** The same, and whole or not at all. */
  readonly whole: <T>(work: () => T) => T;
  /** Whether a transaction is open. */
  isOpen(): boolean;
  /** The latest statement, as the engine's own log has it. */
  latest(): LoggedStatement;
  /** How the engine would go about a statement. */
  plan(text: string): readonly string[];
  tables(): Tables;
}

export function openWorkings(
  sqlite: Sqlite3Static,
  from: DatabaseSnapshot | null,
): Workings {
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

  const aside = <T>(work: () => T): T =>
    log.silently(() => guard.aside(() => budget.aside(work)));
  const isOpen = (): boolean => capi.sqlite3_get_autocommit(connection) === 0;

  return {
    connection,
    statements,
    budget,
    guard,
    rows,
    log,
    dice,
    aside,
    worded(work) {
      try {
        return work();
      } catch (error) {
        throw problem(error);
      }
    },
    whole: (work) => allOrNothing({ connection, aside, isOpen, problem }, work),
    isOpen,
    latest() {
      const entry = log.entries.at(-1);
      if (!entry) throw new Error('the engine logged no statement');
      return entry;
    },
    plan: (text) =>
      log.silently(() => {
        const plan = statements.run(`EXPLAIN QUERY PLAN ${text}`, []);
        const detail = plan.columns.indexOf('detail');
        return plan.rows.map((step) => String(step[detail]));
      }),
    tables: () => aside(() => readTables(connection, shapes)),
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
