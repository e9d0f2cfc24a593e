import type { Comparison } from '#core/align.ts';
import type { BytesView } from './models.ts';

/** What each message up to k weighs. */
export declare function bytesView(comparison: Comparison, k: number): BytesView;
