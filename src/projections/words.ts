import type { Comparison } from '#core/align.ts';
import type { StepText } from './models.ts';

/** A row in words. */
export declare function stepText(comparison: Comparison, index: number): StepText;
