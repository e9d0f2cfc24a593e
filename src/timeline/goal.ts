import type { TimelineState } from './state.ts';

export interface GoalStatus {
  /**
   * - `open`: not reached by the run on screen;
   * - `reached`: the check holds of it;
   * - `other-scheme`: another scheme stands on the goal's side;
   * - `off-limits`: something was turned that the goal does not offer.
   */
  readonly state: 'open' | 'reached' | 'other-scheme' | 'off-limits';
  /** What counts as better among right answers, counted in the run on screen. */
  readonly fewest: { readonly label: string; readonly count: number } | null;
}

/** Null while there is no comparison. */
export declare function goalStatus(state: TimelineState): GoalStatus | null;
