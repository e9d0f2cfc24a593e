import type { Column, Comparison } from '#core/align.ts';
import type { EventOf } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import type { Settings } from '#core/settings.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
import { eventsDone } from './cursor.ts';

/** The settings in force on that side after `k` steps: a run may turn some of them on its way. */
export function settingsAt(comparison: Comparison, column: Column, k: number): Settings {
  const { spec } = comparison[column];
  const done = eventsDone(comparison, column, k);
  return turns(comparison[column])
    .filter(({ id }) => eventIndex(id) < done)
    .reduce<Settings>((settings, { after }) => ({ ...settings, ...after }), spec.settings);
}

const turns = oncePer(({ events }: Trace): readonly EventOf<'setting'>[] =>
  events.filter((event) => event.kind === 'setting'),
);
