import type { Column } from '#core/align.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { wanting, withBranch } from './branching.ts';
import { openingSide } from './specs.ts';
import type { TimelineState } from './state.ts';

/** That side as the lesson opens it, whatever was done to it. Null when it stands there already. */
export function restored(state: TimelineState, lesson: Lesson, column: Column): TimelineState | null {
  const sides = state.wanted ?? state.sides;
  const made = withBranch(state, lesson, column, openingSide(lesson, column), null);
  return sides && sides[column] !== made.id ? wanting(made.state, { ...sides, [column]: made.id }) : null;
}
