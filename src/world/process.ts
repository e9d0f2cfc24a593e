import { closedGate, type Gate } from '#browser/gate.ts';

/** What can end while it does something: a server's process, or the script of a page. */
export interface Process {
  /** Opened when it ends. */
  readonly end: Gate;
}

export function startProcess(): Process {
  return { end: closedGate() };
}

/** Whoever acted in it goes no further. */
export class ProcessEndedError extends Error {
  constructor() {
    super('what did this has ended');
    this.name = 'ProcessEndedError';
  }
}

/** @throws ProcessEndedError */
export function requireAlive(process: Process | undefined): void {
  if (process?.end.isOpen) throw new ProcessEndedError();
}

/** The server's process, which may be stopped and started. */
export class ProcessOfServer {
  #running: Process | null = startProcess();

  /** Null while the server is down. */
  get running(): Process | null {
    return this.#running;
  }

  /** Requests under way get no answer, nor do any that come in until it starts again. */
  stop(): void {
    const stopped = this.#running;
    this.#running = null;
    stopped?.end.open();
  }

  start(): void {
    this.#running ??= startProcess();
  }
}
