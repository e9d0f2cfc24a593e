import type { StepId } from '#core/align.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { Lesson } from '#lessons/lesson.ts';
import type { LinkProblem } from './link-problems.ts';
import type { BranchEdit } from './state.ts';

/** One side of a link. `settings` are all of them, final: edits change none after that. */
export interface LinkSide {
  readonly scheme: SchemeId;
  readonly settings: Settings;
  readonly edits: readonly BranchEdit[];
}

/** Everything a link holds. */
export interface LinkState {
  readonly lesson: string;
  readonly version: number;
  readonly left: LinkSide;
  readonly right: LinkSide;
  /** The current row, `start` before the first; null where the lesson opens. */
  readonly at: StepId | 'start' | null;
}

export type LinkReading =
  | { readonly ok: true; readonly state: LinkState }
  | { readonly ok: false; readonly problem: LinkProblem };

export declare function decodeLink(fragment: string, lessons: readonly Lesson[]): LinkReading;
