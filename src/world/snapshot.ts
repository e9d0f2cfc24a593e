import { DEVICES, type DeviceId } from '#core/actors.ts';
import { deviceState, newDevice, type Device } from '#browser/device.ts';
import type { Micros } from '#core/costs.ts';
import type { Settings } from '#core/settings.ts';
import type { WorldState } from '#core/state.ts';
import { areasOf } from '#server/stores/areas.ts';
import type { ServerState } from '#server/stores/state.ts';

/**
 * A whole world between two intents, as immutable values: what did not change is shared with the snapshot before. Random streams need no place
 * here, since each belongs to one intent.
 */
export interface Snapshot {
  readonly micros: Micros;
  readonly settings: Settings;
  readonly server: ServerState;
  readonly devices: Readonly<Record<DeviceId, Device>>;
  /** How many events had been recorded. */
  readonly events: number;
}

/** A world in which nothing has happened yet. */
export function initialSnapshot(settings: Settings, server: ServerState): Snapshot {
  const devices = { laptop: newDevice('laptop'), phone: newDevice('phone'), attacker: newDevice('attacker') };
  return { micros: 0, settings, server, devices, events: 0 };
}

/** Everything remembered anywhere, area by area; empty areas are left out. */
export function stateOf({ server, devices }: Snapshot): WorldState {
  const areas = [...DEVICES.map((id) => deviceState(devices[id])), areasOf(server)].flatMap((state) =>
    Object.entries(state),
  );
  return Object.fromEntries(areas.filter(([, content]) => Object.keys(content).length > 0));
}
