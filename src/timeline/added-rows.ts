import { COLUMNS } from '#core/align.ts';
import { allIntents } from '#core/intents.ts';
import type { Change } from '#lessons/lesson.ts';
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
