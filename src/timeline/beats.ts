import type { Comparison } from '#core/align.ts';
import { allIntents, type IntentId } from '#core/intents.ts';
import { oncePer, oncePerPair } from '#core/once.ts';
import { holds } from '#core/query.ts';
import type { Beat, Lesson } from '#lessons/lesson.ts';
import { resolvePlace } from './places.ts';
import { comparisonOf } from './shown.ts';
import type { TimelineState } from './state.ts';

/** A beat, the index of its first row, and of the row from which it says what is true of each side. */
export interface PlacedBeat {
  readonly beat: Beat;
  readonly index: number;
  readonly told: number;
}

/** The lesson's beats that exist here, in the order of the rows: the scrubber's ticks. The same list for the same two runs. */
export function beatsOf(state: TimelineState): readonly PlacedBeat[] {
  const comparison = comparisonOf(state);
  return state.lesson && comparison ? placedBeats(state.lesson, comparison) : NONE;
}

const NONE: readonly PlacedBeat[] = [];

const placedBeats = oncePerPair((lesson: Lesson, comparison: Comparison): readonly PlacedBeat[] =>
  lesson.beats
    .filter(({ when }) => !when || holds(when, comparison))
    .map((beat) => ({
      beat,
      index: resolvePlace(comparison, beat.at),
      told: beat.told ? resolvePlace(comparison, beat.told) : -1,
    }))
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => a.index - b.index),
);

/** Whether the current row belongs to an intent of the lesson as it was written; true before the first row. */
export function isOwnRow(state: TimelineState): boolean {
  const row = comparisonOf(state)?.steps[state.cursor - 1];
  return !row || (state.lesson !== null && ownIntents(state.lesson).has(row.intent));
}

const ownIntents = oncePer(
  ({ intents }: Lesson): ReadonlySet<IntentId> => new Set(allIntents(intents).map(({ id }) => id)),
);

/** The first row of each intent that the lesson does not have, in order. The same list for the same two runs. */
export function addedRows(state: TimelineState): readonly number[] {
  const comparison = comparisonOf(state);
  return state.lesson && comparison ? firstRows(state.lesson, comparison) : NO_ROWS;
}

const NO_ROWS: readonly number[] = [];

const firstRows = oncePerPair((lesson: Lesson, { left, right, steps }: Comparison): readonly number[] => {
  const ids = new Set(allIntents([...left.spec.intents, ...right.spec.intents]).map(({ id }) => id));
  const own = ownIntents(lesson);
  return [...ids]
    .filter((id) => !own.has(id))
    .map((id) => steps.findIndex(({ intent }) => intent === id))
    .filter((index) => index >= 0)
    .toSorted((a, b) => a - b);
});
