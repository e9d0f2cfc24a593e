import { type DeviceId, isDevice } from '#core/actors.ts';
import { COLUMNS, type Comparison } from '#core/align.ts';
import { eventsOf } from '../cursor.ts';
import { actingDevices } from './lanes.ts';

/** The device in hand at `k`: the one that acted last, or before anything has happened the one that acts first. */
export function deviceHere(comparison: Comparison, k: number): DeviceId {
  for (let index = Math.min(k, comparison.steps.length) - 1; index >= 0; index -= 1) {
    for (const column of COLUMNS) {
      const events = eventsOf(comparison, column, comparison.steps[index]?.[column] ?? null);
      const actor = events.findLast((event) => isDevice(event.actor))?.actor;
      if (actor !== undefined && isDevice(actor)) return actor;
    }
  }
  return actingDevices(comparison.left)[0] ?? 'laptop';
}
