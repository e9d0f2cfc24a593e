import { align, type Column, type Comparison } from '#core/align.ts';
import { oncePerPair } from '#core/once.ts';
import type { Branch, BranchId, TimelineState } from './state.ts';

/** The two runs on screen side by side; null while a trace is missing. The same object for the same two traces. */
export function comparisonOf(state: TimelineState): Comparison | null {
  const left = branchOf(state, 'left')?.trace;
  const right = branchOf(state, 'right')?.trace;
  return left && right ? aligned(left, right) : null;
}

/** The branch that stands on that side. */
export function branchOf(state: TimelineState, column: Column): Branch | null {
  return state.sides ? branchWith(state, state.sides[column]) : null;
}

export function branchWith({ branches }: TimelineState, id: BranchId): Branch | null {
  return branches[id] ?? null;
}

const aligned = oncePerPair(align);
