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
