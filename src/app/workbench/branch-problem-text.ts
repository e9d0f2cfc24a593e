import type { Column } from '#core/align.ts';
import type { BranchProblem } from '#timeline/state.ts';

/** What stopped a run, where, and what to do. */
export function branchProblemText(problem: BranchProblem, column: Column): string {
  const side = column === 'left' ? 'left' : 'right';
  switch (problem.code) {
    case 'recording-differs':
      return `The live run on the ${side} differs from its recording${problem.event ? ` at event ${problem.event}` : ''}: this is a fault of the app. What is shown is the live run.`;
    case 'no-interception':
      return `The run on the ${side} was not made: requests cannot be caught inside this page just now. Reload the page to try again.`;
    case 'no-webcrypto':
      return `The run on the ${side} was not made: this address offers no cryptography.`;
    case 'failed':
      return `The run on the ${side} failed${problem.cause ? `: ${problem.cause}` : ''}. Undo brings back the run before.`;
  }
}
