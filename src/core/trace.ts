import { MICROS_PER_SECOND } from './costs.ts';
import type { EventId, RunId, TraceEvent } from './events.ts';
import type { RunSpec } from './intents.ts';
import type { WorldState } from './state.ts';

/** Raised when the shape of events changes, so that an old recording is refused with a reason. */
export const TRACE_VERSION = 1;

/** The virtual clock starts here: Monday, 2 March 2026, 09:00:00 UTC, in Unix seconds. */
export const WORLD_EPOCH = 1_772_442_000;

/** The events of one run, and the state they started from. Plain data, frozen in development. */
export interface Trace {
  readonly version: typeof TRACE_VERSION;
  readonly run: RunId;
  readonly spec: RunSpec;
  readonly initial: WorldState;
  readonly events: readonly TraceEvent[];
}

/** `e17` → 17: an event's place in its trace. */
export function eventIndex(id: EventId): number {
  return Number(id.slice(1));
}

/** Virtual microseconds → the Unix second that tokens and bodies use. */
export function unixSecond(micros: number): number {
  return WORLD_EPOCH + Math.floor(micros / MICROS_PER_SECOND);
}
