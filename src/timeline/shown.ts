import type { Column, Comparison } from '#core/align.ts';
import type { Branch, TimelineState } from './state.ts';

/** The two runs on screen side by side; null while a trace is missing. The same object for the same two traces. */
export declare function comparisonOf(state: TimelineState): Comparison | null;

/** The branch that stands on that side. */
export declare function branchOf(state: TimelineState, column: Column): Branch | null;
