import { type Column, COLUMNS } from '#core/align.ts';
import { jsonEqual } from '#core/json.ts';
import type { Trace } from '#core/trace.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { opened } from './moves.ts';
import { samePlace } from './places.ts';
import { compareWithRecording, recordingOf } from './recording.ts';
import { branchWith, comparisonOf } from './shown.ts';
import { sameSpec, type SideSpec, specOf } from './specs.ts';
import type { Branch, BranchId, BranchProblem, Sides, TimelineState, Turn } from './state.ts';

/** Sides that can be gone back to. */
const PAST_LIMIT = 100;
/** Runs that stay though nothing leads back to them: the latest. */
const BRANCH_LIMIT = 60;

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
    given: null,
    column,
    spec,
    edits: side.edits,
    parent,
    trace,
    status: trace ? 'recorded' : 'running',
    problem: null,
    kept: false,
  };
  return { state: { ...state, branches: { ...state.branches, [id]: branch } }, id };
}

function nextId({ branches }: TimelineState): BranchId {
  const numbers = Object.keys(branches).map((id) => Number(id.slice(1)));
  return `b${Math.max(0, ...numbers) + 1}`;
}

/**
 * New sides, each branched from the one that a further change starts from; what was asked for stays where nothing is made. Null before
 * anything stands on screen.
 * @param make what the side is to be; null leaves it as it is.
 */
export function branchedOff(
  state: TimelineState,
  lesson: Lesson,
  columns: readonly Column[],
  make: (branch: Branch, column: Column) => SideSpec | null,
): { readonly state: TimelineState; readonly sides: Sides } | null {
  const from = state.wanted ?? state.sides;
  if (!from) return null;
  let next = state;
  const sides = { ...from };
  for (const column of columns) {
    const branch = currentBranch(state, column);
    const side = branch && make(branch, column);
    if (!side) continue;
    const made = withBranch(next, lesson, column, side, branch.id);
    next = made.state;
    sides[column] = made.id;
  }
  return { state: next, sides };
}

/** Asks for these sides. They stand on screen at once where both traces are there, else as soon as they are. */
export function wanting(state: TimelineState, sides: Sides, turning: Turn | null = null): TimelineState {
  const asked = COLUMNS.reduce<TimelineState>((next, column) => asRunning(next, sides[column]), {
    ...state,
    failed: null,
    turning,
  });
  return settled({ ...asked, wanted: sides });
}

/** The same; null where just these are asked for already, or stand there. */
export function wantingOthers(state: TimelineState, sides: Sides): TimelineState | null {
  const from = state.wanted ?? state.sides;
  return !from || sameSides(from, sides) ? null : wanting(state, sides);
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
  const done = { ...state, wanted: null, turning: null };
  if (sides && sameSides(sides, wanted)) return pruned(done);
  return pruned(standing({ ...done, ...wayBack(state) }, wanted));
}

/** The sides to go back and forward to, once the wanted ones stand on screen. */
function wayBack(state: TimelineState): Pick<TimelineState, 'past' | 'future'> {
  const { past, future, sides, turning } = state;
  const here = sides && comparisonOf(state) ? [sides] : [];
  if (turning === 'undo') return { past: past.slice(0, -1), future: [...future, ...here] };
  const on = [...past, ...here].slice(-PAST_LIMIT);
  return { past: on, future: turning === 'redo' ? future.slice(0, -1) : [] };
}

/** These sides on screen, at the row where the cursor stood. */
function standing(state: TimelineState, sides: Sides): TimelineState {
  const next = { ...state, sides, playing: false };
  const [before, after] = [comparisonOf(state), comparisonOf(next)];
  if (!after) return next;
  return { ...next, cursor: samePlace(before, state.cursor, after) };
}

/** Back to the sides before, or forward again. Null when there are none. */
export function stepped(state: TimelineState, turn: Turn): TimelineState | null {
  const target = (turn === 'undo' ? state.past : state.future).at(-1);
  return target ? wanting(state, target, turn) : null;
}

/** What was asked for is asked for no more. */
export function withdrawn(state: TimelineState): TimelineState {
  return state.wanted ? pruned({ ...state, wanted: null, turning: null }) : state;
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
  return isWanted ? pruned({ ...failed, wanted: null, turning: null }) : failed;
}

export function patched(state: TimelineState, id: BranchId, patch: Partial<Branch>): TimelineState {
  const branch = branchWith(state, id);
  return branch ? { ...state, branches: { ...state.branches, [id]: { ...branch, ...patch } } } : state;
}

/** Without the branches that never came to be, and the oldest of those that nothing leads to any more. */
function pruned(state: TimelineState): TimelineState {
  const { sides, wanted, past, future, failed } = state;
  const needed = new Set<string | null>(
    [sides, wanted, ...past, ...future].flatMap((one) => (one ? [one.left, one.right] : [])),
  ).add(failed);
  const all = Object.values(state.branches);
  const others = all.filter(({ id, trace, kept }) => !needed.has(id) && (trace || kept)).slice(-BRANCH_LIMIT);
  const kept = all.filter((branch) => needed.has(branch.id) || others.includes(branch));
  return { ...state, branches: Object.fromEntries(kept.map((branch) => [branch.id, branch])) };
}

export function sameSides(a: Sides, b: Sides): boolean {
  return COLUMNS.every((column) => a[column] === b[column]);
}
