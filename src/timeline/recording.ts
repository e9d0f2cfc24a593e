import type { EventId } from '#core/events.ts';
import type { RunSpec } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import { TRACE_VERSION, type Trace } from '#core/trace.ts';
import { sameSpec } from './specs.ts';

/** The recording of exactly this run, if there is one of the present version: with this very spec, whose intents both sides may share. */
export function recordingOf(recorded: readonly Trace[], spec: RunSpec): Trace | null {
  const found = recorded.find((trace) => trace.version === TRACE_VERSION && sameSpec(trace.spec, spec));
  return found ? { ...found, spec } : null;
}

export type RecordingVerdict =
  | { readonly same: true }
  /** The first event that differs or is missing; null when something before the first event does. */
  | { readonly same: false; readonly event: EventId | null };

/** Whether a live run is what was recorded, event by event. */
export function compareWithRecording(recorded: Trace, live: Trace): RecordingVerdict {
  const { events: _recorded, ...before } = recorded;
  const { events: _live, ...liveBefore } = live;
  if (!jsonEqual(before, liveBefore)) return { same: false, event: null };
  const length = Math.max(recorded.events.length, live.events.length);
  for (let index = 0; index < length; index += 1) {
    const [wanted, got] = [recorded.events[index], live.events[index]];
    if (!wanted || !got || !jsonEqual(wanted, got)) return { same: false, event: `e${index}` };
  }
  return { same: true };
}
