import type { Cell, Column, Comparison, StepId } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import { eventsOf } from '../cursor.ts';

/** The rows in which a run and its fork do not do the same. Ids, times, sizes and drawn numbers do not count. */
export const differences: (comparison: Comparison) => ReadonlySet<StepId> = oncePer((comparison) => {
  const face = (column: Column, cell: Cell | null): string =>
    eventsOf(comparison, column, cell).map(essence).join('\n');
  const differing = comparison.steps.filter(
    ({ left, right }) => left === null || right === null || face('left', left) !== face('right', right),
  );
  return new Set(differing.map(({ id }) => id));
});

/** What an event says about no moment and no instance in particular. */
function essence(event: TraceEvent): string {
  if (event.kind === 'clock') return `clock ${event.to - event.from}`;
  const { id: _id, run: _run, causedBy: _causedBy, t: _t, cost: _cost, code: _code, ...rest } = event;
  return withoutDrawn(JSON.stringify(rest, (name, value: unknown) => (DERIVED.has(name) ? undefined : value)));
}

/** A text with a mask for each value that a run draws or reads off the clock: two runs may well differ in those. */
export function withoutDrawn(text: string): string {
  return DRAWN.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text);
}

/** Members that follow from others. */
const DERIVED = new Set(['answers', 'bytes']);

const DRAWN: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [/[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g, '<token>'],
  [/[0-9a-f]{16,}/gi, '<id>'],
  // A `jti`: 128 bits in base64url.
  [/(?<![\w-])(?=[\w-]*[A-Z0-9])[\w-]{22}(?![\w-])/g, '<jti>'],
  // Unix seconds of these decades.
  [/\b[12]\d{9}\b/g, '<time>'],
  [/\["Content-Length","\d+"\]/g, '<length>'],
  [/\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT/g, '<date>'],
];
