import type { Comparison } from '#core/align.ts';
import { requestTarget, statusText } from '#core/http.ts';
import { oncePer } from '#core/once.ts';
import type { Trace } from '#core/trace.ts';
import { bothColumns, eventsDone } from '../cursor.ts';
import { type MessageEvent, messageView } from './message-view.ts';
import type { BytesRow, BytesView } from '../models.ts';

/** Every message up to `k`, and what its credential weighs in it. */
export function bytesView(comparison: Comparison, k: number): BytesView {
  return bothColumns((column) => {
    const trace = comparison[column];
    return weighed(trace).slice(0, messageCounts(trace)[eventsDone(comparison, column, k)] ?? 0);
  });
}

/** How many messages are among the first `n` events. */
const messageCounts = oncePer(({ events }: Trace): Int32Array => {
  const counts = new Int32Array(events.length + 1);
  events.forEach((event, index) => {
    counts[index + 1] = (counts[index] ?? 0) + (isMessage(event) ? 1 : 0);
  });
  return counts;
});

const weighed = oncePer(({ events }: Trace): readonly BytesRow[] => events.filter(isMessage).map(rowOf));

function isMessage(event: Trace['events'][number]): event is MessageEvent {
  return event.kind === 'request' || event.kind === 'response';
}

function rowOf(event: MessageEvent): BytesRow {
  const { headerBytes, bodyBytes } = messageView(event);
  return {
    event: event.id,
    label:
      event.kind === 'request'
        ? `${event.message.method} ${requestTarget(event.message.url)}`
        : statusText(event.message.status),
    credentialBytes: event.credentials.reduce((sum, { bytes }) => sum + bytes, 0),
    totalBytes: headerBytes + bodyBytes,
  };
}
