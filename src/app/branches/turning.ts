import { COLUMNS } from '#core/align.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { branchWith } from '#timeline/shown.ts';
import type { Branch, Sides, TimelineState, Turn } from '#timeline/state.ts';
import { say } from '../saying.ts';
import { timeline } from '../timeline.ts';
import { branchName, stepWords } from './branch-words.ts';

/** Back to what stood there before, or forward again, and says what that was. A run still under way is what is given up first. */
export function turn(way: Turn): void {
  const state = timeline.store.getState();
  if (way === 'undo' && state.wanted) {
    timeline.actions.undo();
    say('Given up: the run under way');
    return;
  }
  const words = turnWords(state, way);
  if (words === null) {
    say(way === 'undo' ? 'There is nothing to undo' : 'There is nothing to redo');
    return;
  }
  if (way === 'undo') timeline.actions.undo();
  else timeline.actions.redo();
  say(`${way === 'undo' ? 'Undone' : 'Done again'}: ${words}`);
}

/** What undo would take back, or redo bring back: `denylist on`. Null when there is nothing. */
export function turnWords(state: TimelineState, way: Turn): string | null {
  const { lesson, sides, past, future } = state;
  const target = (way === 'undo' ? past : future).at(-1);
  if (!lesson || !sides || !target) return null;
  return way === 'undo' ? between(state, lesson, target, sides) : between(state, lesson, sides, target);
}

/** What led from these sides to those, each thing once. */
function between(state: TimelineState, lesson: Lesson, from: Sides, to: Sides): string {
  const words = COLUMNS.flatMap((column) => {
    const [before, after] = [branchWith(state, from[column]), branchWith(state, to[column])];
    if (!before || !after || before === after) return [];
    return [
      isForkOf(after, before) ? stepWords(lesson, before, after) : `“${branchName(lesson, after)}” on the ${column}`,
    ];
  });
  return [...new Set(words)].join(', ') || 'nothing';
}

function isForkOf({ parent, spec }: Branch, origin: Branch): boolean {
  return parent === origin.id && spec.scheme === origin.spec.scheme;
}
