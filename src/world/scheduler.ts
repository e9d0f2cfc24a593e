import type { Gate } from '#browser/gate.ts';
import type { Micros } from '#core/costs.ts';
import type { VirtualClock } from './clock.ts';

/** What a task may do with time, while it is its turn. */
export interface Turn {
  /** Lets virtual time pass; others may act meanwhile. It is over at once when the gate is opened. */
  sleep(micros: Micros, until?: Gate): Promise<void>;
  /** Waits until the gate is open; those who wait go on in the order in which they came. */
  pass(gate: Gate): Promise<void>;
}

export type Task = (turn: Turn) => Promise<void>;

/** Every task that is left waits at a gate that nobody is left to open. */
export class DeadlockError extends Error {
  constructor(waiting: number) {
    super(`${waiting} tasks wait at gates that nobody is left to open`);
    this.name = 'DeadlockError';
  }
}

interface Waiter {
  readonly wake: () => void;
  readonly fail: (error: unknown) => void;
}

interface Sleeper extends Waiter {
  readonly at: Micros;
}

/**
 * Runs tasks on virtual time. Exactly one has the turn; it keeps it, whatever real promises it awaits, until it sleeps, waits at a gate
 * or ends. Then the one goes on that has the earliest time, and among those the one that came first. When a real promise settles is
 * therefore never observable.
 */
export class Scheduler {
  readonly #clock: VirtualClock;
  /** In the order in which they came. */
  readonly #sleeping: Sleeper[] = [];
  readonly #parked = new Set<Waiter>();
  readonly #end = Promise.withResolvers<void>();
  #holder: Turn | null = null;
  #unfinished = 0;
  #stopped: { readonly error: unknown } | null = null;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    // Whoever calls `run` hears of it; a scheduler that is stopped before that must not end the process.
    this.#end.promise.catch(() => undefined);
  }

  /**
   * Runs the tasks, in the order given where nothing else decides, until all have ended. Once only.
   * @throws DeadlockError where all that are left wait at gates; otherwise what a task threw or `stop` was given.
   */
  run(tasks: readonly Task[]): Promise<void> {
    this.#unfinished = tasks.length;
    for (const task of tasks) this.#begin(task).catch((error: unknown) => this.stop(error));
    this.#next();
    return this.#end.promise;
  }

  /** Ends the run at once: whoever waits fails with this error, and so does whoever would wait. */
  stop(error: unknown): void {
    if (this.#stopped) return;
    this.#stopped = { error };
    this.#end.reject(error);
    for (const { fail } of [...this.#sleeping, ...this.#parked]) fail(error);
    this.#parked.clear();
  }

  async #begin(task: Task): Promise<void> {
    const turn: Turn = {
      sleep: (micros, until) =>
        this.#leave(turn, (waiter) => {
          const at = this.#clock.micros() + micros;
          this.#enqueue(waiter, at);
          until?.onOpen(() => this.#hurry(waiter));
        }),
      pass: (gate) => (gate.isOpen ? Promise.resolve() : this.#leave(turn, (waiter) => this.#park(waiter, gate))),
    };
    await this.#wait(turn, (waiter) => this.#enqueue(waiter, this.#clock.micros()));
    await task(turn);
    this.#unfinished -= 1;
    this.#next();
  }

  async #leave(turn: Turn, queue: (waiter: Waiter) => void): Promise<void> {
    if (this.#stopped) throw this.#stopped.error;
    if (this.#holder !== turn) throw new Error('a task acted while it was not its turn');
    const woken = this.#wait(turn, queue);
    this.#next();
    await woken;
  }

  async #wait(turn: Turn, queue: (waiter: Waiter) => void): Promise<void> {
    await new Promise<void>((wake, fail) => queue({ wake, fail }));
    this.#holder = turn;
  }

  #enqueue(waiter: Waiter, at: Micros): void {
    this.#sleeping.push({ ...waiter, at });
  }

  /** Whoever sleeps goes on now, after those whose time it is already. */
  #hurry({ wake }: Waiter): void {
    const index = this.#sleeping.findIndex((sleeper) => sleeper.wake === wake);
    const [sleeper] = index < 0 ? [] : this.#sleeping.splice(index, 1);
    if (sleeper) this.#enqueue(sleeper, this.#clock.micros());
  }

  #park(waiter: Waiter, gate: Gate): void {
    this.#parked.add(waiter);
    gate.onOpen(() => {
      if (this.#parked.delete(waiter)) this.#enqueue(waiter, this.#clock.micros());
    });
  }

  #next(): void {
    this.#holder = null;
    if (this.#stopped) return;
    const next = takeEarliest(this.#sleeping);
    if (next) {
      this.#clock.advanceTo(next.at);
      next.wake();
    } else if (this.#unfinished > 0) {
      this.stop(new DeadlockError(this.#unfinished));
    } else {
      this.#end.resolve();
    }
  }
}

/** Removes and returns the one with the earliest time, and among those the one that came first. */
function takeEarliest(sleepers: Sleeper[]): Sleeper | undefined {
  const earliest = sleepers.reduce<Sleeper | undefined>(
    (best, sleeper) => (best && best.at <= sleeper.at ? best : sleeper),
    undefined,
  );
  if (earliest) sleepers.splice(sleepers.indexOf(earliest), 1);
  return earliest;
}
