import { type DeviceId, DEVICES } from '#core/actors.ts';
import type { Column, Comparison } from '#core/align.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import { endsOf } from './credential-ends.ts';
import { credentialsAfter } from './credential-history.ts';
import type { CredentialState, Elapsed } from './credential-state.ts';
import { eventsDone } from './cursor.ts';
import { standingAt } from './lifetimes.ts';

/**
 * What the next request of a browser would come to:
 * - `in`: its credential is taken;
 * - `refresh`: it gets a new access token first, and is in;
 * - `out`: it has a credential, and is asked to log in again;
 * - `nobody`: it has none.
 */
export type Outlook = 'in' | 'refresh' | 'out' | 'nobody';

export interface DeviceOutlook {
  readonly device: DeviceId;
  readonly outlook: Outlook;
}

/** What became of every browser that has ever kept a credential, if the next request came in that second and nothing happened before. */
export function outlookAt(comparison: Comparison, column: Column, k: number, at: Elapsed): readonly DeviceOutlook[] {
  const trace = comparison[column];
  const state = credentialsAfter(trace, eventsDone(comparison, column, k));
  return DEVICES.filter((device) => state.credentials.some((one) => one.device === device)).map((device) => ({
    device,
    outlook: outlookOf(trace.spec.scheme, state, device, at),
  }));
}

function outlookOf(scheme: SchemeId, state: CredentialState, device: DeviceId, at: Elapsed): Outlook {
  const places = placesOf(scheme, state.settings);
  const access = keptText(state, device, places.access, at);
  const refresh = places.refresh && keptText(state, device, places.refresh, at);
  const isTaken = (text: string | null): boolean => text !== null && isGood(state, text, at);
  const renewed = (): Outlook => (isTaken(refresh) ? 'refresh' : 'out');
  // The hybrid's client refreshes without an access token; the JWT's needs one that was refused.
  if (access === null) return refresh !== null && scheme === 'hybrid' ? renewed() : refresh === null ? 'nobody' : 'out';
  if (isDue(state, access, at)) return renewed();
  return isTaken(access) ? 'in' : renewed();
}

/** Keys as `device/area key` without the device. */
interface Places {
  readonly access: string;
  readonly refresh: string | null;
}

const COOKIE = (name: string): string => `cookies app.example;/;${name}`;

/** Where the clients look for what they send. */
function placesOf(scheme: SchemeId, { clientStorage, transport, refreshTransport }: Settings): Places {
  switch (scheme) {
    case 'php-session':
      return { access: COOKIE('PHPSESSID'), refresh: null };
    case 'sql-session':
      return {
        access: transport === 'cookie' ? COOKIE('__Host-session') : `${clientStorage} session-id`,
        refresh: null,
      };
    case 'jwt':
      return {
        access: transport === 'cookie' ? COOKIE('__Host-access') : `${clientStorage} access_token`,
        refresh: `${clientStorage} refresh_token`,
      };
    case 'hybrid':
      return {
        access: `${clientStorage} access_token`,
        refresh: refreshTransport === 'cookie' ? COOKIE('__Host-refresh') : 'localStorage refresh_token',
      };
  }
}

/** What the browser keeps there and has not let go of by then. */
function keptText({ kept }: CredentialState, device: DeviceId, place: string, at: Elapsed): string | null {
  const found = kept.get(`${device}/${place}`);
  return found && (found.until === null || at < found.until) ? found.text : null;
}

function isGood(state: CredentialState, text: string, at: Elapsed): boolean {
  const credential = state.credentials.find((one) => one.text === text);
  if (!credential) return false;
  return standingAt({ issued: credential.issued, ends: endsOf(credential, state) }, at).is === 'valid';
}

/** Seconds before `exp` from which a client that refreshes ahead does so first. */
const AHEAD = 300;

function isDue({ settings, credentials }: CredentialState, text: string, at: Elapsed): boolean {
  const record = credentials.find((one) => one.text === text)?.record;
  return settings.refreshAhead && record?.in === 'token' && at >= record.exp - AHEAD;
}
