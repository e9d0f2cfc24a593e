import { COLUMNS, type Column } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import type { Settings } from '#core/settings.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { branchedOff, patched, wanting } from './branching.ts';
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
  const made = branchedOff(state, lesson, COLUMNS, ({ spec }, column) => {
    const { settings, intents } = standIns[column];
    const edits: readonly BranchEdit[] = [
      ...lesson.intents.map(({ id }) => ({ kind: 'remove', intent: id }) as const),
      ...intents.map((intent) => ({ kind: 'insert', before: null, intent }) as const),
    ];
    return { scheme: spec.scheme, settings, edits };
  });
  if (!made) return null;
  const { sides } = made;
  const named = COLUMNS.reduce((next, column) => {
    const given = branchWith(next, sides[column])?.given ?? standIns[column].name;
    return patched(next, sides[column], { given });
  }, made.state);
  return wanting(named, sides);
}
