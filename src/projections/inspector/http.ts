import type { Comparison } from '#core/align.ts';
import { oncePer } from '#core/once.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
import { bothColumns, eventsDone } from '../cursor.ts';
import { messageView } from './message-view.ts';
import type { HttpMessageView, HttpView } from '../models.ts';
import { createReader } from '../reader.ts';

/** The messages of the exchange in force at `k`: the last request that was sent, and its response once it has come. */
export function httpView(comparison: Comparison, k: number): HttpView {
  return bothColumns((column) => messagesAt(comparison[column], eventsDone(comparison, column, k)));
}

function messagesAt(trace: Trace, done: number): readonly HttpMessageView[] {
  const { lastRequest, responseTo } = exchangesOf(trace)(done);
  const requestAt = lastRequest[done] ?? -1;
  const request = trace.events[requestAt];
  if (request?.kind !== 'request') return NONE;
  const responseAt = responseTo.get(requestAt) ?? Infinity;
  const response = responseAt < done ? trace.events[responseAt] : undefined;
  if (response?.kind !== 'response') return [messageView(request)];
  return [messageView(request), messageView(response)];
}

const NONE: readonly HttpMessageView[] = [];

/** `lastRequest[n]`: the index of the last request among the first `n` events, -1 for none. Complete for as many as are asked for. */
const exchangesOf = oncePer((trace: Trace) => {
  const lastRequest = [-1];
  const responseTo = new Map<number, number>();
  const readTo = createReader(trace, (event, index) => {
    lastRequest.push(event.kind === 'request' ? index : (lastRequest[index] ?? -1));
    if (event.kind === 'response') responseTo.set(eventIndex(event.answers), index);
  });
  return (events: number) => {
    readTo(events);
    return { lastRequest, responseTo };
  };
});
