import type { Exchange, Phase, TraceEvent } from './events.ts';
import type { IntentId } from './intents.ts';
import { lazyList } from './lazy-list.ts';
import { createMeetings, rowsOf, type SideRows } from './meetings.ts';
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
}

/** What a row is read from. */
type Sides = Omit<Comparison, 'steps'>;

export type Column = 'left' | 'right';
export const COLUMNS: readonly Column[] = ['left', 'right'];

/** The one beside it. */
export function otherColumn(column: Column): Column {
  return column === 'left' ? 'right' : 'left';
}

/** Puts two traces side by side, row by row. Linear in the number of events, with little to do for each: what a row is, it says when asked. */
export function align(left: Trace, right: Trace): Comparison {
  const meetings = createMeetings();
  const rows = [rowsOf(left, meetings), rowsOf(right, meetings)] as const;
  const limit = meetings.limit();
  const a = createQueue(rows[0], limit);
  const b = createQueue(rows[1], limit);
  const seen = new Int32Array(limit);
  // Room for the case that nothing meets.
  const room = a.count + b.count + 1;
  const leftEnd = new Int32Array(room);
  const rightEnd = new Int32Array(room);
  const ordinals = new Int32Array(room);
  let count = 0;
  while (a.at < a.count || b.at < b.count) {
    const alone = goesAlone(a, b);
    const { meetings: own, at } = alone ?? a;
    const meeting = own[at] ?? 0;
    const ordinal = seen[meeting] ?? 0;
    seen[meeting] = ordinal + 1;
    ordinals[count] = ordinal;
    count += 1;
    if (alone !== b) a.at += 1;
    if (alone !== a) b.at += 1;
    leftEnd[count] = a.ends[a.at - 1] ?? 0;
    rightEnd[count] = b.ends[b.at - 1] ?? 0;
  }
  const sides: Sides = {
    left,
    right,
    leftEnd: leftEnd.subarray(0, count + 1),
    rightEnd: rightEnd.subarray(0, count + 1),
  };
  return { ...sides, steps: lazyList(count, (row) => stepAt(sides, row, ordinals[row] ?? 0)) };
}

/** The first event of a row, on either side that has one. */
export function firstEventOf(sides: Sides, row: number): TraceEvent {
  const { left, leftEnd, right, rightEnd } = sides;
  const hasLeft = leftEnd[row] !== leftEnd[row + 1];
  const event = hasLeft ? left.events[leftEnd[row] ?? 0] : right.events[rightEnd[row] ?? 0];
  if (!event) throw new RangeError(`row ${row} holds no event`);
  return event;
}

/** The rows of one side that are still to come. */
interface Queue extends SideRows {
  /** For each meeting its first row that may still be to come, for each row the next of its meeting: `NONE` after the last. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  at: number;
}

const NONE = 0x7fffffff;

function createQueue(rows: SideRows, limit: number): Queue {
  const first = new Int32Array(limit).fill(NONE);
  const next = new Int32Array(rows.count);
  for (let row = rows.count - 1; row >= 0; row -= 1) {
    const meeting = rows.meetings[row] ?? 0;
    next[row] = first[meeting] ?? NONE;
    first[meeting] = row;
  }
  return { ...rows, first, next, at: 0 };
}

/**
 * The side whose next row has none beside it; null where the two meet. Where they do not, the side whose next row the other never reaches
 * goes alone; where each reaches the other's (two actors crossed), the one with the nearer partner waits: never is further than any row.
 */
function goesAlone(a: Queue, b: Queue): Queue | null {
  if (a.at >= a.count) return b;
  if (b.at >= b.count) return a;
  const left = a.meetings[a.at] ?? 0;
  const right = b.meetings[b.at] ?? 0;
  if (left === right) return null;
  return distance(a, right) <= distance(b, left) ? a : b;
}

/** How many rows ahead that meeting is, `Infinity` when it does not come any more. */
function distance(queue: Queue, meeting: number): number {
  const { first, next, at } = queue;
  let row = first[meeting] ?? NONE;
  while (row < at) row = next[row] ?? NONE;
  first[meeting] = row;
  return row === NONE ? Infinity : row - at;
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
