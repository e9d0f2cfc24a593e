import { numberText } from '#kit/number-text.ts';
import type { WorkbookProblem } from '#timeline/workbook-problems.ts';
import { linkProblemText } from '../workbench/link-problem-text.ts';

/** What is wrong with a file, where in it, and what would be right. */
export function fileProblemText(problem: WorkbookProblem): string {
  switch (problem.code) {
    case 'too-large':
      return `It is too large: ${kilobytes(problem.size)}, where ${kilobytes(problem.limit)} is the most.`;
    case 'not-json':
      return 'It is not JSON. Part of it may be missing.';
    case 'other-format':
      return 'It is not a file of this app: those begin with "format": "claimcheck".';
    case 'other-version':
      return `It was saved in version ${problem.found} of the file format; this page reads version ${problem.expected}.`;
    case 'bad-shape':
      return `The part ${problem.path === '' ? 'at its top' : `“${problem.path}”`} makes no sense: ${problem.says}.`;
    case 'unknown-lesson':
      return `It is of a lesson “${problem.lesson.slice(0, 60)}”, which is not here. The lessons are ${problem.known.join(', ')}.`;
    case 'other-lesson-version':
      return `It was saved in version ${problem.found} of its lesson; this is version ${problem.expected}, and its steps have changed.`;
    case 'bad-run':
      return `Run ${problem.place} in it cannot be made. ${linkProblemText(problem.problem)}`;
  }
}

function kilobytes(size: number): string {
  return `${numberText(Math.ceil(size / 1_000))} kB`;
}
