import type { Comparison } from '#core/align.ts';
import { allIntents } from '#core/intents.ts';
import { holds } from '#core/query.ts';
import type { Beat, Lesson } from '#lessons/lesson.ts';
import { oncePerPair } from './once-per-pair.ts';
import { resolvePlace } from './places.ts';
import { comparisonOf } from './shown.ts';
import type { TimelineState } from './state.ts';

/** A beat and the index of its first row. */
export interface PlacedBeat {
  readonly beat: Beat;
  readonly index: number;
}

/** The lesson's beats that exist here, in the order of the rows: the scrubber's ticks. The same list for the same two runs. */
export function beatsOf(state: TimelineState): readonly PlacedBeat[] {
  const comparison = comparisonOf(state);
  return state.lesson && comparison ? placedBeats(state.lesson, comparison) : NONE;
}

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
  return !row || allIntents(state.lesson?.intents ?? []).some(({ id }) => id === row.intent);
}

const NONE: readonly PlacedBeat[] = [];

const placedBeats = oncePerPair((lesson: Lesson, comparison: Comparison): readonly PlacedBeat[] =>
  lesson.beats
    .filter(({ when }) => !when || holds(when, comparison))
    .map((beat) => ({ beat, index: resolvePlace(comparison, beat.at) }))
    .filter(({ index }) => index >= 0)
    .toSorted((a, b) => a.index - b.index),
);
