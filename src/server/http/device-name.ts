import { DEVICES, USER_AGENTS } from '#core/actors.ts';
import { header, type HeaderList } from '#core/http.ts';

/** Characters of a `User-Agent` that are worth keeping. */
const MAX_LENGTH = 200;

/**
 * What a device is called in a list of devices: the simulation's own devices by their names, others by what their
 * `User-Agent` says of them.
 */
export function deviceName(headers: HeaderList): string {
  const agent = header(headers, 'User-Agent') ?? 'unknown';
  const known = DEVICES.find((device) => USER_AGENTS[device] === agent);
  return known ?? agent.slice(0, MAX_LENGTH);
}
