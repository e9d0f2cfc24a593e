import type { Change } from '#lessons/lesson.ts';
import type { TimelineState } from './state.ts';

/** The lesson's changes that can be made to what stands on screen, and whether each has been. */
export declare function offeredChanges(
  state: TimelineState,
): readonly { readonly change: Change; readonly applied: boolean }[];
