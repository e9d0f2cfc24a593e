import type { Column } from '#core/align.ts';
import type { EventQuery, Predicate } from '#core/query.ts';
import type { Bet } from './lesson.ts';

/**
 * The four answers to "on which side does this happen?". Whatever runs stand there, exactly one of them holds.
 * @param happens matches an event of a side on which it does.
 */
export function whichSide(happens: EventQuery): Bet['options'] {
  const left = on('left', happens);
  const right = on('right', happens);
  return [
    { id: 'left', label: 'Only on the left', holds: { all: [left, { not: right }] } },
    { id: 'right', label: 'Only on the right', holds: { all: [right, { not: left }] } },
    { id: 'both', label: 'On both sides', holds: { all: [left, right] } },
    { id: 'neither', label: 'On neither side', holds: { not: { any: [left, right] } } },
  ];
}

function on(column: Column, count: EventQuery): Predicate {
  return { on: column, count, min: 1 };
}
