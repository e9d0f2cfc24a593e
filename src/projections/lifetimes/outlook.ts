import { type DeviceId, DEVICES } from '#core/actors.ts';
import type { Column, Comparison } from '#core/align.ts';
import type { ClientKey, CredentialCookie } from '#core/credential-names.ts';
import type { SchemeId } from '#core/schemes.ts';
import { REFRESH_AHEAD, type Settings } from '#core/settings.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import { credentialsAfter } from './credential-history.ts';
import type { CredentialState, Elapsed } from './credential-state.ts';
import { eventsDone } from '../cursor.ts';
import { standingOf } from './lifetimes.ts';

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
  const known = keptText(state, device, places.known, at);
  const sent = keptText(state, device, places.sent, at);
  const refresh = places.refresh && keptText(state, device, places.refresh, at);
  const isTaken = (text: string | null): boolean => text !== null && isGood(state, text, at);
  const renewed = (): Outlook => (isTaken(refresh) ? 'refresh' : 'out');
  if (known === null) {
    // The hybrid's client refreshes without an access token; the JWT's needs one that was refused.
    if (refresh !== null && scheme === 'hybrid') return renewed();
    return isTaken(sent) ? 'in' : sent === null && refresh === null ? 'nobody' : 'out';
  }
  if (isDue(state, known, at)) return renewed();
  return isTaken(sent) ? 'in' : renewed();
}

type Place = `cookies ${string};/;${CredentialCookie}` | `${Settings['clientStorage']} ${ClientKey}`;

/** Keys as `device/area key` without the device. */
interface Places {
  /** What the client looks at before it asks: the credential, or what it knows of one that the browser attaches. */
  readonly known: Place;
  /** What the request carries. */
  readonly sent: Place;
  readonly refresh: Place | null;
}

const cookie = (name: CredentialCookie): Place => `cookies ${new URL(APP_ORIGIN).host};/;${name}`;

/** Where the clients look for what they send. */
function placesOf(scheme: SchemeId, { clientStorage, transport, refreshTransport }: Settings): Places {
  const isCookie = transport === 'cookie';
  switch (scheme) {
    case 'php-session':
      return alone(cookie('PHPSESSID'));
    case 'sql-session':
      return alone(isCookie ? cookie('__Host-session') : `${clientStorage} session-id`);
    case 'jwt':
      return {
        known: `${clientStorage} ${isCookie ? 'access_expires' : 'access_token'}`,
        sent: isCookie ? cookie('__Host-access') : `${clientStorage} access_token`,
        refresh: `${clientStorage} refresh_token`,
      };
    case 'hybrid':
      return {
        known: `${clientStorage} access_token`,
        sent: `${clientStorage} access_token`,
        refresh: refreshTransport === 'cookie' ? cookie('__Host-refresh') : 'localStorage refresh_token',
      };
  }
}

function alone(place: Place): Places {
  return { known: place, sent: place, refresh: null };
}

/** What the browser keeps there and has not let go of by then. */
function keptText({ kept }: CredentialState, device: DeviceId, place: Place, at: Elapsed): string | null {
  const found = kept.get(`${device}/${place}`);
  return found && (found.until === null || at < found.until) ? found.text : null;
}

function isGood(state: CredentialState, text: string, at: Elapsed): boolean {
  const credential = state.credentials.find((one) => one.text === text);
  return credential !== undefined && standingOf(credential, state, at).is === 'valid';
}

/** @param known the token, or the Unix second at which it ends. */
function isDue({ settings, credentials }: CredentialState, known: string, at: Elapsed): boolean {
  if (!settings.refreshAhead) return false;
  const record = credentials.find((one) => one.text === known)?.record;
  const exp = record?.in === 'token' ? record.exp : /^\d{1,10}$/.test(known) ? Number(known) - WORLD_EPOCH : null;
  return exp !== null && at >= exp - REFRESH_AHEAD;
}
