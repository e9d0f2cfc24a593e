import type { Column, Comparison } from '#core/align.ts';
import type { EventOf } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
import { eventsDone } from '../cursor.ts';
import type { ConsoleStatement } from './sql-models.ts';

/** What was run at the console last on that side, as far as it has happened at `k`: all statements of that one time. */
export function lastAtConsole(comparison: Comparison, column: Column, k: number): readonly ConsoleStatement[] {
  const done = eventsDone(comparison, column, k);
  const happened = statementsOf(comparison[column]).filter(({ id }) => eventIndex(id) < done);
  const latest = happened.at(-1)?.intent;
  return happened
    .filter(({ intent }) => intent === latest)
    .map(({ id, sql, outcome }) => ({ event: id, sql, outcome }));
}

const statementsOf = oncePer(({ events }: Trace): readonly EventOf<'statement'>[] =>
  events.filter((event) => event.kind === 'statement'),
);
