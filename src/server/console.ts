import type { ChangeFact } from '#core/events.ts';
import type { StatementFact } from '#core/own-facts.ts';
import { changeFact } from './sql/query.ts';
import type { Database, Moment } from './sql/database.ts';

/** One statement at the database's console, as it is recorded. */
export interface AtConsole {
  readonly fact: StatementFact;
  readonly changes: readonly ChangeFact[];
}

/** Runs what somebody types at the console of the database. No part of the server knows of it. */
export async function runAtConsole(
  database: Database,
  text: string,
  moment: Moment,
): Promise<readonly AtConsole[]> {
  const steps = await database.script(text, moment);
  return steps.map(({ statement, plan, outcome, changes }) => ({
    fact: {
      kind: 'statement',
      sql: { statement, params: [], plan },
      outcome,
    },
    changes: changes.flatMap(changeFact),
  }));
}
