import { COLUMNS, type Column, type Comparison } from '#core/align.ts';
import { allIntents, type Intent, type IntentId } from '#core/intents.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { branchedOff, currentBranch, sideOf, wanting } from './branching.ts';
import { comparisonOf } from './shown.ts';
import type { TimelineState } from './state.ts';
import type { Timeline } from './store.ts';

/** Something that happens where the cursor stands: `restart` gets the name `restart-1`, or the first number that is free. */
export interface Insertion {
  readonly stem: string;
  readonly make: (id: IntentId) => Intent;
}

/**
 * Forks these sides where the cursor stands, as one step to undo: what is under way comes to its end, then the new intent happens. The cursor
 * goes to its end as soon as it has been run; it stays where it is when the run fails or something else is asked for meanwhile.
 */
export function forkHere(timeline: Timeline, columns: readonly Column[], insertion: Insertion): void {
  const { store, actions } = timeline;
  const id = freeId(store.getState(), insertion.stem);
  actions.revise((state, lesson) => inserted(state, lesson, columns, insertion.make(id)));
  arriveAt(timeline, id);
}

/** Takes the cursor to the end of that intent as soon as what was asked for stands on screen. */
export function arriveAt({ store, actions }: Timeline, id: IntentId): void {
  const isSettled = (): boolean => store.getState().wanted === null;
  const arrive = (): void => {
    const last = comparisonOf(store.getState())?.steps.findLastIndex(({ intent }) => intent === id) ?? -1;
    if (last >= 0) actions.seek(last + 1);
  };
  if (isSettled()) return arrive();
  const stop = store.subscribe(() => {
    if (!isSettled()) return;
    stop();
    arrive();
  });
}

function inserted(
  state: TimelineState,
  lesson: Lesson,
  columns: readonly Column[],
  intent: Intent,
): TimelineState | null {
  const comparison = comparisonOf(state);
  if (!comparison) return null;
  const made = branchedOff(state, lesson, columns, (branch) => {
    const before = intentAfter(comparison, state.cursor, branch.spec.intents);
    const side = sideOf(branch);
    return { ...side, edits: [...side.edits, { kind: 'insert', before, intent }] };
  });
  return made && wanting(made.state, made.sides);
}

/** The intent before which something new goes in at this cursor; null at the end. */
export function intentAfter(comparison: Comparison, cursor: number, intents: readonly Intent[]): IntentId | null {
  const done = comparison.steps.slice(0, cursor).map(({ intent }) => intent);
  // The other side may be at something that this one never does.
  const last = done.findLast((id) => placeOf(intents, id) >= 0);
  const next = last === undefined ? 0 : placeOf(intents, last) + 1;
  return intents[next]?.id ?? null;
}

/** Where an intent stands (-1 for nowhere), by itself or among those that happen at once. */
export function placeOf(intents: readonly Intent[], id: IntentId): number {
  return intents.findIndex((intent) => allIntents([intent]).some((one) => one.id === id));
}

/** `restart-1`, or the first number that neither side has yet. */
export function freeId(state: TimelineState, stem: string): IntentId {
  const taken = new Set(
    COLUMNS.flatMap((column) => allIntents(currentBranch(state, column)?.spec.intents ?? []).map(({ id }) => id)),
  );
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
