import type { Comparison } from '#core/align.ts';
import type { HttpView } from './models.ts';

/** The messages of the exchange in force at k. */
export declare function httpView(comparison: Comparison, k: number): HttpView;
