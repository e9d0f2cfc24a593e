/** Which part of a link is meant: the path's lesson, the version, left and right scheme, settings, edits, the step, the whole. */
export type LinkPart = 'path' | 'lesson' | 'v' | 'l' | 'r' | 'ls' | 'rs' | 'le' | 're' | 'at' | 'link';

/** What was wrong with a link, and where; the words for it are the app's. `value` is the piece that made no sense, as written. */
export type LinkProblem =
  | { readonly code: 'not-a-lesson-link'; readonly part: 'path'; readonly value: string }
  | {
      readonly code: 'unknown-lesson';
      readonly part: 'lesson';
      readonly value: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'version-missing'; readonly part: 'v'; readonly value: '' }
  | { readonly code: 'version-differs'; readonly part: 'v'; readonly value: string; readonly expected: number }
  /** It carries edits and lacks the row that every link with edits ends in. */
  | { readonly code: 'cut-off'; readonly part: 'link'; readonly value: string }
  | { readonly code: 'unknown-parameter'; readonly part: 'link'; readonly value: string }
  | { readonly code: 'repeated-parameter'; readonly part: 'link'; readonly value: string }
  | { readonly code: 'bad-escape'; readonly part: 'link'; readonly value: string }
  | {
      readonly code: 'unknown-scheme';
      readonly part: 'l' | 'r';
      readonly value: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'unknown-setting'; readonly part: 'ls' | 'rs'; readonly value: string }
  | { readonly code: 'bad-setting'; readonly part: 'ls' | 'rs'; readonly value: string; readonly allowed: string }
  | { readonly code: 'unknown-change'; readonly part: 'le' | 're'; readonly value: string }
  | { readonly code: 'unknown-intent'; readonly part: 'le' | 're'; readonly value: string }
  | { readonly code: 'bad-edit'; readonly part: 'le' | 're'; readonly value: string }
  | { readonly code: 'too-many-edits'; readonly part: 'le' | 're'; readonly value: string; readonly limit: number }
  | { readonly code: 'bad-step'; readonly part: 'at'; readonly value: string }
  /** Found only when the comparison is there. */
  | { readonly code: 'unknown-step'; readonly part: 'at'; readonly value: string }
  | {
      readonly code: 'too-long';
      readonly part: 'link';
      readonly value: string;
      readonly length: number;
      readonly limit: number;
    };
