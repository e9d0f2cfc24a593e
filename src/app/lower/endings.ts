import type { DeviceId } from '#core/actors.ts';
import type { EndId } from '#projections/state/place-survival.ts';
import type { Insertion } from '#timeline/fork-here.ts';

/** What puts an end to what is remembered, as its buttons say it. */
export const ENDING_LABELS: Readonly<Record<EndId, string>> = {
  reload: 'Reload page',
  'close-tab': 'Close tab',
  'close-browser': 'Close browser',
  'restart-server': 'Restart server',
  logout: 'Log out',
};

/** The intent that makes it happen; a server has no device. */
export const ENDINGS = {
  reload: (device) => ({ stem: 'reload', make: (id) => ({ id, kind: 'reload', device }) }),
  'close-tab': (device) => ({ stem: 'close-tab', make: (id) => ({ id, kind: 'close-tab', device }) }),
  'close-browser': (device) => ({ stem: 'close-browser', make: (id) => ({ id, kind: 'close-browser', device }) }),
  'restart-server': () => ({ stem: 'restart', make: (id) => ({ id, kind: 'restart-server' }) }),
  logout: (device) => ({ stem: 'logout', make: (id) => ({ id, kind: 'logout', device }) }),
} as const satisfies Readonly<Record<EndId, (device: DeviceId) => Insertion>>;
