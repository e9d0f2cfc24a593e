import { patched } from './branching.ts';
import { branchWith } from './shown.ts';
import type { BranchId, TimelineState } from './state.ts';

/** Longest name that can be given to a branch, in characters: two of them fit into a link. */
export const NAME_LIMIT = 60;

/** A name as it is kept: one line without control characters or marks that turn text round, cut to its limit. Null where nothing is left. */
export function cleanName(text: string): string | null {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  const name = Array.from(line).slice(0, NAME_LIMIT).join('').trim();
  return name === '' ? null : name;
}

/** Calls a branch by that name; by what was changed where there is none. Null when it is called so already. */
export function renamed(state: TimelineState, id: BranchId, text: string): TimelineState | null {
  const branch = branchWith(state, id);
  const given = cleanName(text);
  return !branch || branch.given === given ? null : patched(state, id, { given });
}
