/** Which part of a link is meant: the path's lesson, the version, left and right scheme, settings, edits, the step, the whole. */
export type LinkPart = 'path' | 'lesson' | 'v' | 'l' | 'r' | 'ls' | 'rs' | 'le' | 're' | 'at' | 'link';

/** What was wrong with a link, and where: `value` is the piece that made no sense, as written. */
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

/** What was wrong, where, and what to do, in one or two sentences. The app offers the first lesson beside it. */
export function linkProblemText(problem: LinkProblem): string {
  const said = `“${problem.value}”`;
  switch (problem.code) {
    case 'not-a-lesson-link':
      return `This link names no lesson: ${said}.`;
    case 'unknown-lesson':
      return `There is no lesson ${said}. There are: ${problem.known.join(', ')}.`;
    case 'version-missing':
      return 'The link does not say which version of the lesson it was made for (v=…).';
    case 'version-differs':
      return `The link was made for version ${said} of this lesson. This is version ${problem.expected}, whose steps are not the same.`;
    case 'unknown-parameter':
      return `The link has a part that nothing here understands: ${said}.`;
    case 'repeated-parameter':
      return `The link says ${said} twice.`;
    case 'bad-escape':
      return `A part of the link cannot be read: ${said}. It may have been cut off or changed on its way.`;
    case 'unknown-scheme':
      return `${sideName(problem.part)}: there is no system ${said}. There are: ${problem.known.join(', ')}.`;
    case 'unknown-setting':
      return `${sideName(problem.part)}: there is no setting ${said}.`;
    case 'bad-setting':
      return `${sideName(problem.part)}: the setting ${said} cannot be. Allowed: ${problem.allowed}.`;
    case 'unknown-change':
      return `${sideName(problem.part)}: this lesson has no change ${said}.`;
    case 'unknown-intent':
      return `${sideName(problem.part)}: the edit ${said} names something that this run does not do.`;
    case 'bad-edit':
      return `${sideName(problem.part)}: the edit ${said} makes no sense.`;
    case 'too-many-edits':
      return `${sideName(problem.part)}: ${said} edits are more than the ${problem.limit} a link may hold.`;
    case 'bad-step':
      return `The link’s place is not the name of a step: ${said}.`;
    case 'unknown-step':
      return `The run has no step ${said}.`;
    case 'too-long':
      return `The link has ${problem.length} characters; ${problem.limit} are the limit.`;
  }
}

function sideName(part: LinkPart): string {
  return part.startsWith('l') ? 'Left side' : 'Right side';
}
