import type { Comparison, StepId } from '#core/align.ts';

/** The rows in which a run and its fork do not do the same; ids, times and drawn numbers do not count. */
export declare function differences(comparison: Comparison): ReadonlySet<StepId>;
