import type { LinkProblem } from '#timeline/link-problems.ts';

/** What is wrong with a link, where in it, and what would be right. */
export function linkProblemText(problem: LinkProblem): string {
  const value = shown(problem.value);
  switch (problem.code) {
    case 'not-a-lesson-link':
      return `There is no page ${value} here.`;
    case 'unknown-lesson':
      return `There is no lesson ${value}. The lessons are ${problem.known.join(', ')}.`;
    case 'version-missing':
      return 'The link does not say which version of the lesson it means (v=…). Part of it may have been cut off.';
    case 'version-differs':
      return `The link was made for version ${value} of this lesson; this is version ${problem.expected}, and its steps have changed.`;
    case 'cut-off':
      return `This link was cut off: it ends in ${shown(problem.value)}. Half a change can be quite another change, so nothing was run. Ask for the whole link.`;
    case 'unknown-parameter':
      return `The link has a part that means nothing here: ${value}.`;
    case 'repeated-parameter':
      return `The link says ${value} more than once.`;
    case 'bad-escape':
      return `The link has a broken % sign in ${value}. Part of it may have been cut off.`;
    case 'unknown-scheme':
      return `There is no scheme ${value} (${problem.part}=…). The schemes are ${problem.known.join(', ')}.`;
    case 'unknown-setting':
      return `There is no setting ${value} (${problem.part}=…).`;
    case 'bad-setting':
      return `The setting ${value} (${problem.part}=…) takes ${problem.allowed}.`;
    case 'unknown-change':
      return `This lesson has no change ${value} (${problem.part}=…).`;
    case 'unknown-intent':
      return `This lesson has nothing called ${value} to change (${problem.part}=…).`;
    case 'bad-edit':
      return `The change ${value} (${problem.part}=…) makes no sense.`;
    case 'too-many-edits':
      return `The link makes more than ${problem.limit} changes (${problem.part}=…).`;
    case 'bad-step':
      return `The step ${value} (at=…) is not written as a step is. Part of it may have been cut off.`;
    case 'unknown-step':
      return `These two runs have no step ${value} (at=…). The lesson is shown from where it opens.`;
    case 'too-long':
      return `The link is longer than ${problem.limit} characters.`;
  }
}

const SHOWN = 60;

/** As written, in quotes, and no longer than a line. */
function shown(value: string): string {
  return `“${value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value}”`;
}
