import { isTransaction, type SqlOutcome, type SqlValue } from '#core/sql.ts';
import { SqlError, type RowChange, type ScriptStep } from './database.ts';
import { firstStatement, hasPlan, isBlank, trimmed } from './statement-text.ts';
import { tableChanges, type Tables } from './table-changes.ts';

/** Rows of an answer that are told one by one; all are counted. */
const SHOWN_ROWS = 50;
/** Characters of a text that are told. */
const SHOWN_TEXT = 300;

/** What a connection lends to its console. Everything here records nothing. */
export interface ScriptTools {
  /** Compiles the first statement of the text: its own text, white space in front included. */
  first(text: string): Compiled;
  /** How the engine would go about it. */
  plan(statement: string): readonly string[];
  /** Runs it to its end. @throws SqlError */
  run(
    statement: Compiled,
    whole: boolean,
  ): { columns: readonly string[]; rows: readonly (readonly SqlValue[])[] };
  /** Rows that the last one touched, as the engine's own log has it. */
  counted(): number;
  /** Whether a transaction is open. */
  isOpen(): boolean;
  /** Ends it without anything that was done in it. */
  rollback(): void;
  tables(): Tables;
}

/** One statement, ready to run. */
export interface Compiled {
  readonly text: string;
  /** It gives out and changes nothing. */
  readonly reads: boolean;
}

/**
 * What somebody types at the console: one statement after the other, up to the first that fails. A transaction that is left
 * open ends as if the console were closed.
 */
export function runScript(
  tools: ScriptTools,
  script: string,
): readonly ScriptStep[] {
  const steps: ScriptStep[] = [];
  let tables = tools.tables();
  // What the engine does not tell from white space, or takes for the end of everything.
  let rest = script.replaceAll(/[\0\ufeff]/g, ' ');
  const changesSince = (): readonly RowChange[] => {
    const before = tables;
    tables = tools.tables();
    return tableChanges(before, tables);
  };

  do {
    let statement = trimmed(firstStatement(rest));
    try {
      const compiled = tools.first(rest);
      statement = trimmed(compiled.text);
      rest = rest.slice(compiled.text.length);
      const isOfRows = !isTransaction(statement);
      const plan = hasPlan(statement) ? tools.plan(statement) : [];
      const { columns, rows } = tools.run(compiled, isOfRows);
      const outcome: SqlOutcome = {
        columns,
        found: rows.slice(0, SHOWN_ROWS).map((row) => row.map(shown)),
        rows: columns.length > 0 ? rows.length : tools.counted(),
        problem: null,
        byConsole: false,
      };
      const isQuiet = compiled.reads && isOfRows;
      steps.push({
        statement,
        plan,
        outcome,
        changes: isQuiet ? [] : changesSince(),
      });
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      steps.push(failed(statement, error, changesSince()));
      break;
    }
  } while (!isBlank(rest));

  if (tools.isOpen()) {
    tools.rollback();
    const outcome = { ...NOTHING, problem: null, byConsole: true };
    steps.push({
      statement: 'ROLLBACK',
      plan: [],
      outcome,
      changes: changesSince(),
    });
  }
  return steps;
}

const NOTHING = { columns: [], found: [], rows: 0 } as const;

function failed(
  statement: string,
  { code, message }: SqlError,
  changes: readonly RowChange[],
): ScriptStep {
  const problem = {
    code: code === 'too-much' ? code : ('refused' as const),
    message,
  };
  const outcome = { ...NOTHING, problem, byConsole: false };
  // An engine that gives up may take a whole transaction back.
  return { statement, plan: [], outcome, changes };
}

function shown(value: SqlValue): SqlValue {
  return typeof value === 'string' && value.length > SHOWN_TEXT
    ? `${value.slice(0, SHOWN_TEXT)}… (${value.length} characters)`
    : value;
}
