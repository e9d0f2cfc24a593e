import { isOwnRow } from './added-rows.ts';
import { beatsOf, type PlacedBeat } from './beats.ts';
import type { TimelineState } from './state.ts';

/**
 * The beat in force: the last one whose first row is done. Null before the first, and on every row that is not the lesson's own: a beat
 * says nothing of what was added to the run.
 */
export function beatAt(state: TimelineState): PlacedBeat | null {
  return isOwnRow(state) ? (beatsOf(state).findLast(({ index }) => index < state.cursor) ?? null) : null;
}
