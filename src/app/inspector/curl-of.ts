import type { EventId } from '#core/events.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
import { curlCommand } from '#projections/inspector/curl.ts';

/** A recorded request as a curl command; null for anything else. */
export function curlOf(trace: Trace, event: EventId): string | null {
  const found = trace.events[eventIndex(event)];
  return found?.kind === 'request' ? curlCommand(found.message) : null;
}
