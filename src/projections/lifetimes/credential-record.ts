import type { EventOf } from '#core/events.ts';
import type { JsonValue } from '#core/json.ts';
import { readSegment } from '#core/read-segment.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import type { CredentialRecord, Elapsed, FamilyState, Removal } from './credential-state.ts';
import { numberMember, stringMember } from '../entries.ts';

type ServerChange = EventOf<'change'>;

/** What a signed token says of itself; null for what is none of this server's. */
export function tokenRecord(text: string): Extract<CredentialRecord, { readonly in: 'token' }> | null {
  const [head = '', payload = ''] = text.split('.');
  const claims = readSegment(payload);
  const { iss, jti, sub, iat, exp } = claims ?? {};
  const alg = readSegment(head)?.['alg'];
  if (typeof iss !== 'string' || typeof jti !== 'string' || typeof iat !== 'number' || typeof exp !== 'number') {
    return null;
  }
  return {
    in: 'token',
    iat: iat - WORLD_EPOCH,
    exp: exp - WORLD_EPOCH,
    algorithm: typeof alg === 'string' ? alg : '',
    user: typeof sub === 'string' ? sub : '',
    name: `${iss} ${jti}`,
  };
}

export function familyOf(row: JsonValue): FamilyState {
  const revoked = numberMember(row, 'revoked');
  return {
    user: String(numberMember(row, 'user_id')),
    expires: (numberMember(row, 'expires') ?? WORLD_EPOCH) - WORLD_EPOCH,
    revoked: revoked === null ? null : revoked - WORLD_EPOCH,
    removed: null,
  };
}

export function deniedName(row: JsonValue): string | null {
  const [iss, jti] = [stringMember(row, 'iss'), stringMember(row, 'jti')];
  return iss === null || jti === null ? null : `${iss} ${jti}`;
}

/** What the server looks for: a file's name, a row's hash. */
export function identityOf({ area, key, before, after }: ServerChange): string {
  if (area.name === 'files') return key;
  const row = after ?? before;
  return stringMember(row, area.name === 'sessions' ? 'id_hash' : 'token_hash') ?? key;
}

export function removalOf({ phase, side }: ServerChange, refused: Removal | null): Removal {
  if (side === 'world') return 'deleted';
  if (phase === 'remember') return 'replaced';
  return phase === 'forget' ? 'logged-out' : (refused ?? 'deleted');
}

export function recordOf({ area }: ServerChange, value: JsonValue): CredentialRecord {
  const second = (name: string): Elapsed => (numberMember(value, name) ?? WORLD_EPOCH) - WORLD_EPOCH;
  switch (area.name) {
    case 'files':
      return { in: 'file', login: loginTime(value) ?? second('created'), seen: second('mtime') };
    case 'refresh_tokens': {
      const used = numberMember(value, 'used');
      const family = String(numberMember(value, 'family_id'));
      return { in: 'family', family, used: used === null ? null : used - WORLD_EPOCH };
    }
    default:
      return { in: 'row', expires: second('expires'), user: String(numberMember(value, 'user_id')) };
  }
}

/** What the login wrote into the file: the absolute limit counts from there. */
function loginTime(file: JsonValue): Elapsed | null {
  const [, seconds] = /"login_time";i:(\d+);/.exec(stringMember(file, 'content') ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds) - WORLD_EPOCH;
}
