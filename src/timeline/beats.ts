import type { Comparison } from '#core/align.ts';
import { oncePerPair } from '#core/once.ts';
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
