import type { Column, Comparison } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import type { IntentId } from '#core/intents.ts';
import { resolvePointer } from '#core/pointer.ts';
import { type EventQuery, find, holds, type Predicate } from '#core/query.ts';
import { eventIndex } from '#core/trace.ts';
import type { Bet } from '#lessons/lesson.ts';
import { rowOf } from './paths.ts';

/** The row after which the lesson says how the bet went. */
export function verdictRow(comparison: Comparison, { before, settled }: Bet): number {
  return Math.max(rowOf(comparison, before), ...(settled ?? []).map((pointer) => resolvePointer(comparison, pointer)));
}

/**
 * The row that decides the bet: the last of those the right option needs. What it says happens is decided where it happens first; what it says
 * does not happen is decided on that side by the last event that might have been it.
 */
export function decisiveRow(comparison: Comparison, bet: Bet): number {
  const right = bet.options.find((option) => holds(option.holds, comparison));
  if (!right) throw new Error(`no option of "${bet.id}" holds`);
  return Math.max(...countsIn(right.holds).map((leaf) => decidedAt(comparison, leaf)));
}

/** The last row of anything the bet asks about; -1 when these runs have none. */
export function lastRowAskedAbout({ steps }: Comparison, { options }: Bet): number {
  const asked = new Set<IntentId | undefined>(
    options.flatMap((option) => countsIn(option.holds)).map(({ count }) => count.intent),
  );
  return steps.findLastIndex(({ intent }) => asked.has(intent));
}

interface Count {
  readonly on: Column;
  readonly count: EventQuery;
}

function countsIn(predicate: Predicate): readonly Count[] {
  if ('all' in predicate) return predicate.all.flatMap(countsIn);
  if ('any' in predicate) return predicate.any.flatMap(countsIn);
  return 'not' in predicate ? countsIn(predicate.not) : [predicate];
}

function decidedAt(comparison: Comparison, { on, count }: Count): number {
  const happens = find(comparison[on], count)[0];
  const event = happens ?? lastThatMight(comparison, on, count);
  return event ? rowWith(comparison, on, event) : -1;
}

/** Of the same intent, exchange and phase, and of the same kind where there is one. */
function lastThatMight(comparison: Comparison, on: Column, count: EventQuery): TraceEvent | undefined {
  const { intent, exchange, phase } = count;
  const isChange = count.area !== undefined || count.key !== undefined || count.change !== undefined;
  const kind = count.kind ?? (isChange ? 'change' : undefined);
  const might: EventQuery = {
    ...(intent && { intent }),
    ...(exchange && { exchange }),
    ...(phase && { phase }),
  };
  return find(comparison[on], { ...might, ...(kind && { kind }) }).at(-1) ?? find(comparison[on], might).at(-1);
}

function rowWith(comparison: Comparison, on: Column, { id }: TraceEvent): number {
  const index = eventIndex(id);
  return comparison.steps.findIndex(({ [on]: cell }) => cell !== null && cell.from <= index && index < cell.to);
}
