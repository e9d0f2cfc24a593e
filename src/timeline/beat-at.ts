import { allIntents, type IntentId } from '#core/intents.ts';
import { oncePer } from '#core/once.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { beatsOf, type PlacedBeat } from './beats.ts';
import { comparisonOf } from './shown.ts';
import type { TimelineState } from './state.ts';

/**
 * The beat in force: the last one whose first row is done. Null before the first, and on every row that is not the lesson's own: a beat
 * says nothing of what was added to the run.
 */
export function beatAt(state: TimelineState): PlacedBeat | null {
  return isOwnRow(state) ? (beatsOf(state).findLast(({ index }) => index < state.cursor) ?? null) : null;
}

/** Whether the current row belongs to an intent of the lesson as it was written; true before the first row. */
export function isOwnRow(state: TimelineState): boolean {
  const row = comparisonOf(state)?.steps[state.cursor - 1];
  return !row || (state.lesson !== null && ownIntents(state.lesson).has(row.intent));
}

/** What the lesson itself lets happen. */
export const ownIntents = oncePer(
  ({ intents }: Lesson): ReadonlySet<IntentId> => new Set(allIntents(intents).map(({ id }) => id)),
);
