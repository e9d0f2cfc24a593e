import type { Column, Comparison } from '#core/align.ts';
import type { EventOf } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import type { Settings } from '#core/settings.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
import { eventsDone } from './cursor.ts';
import { createReader } from './reader.ts';

/** The settings in force on that side after `k` steps: a run may turn some of them on its way. */
export function settingsAt(comparison: Comparison, column: Column, k: number): Settings {
  const { spec } = comparison[column];
  const done = eventsDone(comparison, column, k);
  return turnsAmong(comparison[column])(done)
    .filter(({ id }) => eventIndex(id) < done)
    .reduce<Settings>((settings, { after }) => ({ ...settings, ...after }), spec.settings);
}

/** Every turn among that many events, and it may be some after them. */
const turnsAmong = oncePer((trace: Trace): ((events: number) => readonly EventOf<'setting'>[]) => {
  const turns: EventOf<'setting'>[] = [];
  const readTo = createReader(trace, (event) => {
    if (event.kind === 'setting') turns.push(event);
  });
  return (events) => {
    readTo(events);
    return turns;
  };
});
