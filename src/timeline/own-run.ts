import { type Column, COLUMNS, otherColumn } from '#core/align.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { branchOf, branchWith } from './shown.ts';
import { sameSpec } from './specs.ts';
import type { BranchId, TimelineState } from './state.ts';

/** Whether that side stands as the lesson opened it. */
export function isOwnRun(state: TimelineState, column: Column): boolean {
  const branch = branchOf(state, column);
  return state.lesson !== null && branch !== null && sameSpec(branch.spec, lessonSpec(state.lesson, column));
}

/** The run before the last change, where that was made to one side only, and the other side, on which it can be looked at. */
export interface RunBefore {
  readonly branch: BranchId;
  readonly column: Column;
}

/** Null where both sides were changed at once, or none. Makes a new object: select its members. */
export function runBefore(state: TimelineState): RunBefore | null {
  const before = state.past.at(-1);
  const [changed, ...more] = COLUMNS.filter((column) => before && before[column] !== state.sides?.[column]);
  if (!before || !changed || more.length > 0 || branchOf(state, changed)?.parent !== before[changed]) return null;
  const other = otherColumn(changed);
  const branch = before[changed];
  return branchWith(state, branch)?.trace && state.sides?.[other] !== branch ? { branch, column: other } : null;
}
