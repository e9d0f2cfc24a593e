import type { Comparison } from '#core/align.ts';
import type { TokenView } from './models.ts';

/** The token in play at k. */
export declare function tokenView(comparison: Comparison, k: number): TokenView;
