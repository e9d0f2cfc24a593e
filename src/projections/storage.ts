import type { Comparison } from '#core/align.ts';
import type { StorageView } from './models.ts';

/** What is remembered where after k steps. */
export declare function storageView(comparison: Comparison, k: number): StorageView;
