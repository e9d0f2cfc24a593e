import type { EventKind, EventOf, TraceEvent } from '#core/events.ts';

/** The first event of that kind. */
export function firstOf<Kind extends EventKind>(events: readonly TraceEvent[], kind: Kind): EventOf<Kind> | undefined {
  return events.find((event): event is EventOf<Kind> => event.kind === kind);
}

/** The event that a cell is about: its arrow when it has one, else what weighs most in it. Undefined for an empty cell. */
export function principalOf(events: readonly TraceEvent[]): TraceEvent | undefined {
  let principal: TraceEvent | undefined;
  for (const event of events) {
    if (principal === undefined || weight(event) > weight(principal)) principal = event;
  }
  return principal;
}

const WEIGHTS: Readonly<Record<EventKind, number>> = {
  request: 9,
  response: 9,
  store: 9,
  clock: 8,
  setting: 8,
  statement: 9,
  operation: 8,
  failure: 8,
  crypto: 7,
  change: 6,
  decision: 5,
  action: 4,
  step: 1,
};

function weight(event: TraceEvent): number {
  // Drawing random bytes serves something else in the same cell.
  return event.kind === 'crypto' && event.op === 'random' ? 3 : WEIGHTS[event.kind];
}

/** The verdict that ends a cell, if it holds one about who is asking. Cookie rulings are another matter. */
export function verdictOf(events: readonly TraceEvent[]): EventOf<'decision'> | undefined {
  return events.findLast(
    (event): event is EventOf<'decision'> =>
      event.kind === 'decision' && event.about !== 'cookie-sent' && event.about !== 'cookie-stored',
  );
}
