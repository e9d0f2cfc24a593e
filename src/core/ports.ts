import type { Micros } from './costs.ts';
import type { ChangeFact, EventId, Fact, Phase, RegionName } from './events.ts';
import type { RunSpec } from './intents.ts';
import type { Trace } from './trace.ts';

/** The world's clock. Nothing under `core`, `auth`, `server`, `browser` or `world` reads another. */
export interface Clock {
  /** The Unix second that tokens, cookies and bodies use. */
  now(): number;
  /** Microseconds since the world began. */
  micros(): Micros;
}

/** One named stream of random bytes. Same seed and name, same bytes. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** What an act did: the fact to record, the changes it caused, and the value for the caller. */
export interface Performed<T> {
  readonly fact: Fact;
  readonly changes?: readonly ChangeFact[];
  readonly value: T;
}

/**
 * Writes down what one actor does in one exchange. It is bound to them, so that the code that records names only the phase,
 * the region of source it stands in, and the fact.
 */
export interface Recorder {
  /** Records a fact that takes no virtual time, caused by the previous one of this exchange. */
  note(phase: Phase, code: RegionName, fact: Fact): EventId;
  /**
   * Lets `cost` pass (others may act meanwhile), then runs `act` with nobody in between, and records what it did.
   * The event's `t` is when it began; `changes` follow as events caused by it. `act` is told the id its event will have, so that an answer can
   * name its request.
   */
  perform<T>(
    phase: Phase,
    code: RegionName,
    cost: Micros,
    act: (id: EventId) => Performed<T> | Promise<Performed<T>>,
  ): Promise<T>;
}

/** Runs worlds: the only way by which the interface gets a trace. Loaded lazily. */
export interface Runner {
  /**
   * Executes the spec and resolves to its trace. Where an earlier run shares a prefix of intents (same scheme, settings and seed), only the
   * suffix is executed and the prefix's events are shared.
   * @throws RunError when the run cannot be made; an `AbortError` when cancelled.
   */
  readonly run: (spec: RunSpec, signal?: AbortSignal) => Promise<Trace>;
}

export type RunProblem =
  /** Requests cannot be intercepted, so none was sent. */
  | 'no-interception'
  /** `crypto.subtle` is missing (plain http, not localhost). */
  | 'no-webcrypto'
  /** The page's own code failed; `cause` says how. */
  | 'failed';

export class RunError extends Error {
  readonly code: RunProblem;

  constructor(code: RunProblem, options?: ErrorOptions) {
    super(code, options);
    this.name = 'RunError';
    this.code = code;
  }
}
