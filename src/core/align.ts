import type { Exchange, Phase, TraceEvent } from './events.ts';
import type { IntentId } from './intents.ts';
import type { Trace } from './trace.ts';

/** The events `[from, to)` of one trace. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

/** `login/request/ask/0`: what links and anchors hold instead of an index. */
export type StepId = `${IntentId}/${Exchange}/${Phase}/${number}`;

/** One aligned row: the event or few events of one phase of one intent on either side, or a gap (null). */
export interface Step {
  readonly id: StepId;
  readonly intent: IntentId;
  readonly exchange: Exchange;
  readonly phase: Phase;
  readonly left: Cell | null;
  readonly right: Cell | null;
}

/** Two traces side by side. A cursor `k` counts executed steps: 0 is before the first, `steps.length` after the last. */
export interface Comparison {
  readonly left: Trace;
  readonly right: Trace;
  readonly steps: readonly Step[];
  /** `leftEnd[k]`, `rightEnd[k]`: how many events of that side have happened at cursor `k`. */
  readonly leftEnd: readonly number[];
  readonly rightEnd: readonly number[];
}

export type Column = 'left' | 'right';
export const COLUMNS: readonly Column[] = ['left', 'right'];

/** One phase of one exchange of one intent: what chunks of either side must have in common to share a row. */
interface Meeting {
  readonly left: Queue;
  readonly right: Queue;
  /** Rows made of it so far. */
  rows: number;
}

/** The places of its chunks in the list of one side, read with a cursor that only moves forward. */
interface Queue {
  readonly places: number[];
  cursor: number;
}

/** Events that stand in one row. */
interface Chunk {
  readonly first: TraceEvent;
  readonly cell: Cell;
  readonly meeting: Meeting;
}

/** Puts two traces side by side, row by row. Linear in the number of events. */
export function align(left: Trace, right: Trace): Comparison {
  const steps: Step[] = [];
  const leftEnd = [0];
  const rightEnd = [0];
  const meetings = new Map<string, Meeting>();
  for (const [a, b] of pair(chunks(left, 'left', meetings), chunks(right, 'right', meetings))) {
    const chunk = a ?? b;
    if (!chunk) continue;
    const { intent, exchange, phase } = chunk.first;
    steps.push({
      id: `${intent}/${exchange}/${phase}/${chunk.meeting.rows}`,
      intent,
      exchange,
      phase,
      left: a?.cell ?? null,
      right: b?.cell ?? null,
    });
    chunk.meeting.rows += 1;
    leftEnd.push(a?.cell.to ?? leftEnd.at(-1) ?? 0);
    rightEnd.push(b?.cell.to ?? rightEnd.at(-1) ?? 0);
  }
  return { left, right, steps, leftEnd, rightEnd };
}

/** A row holds at most one arrow (a message, a store access, a statement at the console); what belongs to it stays with it. */
function chunks({ events }: Trace, column: Column, meetings: Map<string, Meeting>): readonly Chunk[] {
  const out: Chunk[] = [];
  let from = 0;
  let hasArrow = false;
  events.forEach((event, index) => {
    const next = events[index + 1];
    hasArrow ||= isArrow(event);
    if (next && isSamePhase(event, next) && !(hasArrow && isArrow(next))) return;
    const meeting = meetingOf(event, meetings);
    meeting[column].places.push(out.length);
    out.push({ first: event, cell: { from, to: index + 1 }, meeting });
    from = index + 1;
    hasArrow = false;
  });
  return out;
}

function isArrow({ kind }: TraceEvent): boolean {
  return kind === 'request' || kind === 'response' || kind === 'store' || kind === 'statement';
}

/** Asked of every event, where `meetingOf` is asked of every row. */
function isSamePhase(a: TraceEvent, b: TraceEvent): boolean {
  return a.phase === b.phase && a.intent === b.intent && a.exchange === b.exchange;
}

function meetingOf({ intent, exchange, phase }: TraceEvent, meetings: Map<string, Meeting>): Meeting {
  const key = `${intent}/${exchange}/${phase}`;
  const known = meetings.get(key);
  if (known) return known;
  const made = { left: { places: [], cursor: 0 }, right: { places: [], cursor: 0 }, rows: 0 };
  meetings.set(key, made);
  return made;
}

/**
 * Walks both lists and pairs those that meet. Where two do not, the side whose next one the other never reaches goes alone; where each
 * reaches the other's (two actors crossed), the one with the nearer partner waits.
 */
function* pair(left: readonly Chunk[], right: readonly Chunk[]): Generator<[Chunk | null, Chunk | null]> {
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const a = left[i];
    const b = right[j];
    if (a && b && a.meeting === b.meeting) {
      yield [a, b];
      i += 1;
      j += 1;
      continue;
    }
    const aWaits = a ? distance(a.meeting.right, j) : Infinity;
    const bWaits = b ? distance(b.meeting.left, i) : Infinity;
    if (a && (!b || aWaits === Infinity || (bWaits !== Infinity && bWaits <= aWaits))) {
      yield [a, null];
      i += 1;
    } else {
      yield [null, b ?? null];
      j += 1;
    }
  }
}

/** How far ahead of `from` the next place is, `Infinity` when there is none. */
function distance(queue: Queue, from: number): number {
  let place = queue.places[queue.cursor];
  while (place !== undefined && place < from) {
    queue.cursor += 1;
    place = queue.places[queue.cursor];
  }
  return place === undefined ? Infinity : place - from;
}
