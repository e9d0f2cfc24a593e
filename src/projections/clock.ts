import type { Comparison } from '#core/align.ts';
import type { ClockView } from './models.ts';

/** The virtual time at k. */
export declare function clockView(comparison: Comparison, k: number): ClockView;
