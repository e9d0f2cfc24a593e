import { sameSides, wanting } from './branching.ts';
import { branchOf, branchWith } from './shown.ts';
import type { Branch, BranchId, Sides, TimelineState } from './state.ts';

/** Both sides at once, one step to undo: a run beside its fork. Null where they stand there already, or one of them is gone. */
export function compared(state: TimelineState, sides: Sides): TimelineState | null {
  if (!branchWith(state, sides.left) || !branchWith(state, sides.right)) return null;
  const now = state.wanted ?? state.sides;
  return now && sameSides(now, sides) ? null : wanting(state, sides);
}

/** A run and what it was forked from, if these are what stands on screen. */
export interface Fork {
  readonly origin: Branch;
  readonly fork: Branch;
}

/** Whether one of the two runs on screen came, by however many changes, from the other. Makes a new object: select its members. */
export function forkOnScreen(state: TimelineState): Fork | null {
  const [left, right] = [branchOf(state, 'left'), branchOf(state, 'right')];
  if (!left || !right || left.spec.scheme !== right.spec.scheme) return null;
  if (descends(state, right, left.id)) return { origin: left, fork: right };
  return descends(state, left, right.id) ? { origin: right, fork: left } : null;
}

function descends(state: TimelineState, branch: Branch, from: BranchId): boolean {
  const seen = new Set<BranchId>();
  let { parent } = branch;
  while (parent !== null && !seen.has(parent)) {
    if (parent === from) return true;
    seen.add(parent);
    parent = branchWith(state, parent)?.parent ?? null;
  }
  return false;
}
