import type { BranchProblem } from '#timeline/state.ts';

/** What stopped a run, where, and what to do. `run` names it: `The run on the left`. */
export function branchProblemText(problem: BranchProblem, run: string): string {
  switch (problem.code) {
    case 'recording-differs':
      return `${run} differs, when run here, from its recording${problem.event ? ` at event ${problem.event}` : ''}: a fault of the app. What is shown is the recording.`;
    case 'no-interception':
      return `${run} was not made: requests cannot be caught inside this page just now. Reload the page to try again.`;
    case 'no-webcrypto':
      return `${run} was not made: this address offers no cryptography.`;
    case 'failed':
      return `${run} failed${problem.cause ? `: ${problem.cause}` : ''}. What was on screen before is still there.`;
  }
}
