/** Who can act in a world. A device is one browser with its own jar and storage; a server has its own disk and memory. */
export const DEVICES = ['laptop', 'phone', 'attacker'] as const;
export type DeviceId = (typeof DEVICES)[number];

export function isDevice(actor: string): actor is DeviceId {
  return (DEVICES as readonly string[]).includes(actor);
}

export type ServerId = 'app-1';

/** `database` owns the tables, `operator` turns clocks and settings. */
export type ActorId = DeviceId | ServerId | 'database' | 'operator';

export const DEVICE_NAMES: Readonly<Record<DeviceId, string>> = {
  laptop: 'John’s laptop',
  phone: 'John’s phone',
  attacker: 'Attacker’s laptop',
};

/** The same inside a sentence: `on the attacker’s laptop`. */
export const DEVICE_PHRASES: Readonly<Record<DeviceId, string>> = {
  ...DEVICE_NAMES,
  attacker: 'the attacker’s laptop',
};

/** A `User-Agent` for each device: what the raw message shows. */
export const USER_AGENTS: Readonly<Record<DeviceId, string>> = {
  laptop: 'Claimcheck (laptop)',
  phone: 'Claimcheck (phone)',
  attacker: 'Claimcheck (attacker)',
};
