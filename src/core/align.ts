import type { Exchange, Phase, TraceEvent } from './events.ts';
import { type IntentId, intentsOf } from './intents.ts';
import { lazyList } from './lazy-list.ts';
import { KINDS, outlineOf, type SideRows } from './outline.ts';
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
  readonly leftEnd: ArrayLike<number>;
  readonly rightEnd: ArrayLike<number>;
  /** The first row of each intent, in order. */
  readonly beginnings: readonly number[];
}

/** What a row is read from. */
type Sides = Omit<Comparison, 'steps' | 'beginnings'>;

export type Column = 'left' | 'right';
export const COLUMNS: readonly Column[] = ['left', 'right'];

/** The one beside it. */
export function otherColumn(column: Column): Column {
  return column === 'left' ? 'right' : 'left';
}

/** Puts two traces side by side, row by row. Linear in the number of events, with little to do for each: what a row is, it says when asked. */
export function align(left: Trace, right: Trace): Comparison {
  const ofLeft = outlineOf(left).rows;
  const ofRight = outlineOf(right).rows;
  const a: Queue = { ...ofLeft, at: 0 };
  const b = queueBeside(ofRight, left, right);
  const intents = Math.max(a.lasts.length, b.lasts.length);
  // How many rows of the same intent and kind there were so far.
  const seen = new Uint16Array(intents * KINDS);
  // Room for the case that nothing meets.
  const room = ofLeft.count + ofRight.count + 1;
  const leftEnd = new Int32Array(room);
  const rightEnd = new Int32Array(room);
  const ordinals = new Uint16Array(room);
  const begun = new Uint8Array(intents);
  const beginnings: number[] = [];
  let count = 0;
  while (a.at < ofLeft.count || b.at < ofRight.count) {
    const alone = goesAlone(a, b);
    const { places, kinds, at } = alone ?? a;
    const place = places[at] ?? 0;
    if (begun[place] === 0) {
      begun[place] = 1;
      beginnings.push(count);
    }
    const same = place * KINDS + (kinds[at] ?? 0);
    ordinals[count] = seen[same] ?? 0;
    seen[same] = (seen[same] ?? 0) + 1;
    count += 1;
    if (alone !== b) a.at += 1;
    if (alone !== a) b.at += 1;
    leftEnd[count] = ofLeft.ends[a.at - 1] ?? 0;
    rightEnd[count] = ofRight.ends[b.at - 1] ?? 0;
  }
  const sides: Sides = {
    left,
    right,
    leftEnd: leftEnd.subarray(0, count + 1),
    rightEnd: rightEnd.subarray(0, count + 1),
  };
  return { ...sides, beginnings, steps: lazyList(count, (row) => stepAt(sides, row, ordinals[row] ?? 0)) };
}

/** The first event of a row, on either side that has one. */
export function firstEventOf(sides: Sides, row: number): TraceEvent {
  const { left, leftEnd, right, rightEnd } = sides;
  const hasLeft = leftEnd[row] !== leftEnd[row + 1];
  const event = hasLeft ? left.events[leftEnd[row] ?? 0] : right.events[rightEnd[row] ?? 0];
  if (!event) throw new RangeError(`row ${row} holds no event`);
  return event;
}

/** The rows of one side that are still to come. A place stands for the same intent on both sides. */
interface Queue extends Pick<SideRows, 'count' | 'places' | 'kinds' | 'lasts'> {
  at: number;
}

/** The right side’s rows, with the places that the left side’s intents have; those of its own come after them. */
function queueBeside(rows: SideRows, left: Trace, right: Trace): Queue {
  const { list: theirs, placeOf } = intentsOf(left.spec);
  const { list } = intentsOf(right.spec);
  if (list === theirs) return { ...rows, at: 0 };
  let others = theirs.length;
  const moved = [0, ...list.map(({ id }) => (placeOf.get(id) ?? others++) + 1)];
  const lasts = new Int32Array(others + 1).fill(-1);
  moved.forEach((to, place) => {
    lasts[to] = rows.lasts[place] ?? -1;
  });
  return { ...rows, places: rows.places.map((place) => moved[place] ?? 0), lasts, at: 0 };
}

/**
 * The side whose next row has none beside it; null where the two meet. Where they do not, the side whose next row the other never reaches
 * goes alone; where each reaches the other's (two actors crossed), the one with the nearer partner waits: never is further than any row.
 */
function goesAlone(a: Queue, b: Queue): Queue | null {
  if (a.at >= a.count) return b;
  if (b.at >= b.count) return a;
  if (a.places[a.at] === b.places[b.at] && a.kinds[a.at] === b.kinds[b.at]) return null;
  return distance(a, b) <= distance(b, a) ? a : b;
}

/** How many rows ahead one comes that may stand beside the other’s next, `Infinity` when none comes any more. An intent has a few rows only. */
function distance({ places, kinds, lasts, at }: Queue, other: Queue): number {
  const place = other.places[other.at] ?? 0;
  const kind = other.kinds[other.at] ?? 0;
  const last = lasts[place] ?? -1;
  for (let row = at; row <= last; row += 1) if (kinds[row] === kind && places[row] === place) return row - at;
  return Infinity;
}

/** @param ordinal how many rows of the same phase of the same exchange stand before it. */
function stepAt(sides: Sides, row: number, ordinal: number): Step {
  const { intent, exchange, phase } = firstEventOf(sides, row);
  return {
    id: `${intent}/${exchange}/${phase}/${ordinal}`,
    intent,
    exchange,
    phase,
    left: cellAt(sides.leftEnd, row),
    right: cellAt(sides.rightEnd, row),
  };
}

function cellAt(ends: ArrayLike<number>, index: number): Cell | null {
  const from = ends[index] ?? 0;
  const to = ends[index + 1] ?? from;
  return from === to ? null : { from, to };
}
