import { DEVICE_NAMES, DEVICES, type DeviceId } from '#core/actors.ts';
import type { StoreName } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import { outlineOf } from '#core/outline.ts';
import type { Trace } from '#core/trace.ts';
import type { Lane } from '../models.ts';

/** The lifelines of one run, and where on them an actor stands. */
export interface Lanes {
  readonly list: readonly Lane[];
  readonly browsers: Readonly<Partial<Record<DeviceId, number>>>;
  readonly server: number;
  readonly stores: number;
}

/** Left to right: a browser for each device that acts, the server, its stores. */
export const lanesOf = oncePer((trace: Trace): Lanes => {
  const devices = actingDevices(trace);
  const list: Lane[] = devices.map((device) => ({
    kind: 'browser',
    actor: device,
    title: 'Browser',
    subtitle: DEVICE_NAMES[device],
  }));
  list.push(
    { kind: 'server', actor: 'app-1', title: 'Server', subtitle: 'app-1' },
    { kind: 'stores', actor: 'database', title: 'Stores', subtitle: storesText(trace) },
  );
  const browsers = Object.fromEntries(devices.map((device, index) => [device, index]));
  return { list, browsers, server: devices.length, stores: devices.length + 1 };
});

/** In the order of `DEVICES`, so that a device keeps its place when another joins. */
export function actingDevices(trace: Trace): readonly DeviceId[] {
  const { actors } = outlineOf(trace);
  const acting = DEVICES.filter((device) => actors.has(device));
  return acting.length > 0 ? acting : ['laptop'];
}

const STORE_PLACES: Readonly<Record<StoreName, 'files' | 'database'>> = {
  files: 'files',
  users: 'database',
  sessions: 'database',
  families: 'database',
  refresh_tokens: 'database',
  denylist: 'database',
  cutoffs: 'database',
  throttle: 'database',
};

function storesText(trace: Trace): string {
  const used = new Set([...outlineOf(trace).stores].map((store) => STORE_PLACES[store]));
  const places = (['files', 'database'] as const).filter((place) => used.has(place));
  return places.join(' · ') || 'none used';
}
