import type {
  Database as Connection,
  PreparedStatement,
  Sqlite3Static,
} from '@sqlite.org/sqlite-wasm';
import type { SqlValue } from '#core/sql.ts';
import type { Budget } from './budget.ts';
import { SqlError, type Ran } from './database.ts';
import { isBlank } from './statement-text.ts';
import { fromSql } from './values.ts';

/** Rows that one statement may give out. */
const MAX_ROWS = 10_000;

/** What a statement gave out. */
export type Answer = Pick<Ran, 'columns' | 'rows'>;

/** Compiles texts and runs them, within a budget. What the engine itself refuses is thrown as it comes. */
export interface Statements {
  /** The first statement of a text; whoever asks for it finalizes it. @throws SqlError `not-one` where there is none */
  compile(text: string): PreparedStatement;
  /** Runs the only statement of a text to its end. @throws SqlError where there are more or fewer, or too many rows */
  run(text: string, params: readonly SqlValue[]): Answer;
}

export function createStatements(
  { capi }: Sqlite3Static,
  connection: Connection,
  budget: Budget,
): Statements {
  const compile = (text: string): PreparedStatement => {
    if (isBlank(text)) throw new SqlError('not-one', 'no statement');
    return budget.compiling(() => connection.prepare(text));
  };

  const compileOnly = (text: string): PreparedStatement => {
    const statement = compile(text);
    if (isBlank(text.slice(capi.sqlite3_sql(statement).length)))
      return statement;
    statement.finalize();
    throw new SqlError('not-one', 'one statement at a time');
  };

  return {
    compile,
    run(text, params) {
      const statement = compileOnly(text);
      try {
        return answerOf(statement, params);
      } finally {
        statement.finalize();
      }
    },
  };
}

function answerOf(
  statement: PreparedStatement,
  params: readonly SqlValue[],
): Answer {
  if (statement.parameterCount === 0 && params.length > 0)
    throw new SqlError('refused', 'no place for a parameter');
  if (params.length > 0) statement.bind(params);
  const rows: SqlValue[][] = [];
  while (statement.step()) {
    rows.push(statement.get([]).map(fromSql));
    if (rows.length > MAX_ROWS)
      throw new SqlError('too-much', `more than ${MAX_ROWS} rows`);
  }
  const columns = statement.columnCount > 0 ? statement.getColumnNames([]) : [];
  return { columns, rows };
}
