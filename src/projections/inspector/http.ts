import type { Column, Comparison, Step } from '#core/align.ts';
import { oncePer } from '#core/once.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
import { bothColumns, clampCursor, eventsDone } from '../cursor.ts';
import { messageView } from './message-view.ts';
import type { HttpMessageView, HttpStanding, HttpView } from '../models.ts';
import { createReader } from '../reader.ts';

/** The messages of the exchange in force at `k`: that of the row, else the last request that was sent, and its response once it has come. */
export function httpView(comparison: Comparison, k: number): HttpView {
  return bothColumns((column) => messagesAt(comparison, column, k));
}

/** Whether those messages are of the row at `k`, and this side does something in it. */
export function httpStanding(comparison: Comparison, k: number): HttpStanding {
  const step = comparison.steps[clampCursor(comparison, k) - 1];
  return bothColumns((column) => {
    if (!requestAt(comparison, column, k).isOwn) return 'earlier';
    return step?.[column] ? 'acts' : 'waits';
  });
}

function messagesAt(comparison: Comparison, column: Column, k: number): readonly HttpMessageView[] {
  const trace = comparison[column];
  const { at, done, response: responseAt } = requestAt(comparison, column, k);
  const request = trace.events[at];
  if (request?.kind !== 'request') return NONE;
  const response = responseAt < done ? trace.events[responseAt] : undefined;
  if (response?.kind !== 'response') return [messageView(request)];
  return [messageView(request), messageView(response)];
}

/** Where the request in force stands in its trace, -1 for none, and whether it is of the row’s own exchange. */
function requestAt(comparison: Comparison, column: Column, k: number) {
  const done = eventsDone(comparison, column, k);
  const { lastRequest, requestOf, responseTo } = exchangesOf(comparison[column])(done);
  const step = comparison.steps[clampCursor(comparison, k) - 1];
  const own = step ? requestOf.get(exchangeKey(step)) : undefined;
  const isOwn = own !== undefined && own < done;
  const at = isOwn ? own : (lastRequest[done] ?? -1);
  return { at, done, isOwn, response: responseTo.get(at) ?? Infinity };
}

const NONE: readonly HttpMessageView[] = [];

/** `lastRequest[n]`: the index of the last request among the first `n` events, -1 for none. Complete for as many as are asked for. */
const exchangesOf = oncePer((trace: Trace) => {
  const lastRequest = [-1];
  const requestOf = new Map<string, number>();
  const responseTo = new Map<number, number>();
  const readTo = createReader(trace, (event, index) => {
    if (event.kind === 'request') requestOf.set(exchangeKey(event), index);
    lastRequest.push(event.kind === 'request' ? index : (lastRequest[index] ?? -1));
    if (event.kind === 'response') responseTo.set(eventIndex(event.answers), index);
  });
  return (events: number) => {
    readTo(events);
    return { lastRequest, requestOf, responseTo };
  };
});

const exchangeKey = ({ intent, exchange }: Pick<Step, 'intent' | 'exchange'>): string => `${intent}/${exchange}`;
