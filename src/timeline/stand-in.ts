import { COLUMNS, type Column } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import type { Settings } from '#core/settings.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { currentBranch, patched, wanting, withBranch } from './branching.ts';
import { branchWith } from './shown.ts';
import type { BranchEdit, TimelineState } from './state.ts';

/** Another run in the place of a side's: the same scheme, with these settings and intents alone. */
export interface StandIn {
  /** What it is called, unless its reader has named it. */
  readonly name: string;
  readonly settings: Settings;
  readonly intents: readonly Intent[];
}

/**
 * Puts another run in the place of each side's, as one step to undo. It is a fork like any other: the lesson's intents are taken out and
 * these are put in, so that a link holds it.
 */
export function withStandIns(
  state: TimelineState,
  lesson: Lesson,
  standIns: Readonly<Record<Column, StandIn>>,
): TimelineState | null {
  const sides = state.wanted ?? state.sides;
  if (!sides) return null;
  let next = state;
  const wanted = { ...sides };
  for (const column of COLUMNS) {
    const branch = currentBranch(state, column);
    if (!branch) return null;
    const { name, settings, intents } = standIns[column];
    const edits: readonly BranchEdit[] = [
      ...lesson.intents.map(({ id }) => ({ kind: 'remove', intent: id }) as const),
      ...intents.map((intent) => ({ kind: 'insert', before: null, intent }) as const),
    ];
    const made = withBranch(next, lesson, column, { scheme: branch.spec.scheme, settings, edits }, branch.id);
    const { given } = branchWith(made.state, made.id) ?? { given: null };
    next = patched(made.state, made.id, { given: given ?? name });
    wanted[column] = made.id;
  }
  return wanting(next, wanted);
}
