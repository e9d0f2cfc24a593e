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

interface Chunk {
  readonly key: string;
  readonly event: TraceEvent;
  readonly cell: Cell;
}

/** Puts two traces side by side, row by row. Linear in the number of events. */
export function align(left: Trace, right: Trace): Comparison {
  const steps: Step[] = [];
  const leftEnd = [0];
  const rightEnd = [0];
  const seen = new Map<string, number>();
  for (const [a, b] of pair(chunks(left.events), chunks(right.events))) {
    const chunk = a ?? b;
    if (!chunk) continue;
    const { intent, exchange, phase } = chunk.event;
    const ordinal = seen.get(chunk.key) ?? 0;
    seen.set(chunk.key, ordinal + 1);
    steps.push({
      id: `${intent}/${exchange}/${phase}/${ordinal}`,
      intent,
      exchange,
      phase,
      left: a?.cell ?? null,
      right: b?.cell ?? null,
    });
    leftEnd.push(a?.cell.to ?? leftEnd.at(-1) ?? 0);
    rightEnd.push(b?.cell.to ?? rightEnd.at(-1) ?? 0);
  }
  return { left, right, steps, leftEnd, rightEnd };
}

/** A row holds at most one arrow (a message or a store access); what belongs to it stays with it. */
function chunks(events: readonly TraceEvent[]): Chunk[] {
  const out: Chunk[] = [];
  let from = 0;
  let hasArrow = false;
  events.forEach((event, index) => {
    const next = events[index + 1];
    hasArrow ||= isArrow(event);
    if (next && keyOf(next) === keyOf(event) && !(hasArrow && isArrow(next))) return;
    out.push({ key: keyOf(event), event, cell: { from, to: index + 1 } });
    from = index + 1;
    hasArrow = false;
  });
  return out;
}

function isArrow({ kind }: TraceEvent): boolean {
  return kind === 'request' || kind === 'response' || kind === 'store';
}

function keyOf({ intent, exchange, phase }: TraceEvent): string {
  return `${intent}/${exchange}/${phase}`;
}

/**
 * Walks both lists and pairs equal keys. Where they differ, the side whose key the other never reaches goes alone; where each reaches the
 * other's (two actors crossed), the one with the nearer partner waits.
 */
function* pair(left: readonly Chunk[], right: readonly Chunk[]): Generator<[Chunk | null, Chunk | null]> {
  const inLeft = positions(left);
  const inRight = positions(right);
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const a = left[i];
    const b = right[j];
    if (a && b && a.key === b.key) {
      yield [a, b];
      i += 1;
      j += 1;
      continue;
    }
    const aWaits = a ? distance(inRight, a.key, j) : Infinity;
    const bWaits = b ? distance(inLeft, b.key, i) : Infinity;
    if (a && (!b || aWaits === Infinity || (bWaits !== Infinity && bWaits <= aWaits))) {
      yield [a, null];
      i += 1;
    } else {
      yield [null, b ?? null];
      j += 1;
    }
  }
}

/** For each key its places, to be read with a cursor that only moves forward. */
function positions(list: readonly Chunk[]): Map<string, { places: number[]; cursor: number }> {
  const out = new Map<string, { places: number[]; cursor: number }>();
  list.forEach(({ key }, index) => {
    const entry = out.get(key);
    if (entry) entry.places.push(index);
    else out.set(key, { places: [index], cursor: 0 });
  });
  return out;
}

/** How far ahead of `from` the key comes next, `Infinity` when it never does. */
function distance(map: ReturnType<typeof positions>, key: string, from: number): number {
  const entry = map.get(key);
  if (!entry) return Infinity;
  let place = entry.places[entry.cursor];
  while (place !== undefined && place < from) {
    entry.cursor += 1;
    place = entry.places[entry.cursor];
  }
  return place === undefined ? Infinity : place - from;
}
