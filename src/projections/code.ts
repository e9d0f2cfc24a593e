import type { Comparison } from '#core/align.ts';
import type { CodeView } from './models.ts';

/** The source that ran in the current step. */
export declare function codeView(comparison: Comparison, k: number): CodeView;
