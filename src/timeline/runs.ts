import { RunError, type Runner } from '#core/ports.ts';
import { couldNotRun, patched, ran } from './branching.ts';
import { branchWith } from './shown.ts';
import type { BranchId, BranchProblem, TimelineState } from './state.ts';

/** Where the runs read and write the state. */
export interface StateCell {
  get(): TimelineState;
  set(state: TimelineState): void;
}

export interface Runs {
  attach(runner: Runner): void;
  /** Starts what is asked for now, and gives up what is asked for no more. Call it after every change of branches. */
  follow(): void;
  cancelAll(): void;
}

/** Keeps the worlds busy with exactly what is wanted: a newer request cancels an older one. */
export function createRuns(cell: StateCell): Runs {
  const jobs = new Map<BranchId, AbortController>();
  let runner: Runner | null = null;

  const start = async (by: Runner, id: BranchId): Promise<void> => {
    const spec = branchWith(cell.get(), id)?.spec;
    if (!spec) return;
    const job = new AbortController();
    jobs.set(id, job);
    cell.set(patched(cell.get(), id, { status: 'running' }));
    const settle = (change: (state: TimelineState) => TimelineState): void => {
      if (job.signal.aborted) return;
      jobs.delete(id);
      cell.set(change(cell.get()));
      follow();
    };
    try {
      const trace = await by.run(spec, job.signal);
      settle((state) => ran(state, id, trace));
    } catch (error) {
      settle((state) => couldNotRun(state, id, problemOf(error)));
    }
  };

  const stop = (id: BranchId, job: AbortController): void => {
    job.abort();
    jobs.delete(id);
    const branch = branchWith(cell.get(), id);
    // Its recording goes unchecked for now.
    if (branch?.trace) cell.set(patched(cell.get(), id, { status: 'recorded' }));
    else if (branch?.kept) cell.set(patched(cell.get(), id, { status: 'waiting' }));
  };

  const follow = (): void => {
    const needed = neededRuns(cell.get());
    for (const [id, job] of jobs) if (!needed.has(id)) stop(id, job);
    if (runner) for (const id of needed) if (!jobs.has(id)) void start(runner, id);
  };

  return {
    attach(next) {
      runner = next;
      // What the runner before could not do, this one may.
      for (const { id, status, problem } of Object.values(cell.get().branches)) {
        if (status === 'recorded' && problem) cell.set(patched(cell.get(), id, { problem: null }));
      }
      follow();
    },
    follow,
    cancelAll() {
      for (const [id, job] of jobs) stop(id, job);
    },
  };
}

/** Branches on screen or asked for that no world has run yet, and recordings that none has checked. */
function neededRuns(state: TimelineState): ReadonlySet<BranchId> {
  const ids = [state.wanted, state.sides].flatMap((sides) => (sides ? [sides.left, sides.right] : []));
  return new Set(
    ids.filter((id) => {
      const branch = branchWith(state, id);
      return branch?.status === 'running' || (branch?.status === 'recorded' && branch.problem === null);
    }),
  );
}

function problemOf(error: unknown): BranchProblem {
  const code = error instanceof RunError ? error.code : 'failed';
  const cause = error instanceof RunError ? error.cause : error;
  return { code, cause: cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : null };
}
