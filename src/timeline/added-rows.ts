import { COLUMNS, type Comparison } from '#core/align.ts';
import { allIntents } from '#core/intents.ts';
import { oncePerPair } from '#core/once.ts';
import type { Change, Lesson } from '#lessons/lesson.ts';
import { ownIntents } from './beat-at.ts';
import { branchOf, comparisonOf } from './shown.ts';
import { editsOf } from './specs.ts';
import type { BranchEdit, TimelineState } from './state.ts';

/** The change, made on either side, that put the current row's intent into the run: its words hold there. Null on every other row. */
export function changeAt(state: TimelineState): Change | null {
  const { lesson } = state;
  const intent = comparisonOf(state)?.steps[state.cursor - 1]?.intent;
  if (!lesson || intent === undefined) return null;
  const adds = (edit: BranchEdit): boolean =>
    editsOf(lesson, edit).some(
      (made) => made.kind === 'insert' && allIntents([made.intent]).some(({ id }) => id === intent),
    );
  const edits = COLUMNS.flatMap((column) => branchOf(state, column)?.edits ?? []);
  const made = edits.find((edit) => edit.kind === 'change' && adds(edit));
  return lesson.changes.find(({ id }) => made?.kind === 'change' && id === made.change) ?? null;
}

/** The first row of each intent that the lesson does not have, in order. The same list for the same two runs. */
export function addedRows(state: TimelineState): readonly number[] {
  const comparison = comparisonOf(state);
  return state.lesson && comparison ? firstRows(state.lesson, comparison) : NONE;
}

const NONE: readonly number[] = [];

const firstRows = oncePerPair((lesson: Lesson, { left, right, steps }: Comparison): readonly number[] => {
  const ids = new Set(allIntents([...left.spec.intents, ...right.spec.intents]).map(({ id }) => id));
  const own = ownIntents(lesson);
  return [...ids]
    .filter((id) => !own.has(id))
    .map((id) => steps.findIndex(({ intent }) => intent === id))
    .filter((index) => index >= 0)
    .toSorted((a, b) => a - b);
});
