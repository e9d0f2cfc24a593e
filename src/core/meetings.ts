import { EXCHANGES, PHASES, type TraceEvent } from './events.ts';
import type { IntentId } from './intents.ts';
import type { Trace } from './trace.ts';

/**
 * What rows of two sides must have in common to stand beside each other: the intent, the exchange and the phase, as one number. All of
 * this is done for every event of a trace before its first row is drawn, in code that has only just been loaded: plain loops, flat lists
 * of numbers, nothing made for a single event.
 */
export interface Meetings {
  readonly of: (event: TraceEvent) => number;
  /** All numbers given out are below it. */
  readonly limit: () => number;
}

const PER_INTENT = EXCHANGES.length * PHASES.length;

export function createMeetings(): Meetings {
  const firsts = new Map<IntentId, number>();
  // Neighbours are mostly of one intent.
  let intent: IntentId | null = null;
  let first = 0;
  return {
    of(event) {
      if (event.intent !== intent) {
        intent = event.intent;
        first = firsts.get(intent) ?? firsts.size * PER_INTENT;
        firsts.set(intent, first);
      }
      return first + (EXCHANGE_PLACES[event.exchange] ?? 0) * PHASES.length + (PHASE_PLACES[event.phase] ?? 0);
    },
    limit: () => firsts.size * PER_INTENT,
  };
}

const EXCHANGE_PLACES = placesIn(EXCHANGES);
const PHASE_PLACES = placesIn(PHASES);

function placesIn(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, place) => [name, place]));
}

/** The rows that one side alone would have. */
export interface SideRows {
  readonly count: number;
  /** How many of its events are over with each row. */
  readonly ends: Int32Array;
  /** What each row must meet. */
  readonly meetings: Int32Array;
}

/** A row holds at most one arrow (a message, a store access, a statement at the console); what belongs to it stays with it. */
export function rowsOf({ events }: Trace, { of }: Meetings): SideRows {
  const ends = new Int32Array(events.length);
  const meetings = new Int32Array(events.length);
  let count = 0;
  let hasArrow = false;
  let first: TraceEvent | undefined;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (!event) continue;
    const { kind } = event;
    const isArrow = kind === 'request' || kind === 'response' || kind === 'store' || kind === 'statement';
    if (
      event.phase !== first?.phase ||
      event.intent !== first.intent ||
      event.exchange !== first.exchange ||
      (hasArrow && isArrow)
    ) {
      first = event;
      meetings[count] = of(event);
      count += 1;
      hasArrow = false;
    }
    hasArrow ||= isArrow;
    ends[count - 1] = index + 1;
  }
  return { count, ends, meetings };
}
