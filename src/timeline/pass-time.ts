import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { allIntents, type Intent, type IntentId } from '#core/intents.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { branchedOff, currentBranch, sideOf, wanting } from './branching.ts';
import { arriveAt, freeId, intentAfter, placeOf } from './fork-here.ts';
import { comparisonOf } from './shown.ts';
import type { SideSpec } from './specs.ts';
import type { Branch, TimelineState } from './state.ts';
import type { Timeline } from './store.ts';

/** What every wait is called that was put in by the clock: by it, it is known again. */
const STEM = 'clock';
const CLOCK = /^clock-\d+$/;

/** The longest time that can be let pass at once: 400 days, more than any credential here can live. */
export const LONGEST_WAIT = 34_560_000;

/**
 * Lets time pass where the cursor stands, as one step to undo: what is under way comes to its end, then the clock moves on. A wait that the
 * clock has put there before becomes longer, and one that comes next is overtaken, so that a dragged clock leaves no trail.
 * @param seconds for each side that it passes on: whole, from 1 to `LONGEST_WAIT`.
 */
export function passTime(timeline: Timeline, seconds: Partial<Readonly<Record<Column, number>>>): void {
  let arrival: IntentId | null = null;
  timeline.actions.revise((state, lesson) => {
    const made = withTimePassed(state, lesson, seconds);
    arrival = made?.arrival ?? null;
    return made?.state ?? null;
  });
  if (arrival !== null) arriveAt(timeline, arrival);
}

interface Passed {
  readonly state: TimelineState;
  /** The wait whose end is the new present. */
  readonly arrival: IntentId;
}

function withTimePassed(
  state: TimelineState,
  lesson: Lesson,
  passing: Partial<Readonly<Record<Column, number>>>,
): Passed | null {
  const comparison = comparisonOf(state);
  if (!comparison) return null;
  const moving = COLUMNS.filter((column) => (passing[column] ?? 0) > 0);
  const placeIn = ({ spec }: Branch): ClockPlace => clockPlace(comparison, state.cursor, spec.intents);
  const waits = moving.flatMap((column) => {
    const branch = currentBranch(state, column);
    return (branch && placeIn(branch).wait) ?? [];
  });
  const known = waits[0]?.id;
  const fresh = freeId(state, STEM);
  let arrival = fresh;
  const made = branchedOff(state, lesson, moving, (branch, column) => {
    const seconds = passing[column] ?? 0;
    const { wait, before } = placeIn(branch);
    const isTaken = (id: IntentId): boolean => placeOf(branch.spec.intents, id) >= 0;
    arrival = wait?.id ?? (known !== undefined && !isTaken(known) ? known : fresh);
    return wait
      ? withLength(sideOf(branch), arrival, (wait.isPast ? wait.seconds : 0) + seconds)
      : withWait(sideOf(branch), before, { id: arrival, kind: 'wait', seconds });
  });
  return made && { state: wanting(made.state, made.sides), arrival };
}

interface ClockPlace {
  /** The clock's own wait that stands there already; past when the cursor stands behind it. */
  readonly wait: { readonly id: IntentId; readonly seconds: number; readonly isPast: boolean } | null;
  readonly before: IntentId | null;
}

function clockPlace(comparison: Comparison, cursor: number, intents: readonly Intent[]): ClockPlace {
  const before = intentAfter(comparison, cursor, intents);
  const at = before === null ? intents.length : placeOf(intents, before);
  const [last, next] = [intents[at - 1], intents[at]];
  if (last?.kind === 'wait' && CLOCK.test(last.id)) {
    return { before, wait: { id: last.id, seconds: last.seconds, isPast: true } };
  }
  if (next?.kind === 'wait' && CLOCK.test(next.id)) {
    return { before, wait: { id: next.id, seconds: next.seconds, isPast: false } };
  }
  return { before, wait: null };
}

function withWait(side: SideSpec, before: IntentId | null, intent: Intent): SideSpec {
  return { ...side, edits: [...side.edits, { kind: 'insert', before, intent }] };
}

/** The same wait with another length: the edit that put it in says so itself. */
function withLength(side: SideSpec, id: IntentId, seconds: number): SideSpec {
  const intent: Intent = { id, kind: 'wait', seconds };
  return {
    ...side,
    edits: side.edits.map((edit) => (edit.kind === 'insert' && edit.intent.id === id ? { ...edit, intent } : edit)),
  };
}

/** The cursor at which whatever is under way at this one has come to its end: there the clock can move. */
export function restAfter(comparison: Comparison, cursor: number): number {
  const { steps } = comparison;
  const current = steps[cursor - 1]?.intent;
  if (current === undefined) return 0;
  const together = new Set(
    [...comparison.left.spec.intents, ...comparison.right.spec.intents]
      .map((intent) => allIntents([intent]).map(({ id }) => id))
      .find((ids) => ids.includes(current)) ?? [current],
  );
  let rest = cursor;
  while (together.has(steps[rest]?.intent ?? '')) rest += 1;
  return rest;
}
