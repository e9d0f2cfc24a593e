import { type Column, COLUMNS } from '#core/align.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Change } from '#lessons/lesson.ts';
import { branchOf } from './shown.ts';
import type { Branch, Sides, TimelineState } from './state.ts';

export interface OfferedChange {
  readonly change: Change;
  /** Every side it is offered on has it already. */
  readonly applied: boolean;
}

/** The lesson's changes that can be made to what stands on screen. The same list for the same sides. */
export function offeredChanges(state: TimelineState): readonly OfferedChange[] {
  const { lesson, sides } = state;
  if (!lesson || !sides) return NONE;
  const known = offered.get(sides);
  if (known) return known;
  const made = lesson.changes.flatMap((change) => offerOf(change, state));
  offered.set(sides, made);
  return made;
}

const NONE: readonly OfferedChange[] = [];
/** Sides never stand for other branches than those they were made for, and a branch never gets other edits. */
const offered = new WeakMap<Sides, readonly OfferedChange[]>();

function offerOf(change: Change, state: TimelineState): readonly OfferedChange[] {
  const branches = COLUMNS.flatMap((column) => {
    const branch = branchOf(state, column);
    return branch && isOfferedOn(change, column, branch.spec.scheme) ? [branch] : [];
  });
  return branches.length === 0 ? [] : [{ change, applied: branches.every((branch) => isApplied(change, branch)) }];
}

export function isOfferedOn({ column: where, only }: Change, column: Column, scheme: SchemeId): boolean {
  return (where === 'both' || where === column) && (only === undefined || only === scheme);
}

/** Whether a branch has it: by name, or because all it does is turn settings that are so already. */
export function isApplied(change: Change, { edits, spec }: Pick<Branch, 'edits' | 'spec'>): boolean {
  if (edits.some((edit) => edit.kind === 'change' && edit.change === change.id)) return true;
  return change.edits.every(
    (edit) =>
      edit.kind === 'set' &&
      Object.entries(edit.settings).every(([id, value]) => spec.settings[id as keyof typeof spec.settings] === value),
  );
}

/** True for a change that is nothing but settings: it leaves no edit behind. */
export function isSettingsOnly({ edits }: Change): boolean {
  return edits.every(({ kind }) => kind === 'set');
}
