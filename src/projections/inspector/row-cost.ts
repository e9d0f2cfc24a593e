import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { COSTS, type CostId, type Micros } from '#core/costs.ts';
import type { TraceEvent } from '#core/events.ts';
import { currentEvents } from '../cursor.ts';

/** One act of a row that takes time. */
export interface CostPart {
  /** `hash the password`, `the way of the message`. */
  readonly label: string;
  readonly micros: Micros;
  /** Where the figure comes from; null where it is no figure of the list. */
  readonly source: string | null;
}

/** What the row that led to `k` takes of virtual time on one side. */
export interface RowCost {
  readonly micros: Micros;
  readonly parts: readonly CostPart[];
}

/** Acts that take no time are left out: deciding, reading a header, writing down. Waiting is no act: the clock was moved. */
export function rowCost(comparison: Comparison, k: number): Readonly<Record<Column, RowCost>> {
  const [left, right] = COLUMNS.map((column) => sideCost(currentEvents(comparison, column, k)));
  return { left: left ?? NO_COST, right: right ?? NO_COST };
}

const NO_COST: RowCost = { micros: 0, parts: [] };

function sideCost(events: readonly TraceEvent[]): RowCost {
  const parts = events.flatMap((event): readonly CostPart[] => {
    if (event.cost === 0 || event.kind === 'clock') return [];
    return [{ label: labelOf(event), micros: event.cost, source: sourceOf(event) }];
  });
  return { micros: parts.reduce((sum, { micros }) => sum + micros, 0), parts };
}

function labelOf(event: TraceEvent): string {
  switch (event.kind) {
    case 'request':
    case 'response':
      return 'the way of the message';
    case 'store':
      return `${event.op} in ${event.store.replace('_', ' ')}`;
    case 'crypto':
      return `${event.op} ${event.subject}, ${event.algorithm}`;
    default:
      return 'the act itself';
  }
}

/** Two acts may cost the same: then their kind tells them apart. */
function sourceOf(event: TraceEvent): string | null {
  const ids = (Object.keys(COSTS) as CostId[]).filter((id) => COSTS[id].micros === event.cost);
  const [first, second] = ids;
  const id = second && event.kind === 'crypto' ? ids.find((one) => one === 'random') : first;
  return id ? COSTS[id].source : null;
}

const UNITS = [
  ['s', 1_000_000],
  ['ms', 1_000],
] as const;

/** `150 ms`, `83 µs`, `20.01 ms`. */
export function microsText(micros: Micros): string {
  const [unit, size] = UNITS.find(([, one]) => micros >= one) ?? ['µs', 1];
  return `${Number((micros / size).toFixed(2))} ${unit}`;
}
