import { COLUMNS, type Comparison, firstEventOf } from '#core/align.ts';
import { allIntents, type IntentId } from '#core/intents.ts';
import { oncePer, oncePerPair } from '#core/once.ts';
import { holds } from '#core/query.ts';
import type { Beat, Lesson } from '#lessons/lesson.ts';
import { resolvePlace } from './places.ts';
import { branchOf, comparisonOf } from './shown.ts';
import { editsOf } from './specs.ts';
import type { BranchEdit, TimelineState } from './state.ts';

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

const NO_ROWS: readonly number[] = [];

const firstRows = oncePerPair((intents: ReadonlySet<IntentId>, comparison: Comparison): readonly number[] =>
  comparison.beginnings.filter((row) => intents.has(firstEventOf(comparison, row).intent)),
);

function addedIntents(state: TimelineState): ReadonlySet<IntentId> {
  const [left, right] = COLUMNS.map((column) => branchOf(state, column)?.edits ?? NO_EDITS);
  return state.lesson && left && right ? addedBy(state.lesson)(left, right) : NO_INTENTS;
}

const NO_EDITS: readonly BranchEdit[] = [];
const NO_INTENTS: ReadonlySet<IntentId> = new Set();

/** What these edits of both sides put into the lesson. */
const addedBy = oncePer((lesson: Lesson) =>
  oncePerPair((left: readonly BranchEdit[], right: readonly BranchEdit[]): ReadonlySet<IntentId> => {
    const inserted = [...left, ...right]
      .flatMap((edit) => editsOf(lesson, edit))
      .flatMap((edit) => (edit.kind === 'insert' ? allIntents([edit.intent]) : []));
    if (inserted.length === 0) return NO_INTENTS;
    const own = new Set(allIntents(lesson.intents).map(({ id }) => id));
    return new Set(inserted.map(({ id }) => id).filter((id) => !own.has(id)));
  }),
);
