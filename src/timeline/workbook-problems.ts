import type { LinkProblem } from './link-problems.ts';

/** What was wrong with a file, and where; the words for it are the app's. */
export type WorkbookProblem =
  | { readonly code: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly code: 'not-json' }
  /** It does not say that it is one of ours. */
  | { readonly code: 'other-format' }
  | { readonly code: 'other-version'; readonly found: number; readonly expected: number }
  /** `path` leads to the member that makes no sense: `runs.2.edits`. */
  | { readonly code: 'bad-shape'; readonly path: string; readonly says: string }
  | { readonly code: 'unknown-lesson'; readonly lesson: string; readonly known: readonly string[] }
  | { readonly code: 'other-lesson-version'; readonly found: number; readonly expected: number }
  /** A run, by its place from 1, that cannot be made in this lesson. */
  | { readonly code: 'bad-run'; readonly place: number; readonly problem: LinkProblem };
