import type { EventQuery, Predicate } from '#core/query.ts';

/** In the run that the words stand beside: for a `SideText`, which is asked of one run whichever column it names. */
export function here(count: EventQuery): Predicate {
  return { on: 'left', count, min: 1 };
}

/** On one side at least. */
export function somewhere(count: EventQuery): Predicate {
  return {
    any: [
      { on: 'left', count, min: 1 },
      { on: 'right', count, min: 1 },
    ],
  };
}
