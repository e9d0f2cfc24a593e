import type { Cell, Column, Comparison } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';

/** A whole number from 0 to the number of steps. */
export function clampCursor({ steps }: Comparison, k: number): number {
  return Math.max(0, Math.min(steps.length, Math.trunc(k) || 0));
}

/** How many events of that side have happened at `k`. */
export function eventsDone(comparison: Comparison, column: Column, k: number): number {
  return endsOf(comparison, column)[clampCursor(comparison, k)] ?? 0;
}

/** The same for every cursor: `endsOf(…)[k]`. */
export function endsOf({ leftEnd, rightEnd }: Comparison, column: Column): ArrayLike<number> {
  return column === 'left' ? leftEnd : rightEnd;
}

/** The events of a cell. */
export function eventsOf(comparison: Comparison, column: Column, cell: Cell | null): readonly TraceEvent[] {
  return cell ? comparison[column].events.slice(cell.from, cell.to) : [];
}

/** What that side did in the step that led to `k`. */
export function currentEvents(comparison: Comparison, column: Column, k: number): readonly TraceEvent[] {
  return eventsOf(comparison, column, comparison.steps[clampCursor(comparison, k) - 1]?.[column] ?? null);
}

/** The same for the left and for the right. */
export function bothColumns<Result>(make: (column: Column) => Result): Record<Column, Result> {
  return { left: make('left'), right: make('right') };
}
