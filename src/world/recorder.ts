import type { ActorId } from '#core/actors.ts';
import type { Micros } from '#core/costs.ts';
import type { Envelope, EventId, Exchange, Fact, Phase, RegionName, RunId, TraceEvent } from '#core/events.ts';
import type { IntentId } from '#core/intents.ts';
import type { Clock, Recorder } from '#core/ports.ts';
import { deepFreeze } from './freeze.ts';
import { type Process, requireAlive } from './process.ts';
import type { Turn } from './scheduler.ts';

/** The events of one run while it is being made. */
export interface EventLog {
  readonly run: RunId;
  readonly events: readonly TraceEvent[];
  nextId(): EventId;
  append(envelope: Omit<Envelope, 'id' | 'run'>, fact: Fact): EventId;
}

/**
 * @param prefix events that an earlier run has recorded already; they are shared.
 * @param freeze whether events are frozen through and through, as in development.
 */
export function createEventLog(run: RunId, prefix: readonly TraceEvent[], freeze: boolean): EventLog {
  const events = [...prefix];
  const nextId = (): EventId => `e${events.length}`;
  return {
    run,
    events,
    nextId,
    append(envelope, fact) {
      const id = nextId();
      const event: TraceEvent = { id, run, ...envelope, ...fact };
      events.push(freeze ? deepFreeze(event) : event);
      return id;
    },
  };
}

/** What has happened last in one intent, on either side of the wire: the cause of what happens next. */
export interface Chain {
  last: EventId | null;
}

/** Who writes, and in which exchange of which intent. */
export interface Bound {
  readonly side: Envelope['side'];
  readonly actor: ActorId;
  readonly intent: IntentId;
  readonly exchange: Exchange;
}

export interface RecorderPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly turn: Turn;
  readonly chain: Chain;
  /** Who acts ends with it. */
  readonly process?: Process;
}

/** Writes down what one actor does in one exchange: fills in the envelope, and lets virtual time pass. */
export function createRecorder({ log, clock, turn, chain, process }: RecorderPorts, bound: Bound): Recorder {
  const append = (phase: Phase, code: RegionName | null, t: Micros, cost: Micros, fact: Fact): EventId =>
    log.append({ ...bound, phase, causedBy: chain.last, t, cost, code }, fact);
  return {
    note(phase, code, fact) {
      requireAlive(process);
      chain.last = append(phase, code, clock.micros(), 0, fact);
      return chain.last;
    },
    async perform(phase, code, cost, act) {
      requireAlive(process);
      const began = clock.micros();
      // A request that has left arrives, whatever becomes of its sender.
      const isOnItsWay = phase === 'ask';
      if (cost > 0) await turn.sleep(cost, isOnItsWay ? undefined : process?.end);
      if (!isOnItsWay) requireAlive(process);
      const id = log.nextId();
      const { fact, changes = [], value } = await act(id);
      if (log.nextId() !== id) throw new Error(`something was recorded inside the act of ${code}`);
      chain.last = append(phase, code, began, cost, fact);
      for (const change of changes) append(phase, code, clock.micros(), 0, change);
      return value;
    },
  };
}
