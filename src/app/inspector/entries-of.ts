import { isDevice } from '#core/actors.ts';
import { type TraceEvent, unreachable } from '#core/events.ts';
import type { Entry } from '#glossary/entry.ts';
import { entry } from '#glossary/glossary.ts';

/** Everything the glossary has to say of an event, what it is about first. With a header: only of that field. */
export function entriesOf(event: TraceEvent, header: string | null): readonly Entry[] {
  if (header !== null) return present(entry('header', header));
  return present(...specific(event), entry('kind', event.kind), entry('phase', event.phase));
}

function specific(event: TraceEvent): readonly (Entry | null)[] {
  switch (event.kind) {
    case 'action':
      return [entry('action', event.name)];
    case 'request':
      return event.credentials.flatMap(({ form, carrier }) => [entry('credential', form), entry('carrier', carrier)]);
    case 'response':
      return [
        entry('status', String(event.message.status)),
        ...event.credentials.flatMap(({ form, carrier }) => [entry('credential', form), entry('carrier', carrier)]),
      ];
    case 'step':
      return [entry('step', event.name)];
    case 'store':
      return [entry('store', event.store), entry('purpose', event.purpose)];
    case 'crypto':
      return [entry('crypto', event.op), entry('algorithm', event.algorithm)];
    case 'change':
      return [isDevice(event.area.owner) ? entry('client-key', event.key) : null, entry('area', event.area.name)];
    case 'decision':
      return [entry('reason', event.reason)];
    case 'operation':
      return [entry('operation', event.name)];
    case 'failure':
      return [entry('failure', event.problem)];
    case 'clock':
    case 'statement':
      return [];
    case 'setting':
      return (Object.keys(event.after) as (keyof typeof event.after)[]).map((id) => entry('setting', id));
    default:
      return unreachable(event);
  }
}

/** Those there are, each once. */
function present(...entries: readonly (Entry | null)[]): readonly Entry[] {
  return [...new Set(entries)].filter((found) => found !== null);
}
