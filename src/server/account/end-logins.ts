import { cutOffTokens } from '#auth/cut-off.ts';
import { endFamilies } from '#auth/end-families.ts';
import { endSessionFiles } from '#auth/end-files.ts';
import { endAllSessions } from '#auth/sql-devices.ts';
import type { User } from '#auth/user.ts';
import type { JsonObject } from '#core/json.ts';
import type { SchemeId } from '#core/schemes.ts';
import { during } from '../acts.ts';
import type { ServerCall } from '../call.ts';
import { deployed } from './deployed.ts';

/** What an answer says of the logins that ended: how many session files, session rows and families of refresh tokens. */
type Ended = {
  readonly files: number;
  readonly rows: number;
  readonly families: number;
};

type Kind = 'session_file' | 'access_token' | 'refresh_token';

/** A credential that the server could not take back, and the Unix second at which the last one there can be is over. */
type StillValid = {
  readonly credential: Kind;
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
  const has = deployed(call);
  const files = has('php-session') ? await endSessionFiles(acts, user) : 0;
  const rows = has('sql-session') ? await endAllSessions(acts, user) : 0;
  const families = has('hybrid') ? await endFamilies(acts, user) : 0;
  const cutOff = await cutOffTokens(acts, user);
  const kinds: readonly Kind[] =
    renewable === 'still-renewable'
      ? ['access_token', 'refresh_token']
      : ['access_token'];
  return report({ files, rows, families }, cutOff, left(kinds, cutOff, call));
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
  const kinds: readonly Kind[] = ['session_file', 'access_token'];
  return report(
    { files: 0, rows: 0, families: 0 },
    cutOff,
    left(kinds, cutOff, call),
  );
}

function report(
  ended: Ended,
  cutOff: number | null,
  stillValid: readonly StillValid[],
): Report {
  return { success: true, ended, cut_off: cutOff, still_valid: stillValid };
}

/** A cut-off refuses tokens, and has nothing to do with files. */
function left(
  kinds: readonly Kind[],
  cutOff: number | null,
  call: ServerCall,
): readonly StillValid[] {
  return kinds.flatMap((credential) => {
    if (cutOff !== null && credential !== 'session_file') return [];
    const lives = longestLives(credential, call);
    if (lives.length === 0) return [];
    return [{ credential, until: call.clock.now() + Math.max(...lives) }];
  });
}

/** How long one that was handed out just now could live, in seconds, under each scheme that has it. */
function longestLives(credential: Kind, call: ServerCall): readonly number[] {
  const { leeway, ...settings } = call.settings;
  const has = deployed(call);
  const under = (scheme: SchemeId, life: number): readonly number[] =>
    has(scheme) ? [life] : [];
  switch (credential) {
    case 'session_file':
      return under('php-session', settings.absolute);
    case 'access_token':
      return [
        ...under('jwt', settings.accessLifetime + leeway),
        ...under('hybrid', settings.hybridAccessLifetime + leeway),
      ];
    case 'refresh_token':
      return under('jwt', settings.refreshLifetime + leeway);
  }
}
