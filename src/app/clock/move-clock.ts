import type { Column, Comparison } from '#core/align.ts';
import { elapsedAt, type LifetimesView } from '#projections/lifetimes/lifetimes.ts';
import { LONGEST_WAIT, passTime } from '#timeline/pass-time.ts';
import { timeline } from '../timeline.ts';

/** Lets so much time pass on each of these sides. */
export function passOn(columns: readonly Column[], seconds: number): void {
  passTime(timeline, Object.fromEntries(columns.map((column) => [column, seconds])));
}

/** Lets time pass on these sides until that second; a side that is further already stays where it is. */
export function passUntil(columns: readonly Column[], view: LifetimesView, at: number): void {
  const seconds = columns.map((column) => [column, Math.min(LONGEST_WAIT, at - view[column].now)] as const);
  passTime(timeline, Object.fromEntries(seconds.filter(([, length]) => length > 0)));
}

/** Time does not run backwards: the cursor goes to the last step that was over by then. */
export function backTo(comparison: Comparison, cursor: number, columns: readonly Column[], at: number): void {
  let k = cursor;
  while (k > 0 && columns.some((column) => elapsedAt(comparison, column, k) > at)) k -= 1;
  timeline.actions.seek(k);
}
