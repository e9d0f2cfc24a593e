import type { Comparison } from '#core/align.ts';
import type { Beat, Place } from '#lessons/lesson.ts';
import type { TimelineState } from './state.ts';

/** A beat and the index of its first row. */
export interface PlacedBeat {
  readonly beat: Beat;
  readonly index: number;
}

/** The index of the row a place means, -1 when this comparison has none of its pointers. */
export declare function resolvePlace(comparison: Comparison, place: Place): number;

/** The lesson's beats that exist here, in the order of the rows: the scrubber's ticks. */
export declare function beatsOf(state: TimelineState): readonly PlacedBeat[];

/** The beat in force: the last one whose first row is done. Null before the first. */
export declare function beatAt(state: TimelineState): PlacedBeat | null;
