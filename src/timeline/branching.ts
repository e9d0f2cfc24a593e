import { type Column, COLUMNS } from '#core/align.ts';
import { jsonEqual } from '#core/json.ts';
import type { Trace } from '#core/trace.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { opened } from './moves.ts';
import { samePlace } from './places.ts';
import { compareWithRecording, recordingOf } from './recording.ts';
import { branchWith, comparisonOf } from './shown.ts';
import { branchName, sameSpec, type SideSpec, specOf } from './specs.ts';
import type { Branch, BranchId, BranchProblem, Sides, TimelineState } from './state.ts';

/** Sides that can be gone back to; branches that stand on none of them are let go. */
const PAST_LIMIT = 100;

/** The side that a further change starts from: what was asked for last, be it there or not. */
export function currentBranch(state: TimelineState, column: Column): Branch | null {
  const sides = state.wanted ?? state.sides;
  return sides && branchWith(state, sides[column]);
}

export function sideOf({ spec, edits }: Branch): SideSpec {
  return { scheme: spec.scheme, settings: spec.settings, edits };
}

/** The state with a branch for that side: one that is there already, or a new one that no world has run yet. */
export function withBranch(
  state: TimelineState,
  lesson: Lesson,
  column: Column,
  side: SideSpec,
  parent: BranchId | null,
  recorded: readonly Trace[] = [],
): { readonly state: TimelineState; readonly id: BranchId } {
  const spec = specOf(lesson, column, side);
  const known = Object.values(state.branches).find(
    (branch) => sameSpec(branch.spec, spec) && jsonEqual(branch.edits, side.edits),
  );
  if (known) return { state, id: known.id };
  const id = nextId(state);
  const trace = recordingOf(recorded, spec);
  const branch: Branch = {
    id,
    name: branchName(lesson, column, side),
    spec,
    edits: side.edits,
    parent,
    trace,
    status: trace ? 'recorded' : 'running',
    problem: null,
  };
  return { state: { ...state, branches: { ...state.branches, [id]: branch } }, id };
}

function nextId({ branches }: TimelineState): BranchId {
  const numbers = Object.keys(branches).map((id) => Number(id.slice(1)));
  return `b${Math.max(0, ...numbers) + 1}`;
}

/** Asks for these sides. They stand on screen at once where both traces are there, else as soon as they are. */
export function wanting(state: TimelineState, sides: Sides): TimelineState {
  const asked = COLUMNS.reduce<TimelineState>((next, column) => asRunning(next, sides[column]), {
    ...state,
    failed: null,
  });
  return settled({ ...asked, wanted: sides });
}

/** A branch that failed is given another chance when it is asked for again. */
function asRunning(state: TimelineState, id: BranchId): TimelineState {
  const branch = branchWith(state, id);
  return branch && branch.trace === null ? patched(state, id, { status: 'running', problem: null }) : state;
}

/** Puts the wanted sides on screen if their traces are there: at the same row, paused. What stood there can be gone back to. */
function settled(state: TimelineState): TimelineState {
  const { wanted, sides } = state;
  if (!wanted || COLUMNS.some((column) => !branchWith(state, wanted[column])?.trace)) return state;
  if (sides && sameSides(sides, wanted)) return pruned({ ...state, wanted: null });
  const past = sides && comparisonOf(state) ? [...state.past, sides].slice(-PAST_LIMIT) : state.past;
  return pruned(standing({ ...state, past, future: [], wanted: null }, wanted));
}

/** These sides on screen, at the row where the cursor stood. */
function standing(state: TimelineState, sides: Sides): TimelineState {
  const next = { ...state, sides, playing: false };
  const [before, after] = [comparisonOf(state), comparisonOf(next)];
  if (!after) return next;
  return { ...next, cursor: samePlace(before, state.cursor, after) };
}

/** Back to the sides before, or forward again. Null when there are none. */
export function stepped(state: TimelineState, direction: 'undo' | 'redo'): TimelineState | null {
  const { past, future, sides } = state;
  const target = direction === 'undo' ? past.at(-1) : future.at(-1);
  if (!target || !sides) return null;
  const moved =
    direction === 'undo'
      ? { past: past.slice(0, -1), future: [...future, sides] }
      : { past: [...past, sides], future: future.slice(0, -1) };
  return standing({ ...state, ...moved, failed: null }, target);
}

/** What was asked for is asked for no more. */
export function withdrawn(state: TimelineState): TimelineState {
  return state.wanted ? pruned({ ...state, wanted: null }) : state;
}

/** A world has run a branch: its trace, or the proof of its recording, whose own trace is kept so that nothing on screen changes. */
export function ran(state: TimelineState, id: BranchId, live: Trace): TimelineState {
  const branch = branchWith(state, id);
  if (!branch) return state;
  if (!branch.trace) {
    return opened(settled(patched(state, id, { trace: live, status: 'live', problem: null })));
  }
  const verdict = compareWithRecording(branch.trace, live);
  return patched(
    state,
    id,
    verdict.same
      ? { status: 'live', problem: null }
      : { status: 'failed', problem: { code: 'recording-differs', event: verdict.event } },
  );
}

/** No world could run a branch. A recording still plays; what was wanted with it is given up. */
export function couldNotRun(state: TimelineState, id: BranchId, problem: BranchProblem): TimelineState {
  const branch = branchWith(state, id);
  if (!branch) return state;
  if (branch.trace) return patched(state, id, { status: 'recorded', problem });
  const failed = patched({ ...state, failed: id }, id, { status: 'failed', problem });
  const isWanted = state.wanted !== null && COLUMNS.some((column) => state.wanted?.[column] === id);
  return isWanted ? pruned({ ...failed, wanted: null }) : failed;
}

export function patched(state: TimelineState, id: BranchId, patch: Partial<Branch>): TimelineState {
  const branch = branchWith(state, id);
  return branch ? { ...state, branches: { ...state.branches, [id]: { ...branch, ...patch } } } : state;
}

/** Without the branches that nothing refers to any more. */
function pruned(state: TimelineState): TimelineState {
  const { sides, wanted, past, future, failed } = state;
  const kept = new Set<string>(
    [sides, wanted, ...past, ...future].flatMap((one) => (one ? [one.left, one.right] : [])),
  );
  if (failed) kept.add(failed);
  const branches = Object.fromEntries(Object.entries(state.branches).filter(([id]) => kept.has(id)));
  return { ...state, branches };
}

export function sameSides(a: Sides, b: Sides): boolean {
  return COLUMNS.every((column) => a[column] === b[column]);
}
