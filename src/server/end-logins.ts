import { cutOffTokens } from '#auth/cut-off.ts';
import { endFamilies } from '#auth/end-families.ts';
import { endSessionFiles } from '#auth/end-files.ts';
import { endAllSessions } from '#auth/sql-devices.ts';
import type { User } from '#auth/user.ts';
import type { JsonObject } from '#core/json.ts';
import type { Settings } from '#core/settings.ts';
import { during } from './acts.ts';
import type { ServerCall } from './call.ts';

/** What an answer says of the logins that ended: how many session files, session rows and families of refresh tokens. */
type Ended = {
  readonly files: number;
  readonly rows: number;
  readonly families: number;
};

/** A credential that the server could not take back, and the Unix second at which the last one there can be is over. */
export type StillValid = {
  readonly credential: 'session_file' | 'access_token' | 'refresh_token';
  readonly until: number;
};

/**
 * What the answers of the account and admin routes have in common. `cut_off` is the Unix second before which every token of the
 * user is refused now; null while the setting is off.
 */
export type Report = JsonObject & {
  readonly success: true;
  readonly ended: Ended;
  readonly cut_off: number | null;
  readonly still_valid: readonly StillValid[];
};

/** Ends every login of the user's that this server knows of, and refuses their tokens where there is a cut-off. */
export async function endLogins(
  call: ServerCall,
  user: Pick<User, 'id'>,
  renewable: 'still-renewable' | 'not-renewable',
): Promise<Report> {
  const acts = during('forget', call);
  const hasTables = call.server.database !== null;
  const files = await endSessionFiles(acts, user);
  const rows = hasTables ? await endAllSessions(acts, user) : 0;
  const families = hasTables ? await endFamilies(acts, user) : 0;
  const cutOff = await cutOffTokens(acts, user);
  const left: readonly StillValid['credential'][] =
    renewable === 'still-renewable'
      ? ['access_token', 'refresh_token']
      : ['access_token'];
  return {
    success: true,
    ended: { files, rows, families },
    cut_off: cutOff,
    still_valid: cutOff === null ? untilWhen(left, call) : [],
  };
}

/**
 * After a change of role nobody is logged out: who reads the role anew knows already. What has it written down goes on with
 * the old one.
 */
export async function outdate(
  call: ServerCall,
  user: Pick<User, 'id'>,
): Promise<Report> {
  const cutOff = await cutOffTokens(during('forget', call), user);
  const left: readonly StillValid['credential'][] =
    cutOff === null ? ['session_file', 'access_token'] : ['session_file'];
  return {
    success: true,
    ended: { files: 0, rows: 0, families: 0 },
    cut_off: cutOff,
    still_valid: untilWhen(left, call),
  };
}

function untilWhen(
  credentials: readonly StillValid['credential'][],
  { clock, settings }: ServerCall,
): readonly StillValid[] {
  const now = clock.now();
  return credentials.map((credential) => ({
    credential,
    until: now + longestLife(credential, settings),
  }));
}

/** How long one that was handed out just now could live, in seconds: nobody knows how many there are. */
function longestLife(
  credential: StillValid['credential'],
  settings: Settings,
): number {
  const { accessLifetime, hybridAccessLifetime, leeway } = settings;
  switch (credential) {
    case 'session_file':
      return settings.absolute;
    case 'access_token':
      return Math.max(accessLifetime, hybridAccessLifetime) + leeway;
    case 'refresh_token':
      return settings.refreshLifetime + leeway;
  }
}
