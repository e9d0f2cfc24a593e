import { type Column, COLUMNS, type Comparison, firstEventOf } from '#core/align.ts';
import { allIntents, type IntentId, intentsOf } from '#core/intents.ts';
import { oncePer, oncePerPair } from '#core/once.ts';
import type { Change, Lesson } from '#lessons/lesson.ts';
import { branchOf, comparisonOf } from './shown.ts';
import { editsOf } from './specs.ts';
import type { BranchEdit, TimelineState } from './state.ts';

/** Whether the current row belongs to an intent of the lesson as it was written; true before the first row. */
export function isOwnRow(state: TimelineState): boolean {
  const row = comparisonOf(state)?.steps[state.cursor - 1];
  return !row || !addedIntents(state).has(row.intent);
}

/** The first row of each intent that the lesson does not have, in order. The same list for the same two runs. */
export function addedRows(state: TimelineState): readonly number[] {
  const comparison = comparisonOf(state);
  const added = addedIntents(state);
  return comparison && added.size > 0 ? firstRows(added, comparison) : NO_ROWS;
}

/** The change, made on either side, that put the current row's intent into the run: its words hold there. Null on every other row. */
export function changeAt(state: TimelineState): Change | null {
  const { lesson } = state;
  const intent = comparisonOf(state)?.steps[state.cursor - 1]?.intent;
  if (!lesson || intent === undefined) return null;
  const edits = COLUMNS.flatMap((column) => editsOn(state, column));
  const made = edits.find((edit) => edit.kind === 'change' && insertedBy(lesson, edit).includes(intent));
  return lesson.changes.find(({ id }) => made?.kind === 'change' && id === made.change) ?? null;
}

const NO_ROWS: readonly number[] = [];

const firstRows = oncePerPair((intents: ReadonlySet<IntentId>, comparison: Comparison): readonly number[] =>
  comparison.beginnings.filter((row) => intents.has(firstEventOf(comparison, row).intent)),
);

function addedIntents(state: TimelineState): ReadonlySet<IntentId> {
  return state.lesson ? addedBy(state.lesson)(editsOn(state, 'left'), editsOn(state, 'right')) : NO_INTENTS;
}

const NO_INTENTS: ReadonlySet<IntentId> = new Set();

/** What these edits of both sides put into the lesson. */
const addedBy = oncePer((lesson: Lesson) =>
  oncePerPair((left: readonly BranchEdit[], right: readonly BranchEdit[]): ReadonlySet<IntentId> => {
    const inserted = [...left, ...right].flatMap((edit) => insertedBy(lesson, edit));
    return new Set(inserted.filter((id) => !intentsOf(lesson).placeOf.has(id)));
  }),
);

function editsOn(state: TimelineState, column: Column): readonly BranchEdit[] {
  return branchOf(state, column)?.edits ?? NO_EDITS;
}

const NO_EDITS: readonly BranchEdit[] = [];

function insertedBy(lesson: Lesson, edit: BranchEdit): readonly IntentId[] {
  return editsOf(lesson, edit)
    .flatMap((made) => (made.kind === 'insert' ? allIntents([made.intent]) : []))
    .map(({ id }) => id);
}
