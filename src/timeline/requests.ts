import { type Column, COLUMNS } from '#core/align.ts';
import type { Edit } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { Trace } from '#core/trace.ts';
import type { Change, Lesson } from '#lessons/lesson.ts';
import { branchedOff, currentBranch, patched, sideOf, wantingOthers, withBranch } from './branching.ts';
import { isApplied, isOfferedOn, isSettingsOnly } from './changes.ts';
import type { LinkState } from './links.ts';
import { LESSON_OPENING, opened } from './moves.ts';
import { branchWith } from './shown.ts';
import { changeOf, editedSpec, openingSide, type SideSpec } from './specs.ts';
import { type BranchEdit, type BranchId, EMPTY_STATE, type TimelineState } from './state.ts';

export interface OpenOptions {
  /** Traces recorded at build; each stands in where its very spec is asked for. */
  readonly recorded?: readonly Trace[];
  /** What a link asked for; the lesson's own sides and first place without it. */
  readonly link?: LinkState;
}

/** Another lesson, from its beginning or as a link says. Answers, speed and the choice about bets stay. */
export function openedLesson(before: TimelineState, lesson: Lesson, { recorded, link }: OpenOptions): TimelineState {
  const { speed, betsOn, answers, runner } = before;
  const fresh: TimelineState = { ...EMPTY_STATE, lesson, speed, betsOn, answers, runner };
  const left = withBranch(fresh, lesson, 'left', link?.left ?? openingSide(lesson, 'left'), null, recorded);
  const right = withBranch(left.state, lesson, 'right', link?.right ?? openingSide(lesson, 'right'), null, recorded);
  const sides = { left: left.id, right: right.id };
  const named = COLUMNS.reduce((state, column) => {
    const given = link?.names?.[column];
    return given ? patched(state, sides[column], { given }) : state;
  }, right.state);
  return opened({ ...named, sides, opening: link?.at ?? LESSON_OPENING });
}

/** Another scheme on a side, with what was done to the intents as far as it fits; or a branch that is there already. */
export function picked(
  state: TimelineState,
  lesson: Lesson,
  column: Column,
  pick: BranchId | { readonly scheme: SchemeId; readonly settings?: Partial<Settings> },
): TimelineState | null {
  if (typeof pick === 'string') return branchWith(state, pick) ? put(state, column, pick) : null;
  const branch = currentBranch(state, column);
  const { scheme } = pick;
  const edits = (branch?.edits ?? []).filter((edit) => fits(lesson, edit, scheme));
  const { settings } = editedSpec(lesson, column, scheme, edits);
  return asked(state, lesson, column, { scheme, settings: { ...settings, ...pick.settings }, edits });
}

function fits(lesson: Lesson, edit: BranchEdit, scheme: SchemeId): boolean {
  const only = edit.kind === 'change' ? changeOf(lesson, edit.change)?.only : undefined;
  return only === undefined || only === scheme;
}

/** One side forked by an edit. Null when it would change nothing. */
export function edited(state: TimelineState, lesson: Lesson, column: Column, edit: Edit): TimelineState | null {
  const branch = currentBranch(state, column);
  return branch && asked(state, lesson, column, withEdit(sideOf(branch), edit));
}

function withEdit(side: SideSpec, edit: Edit): SideSpec {
  if (edit.kind === 'set') return { ...side, settings: { ...side.settings, ...edit.settings } };
  // The last word on an intent counts: a dragged clock leaves no trail.
  const isOvertaken = (old: BranchEdit): boolean =>
    edit.kind === 'replace' && old.kind === 'replace' && old.intent.id === edit.intent.id;
  return { ...side, edits: [...side.edits.filter((old) => !isOvertaken(old)), edit] };
}

/** A lesson's change made on every side it is offered on, at once. Null when it changes nothing. */
export function changed(state: TimelineState, lesson: Lesson, changeId: string): TimelineState | null {
  const change = changeOf(lesson, changeId);
  if (!change) return null;
  const made = branchedOff(state, lesson, COLUMNS, (branch, column) =>
    isOfferedOn(change, column, branch.spec.scheme) && !isApplied(change, branch)
      ? withChange(sideOf(branch), change)
      : null,
  );
  return made && wantingOthers(made.state, made.sides);
}

function withChange(side: SideSpec, change: Change): SideSpec {
  const settings = change.edits.reduce<Settings>(
    (all, edit) => (edit.kind === 'set' ? { ...all, ...edit.settings } : all),
    side.settings,
  );
  const edits = isSettingsOnly(change) ? side.edits : [...side.edits, { kind: 'change', change: change.id } as const];
  return { ...side, settings, edits };
}

/** Asks for a side; null when it stands there already. */
function asked(state: TimelineState, lesson: Lesson, column: Column, side: SideSpec): TimelineState | null {
  const branch = currentBranch(state, column);
  if (branch && branch.status !== 'failed' && jsonEqual(sideOf(branch), side)) return null;
  const made = withBranch(state, lesson, column, side, branch?.id ?? null);
  return put(made.state, column, made.id);
}

function put(state: TimelineState, column: Column, id: BranchId): TimelineState | null {
  const sides = state.wanted ?? state.sides;
  return sides && wantingOthers(state, { ...sides, [column]: id });
}
