import type { StepId } from '#core/align.ts';
import type { LinkProblem } from './link-problems.ts';
import type { SideSpec } from './specs.ts';

/** Longest link that is written or read, in characters: fits where links are pasted. A longer state becomes a file. */
export const LINK_LIMIT = 4_000;

/** Everything a link holds. */
export interface LinkState {
  readonly lesson: string;
  readonly version: number;
  readonly left: SideSpec;
  readonly right: SideSpec;
  /** The current row, `start` before the first; null where the lesson opens. */
  readonly at: StepId | 'start' | null;
}

export type LinkReading =
  | { readonly ok: true; readonly state: LinkState }
  | { readonly ok: false; readonly problem: LinkProblem };

export type LinkWriting =
  | {
      readonly ok: true;
      /** `#/flows/login?v=1&rs=denylist:on&at=ask/request/answer/0`. */
      readonly fragment: string;
      /** What was left out because it was typed as a secret: a wrong password stands in for it. */
      readonly omits: readonly 'password'[];
    }
  | { readonly ok: false; readonly problem: LinkProblem };
