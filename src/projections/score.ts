import type { Comparison } from '#core/align.ts';
import type { ScoreView } from './models.ts';

/** What has really run up to k. */
export declare function scoreView(comparison: Comparison, k: number): ScoreView;
