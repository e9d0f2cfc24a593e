import { APP_ORIGIN } from '#core/wire.ts';
import type { User } from './user.ts';

export type TokenUse = 'access_token' | 'refresh_token';

/**
 * What tells the two kinds of token apart, so that one is never taken for the other (RFC 8725 §3.11, §3.12).
 * The access token's type is the one of RFC 9068 §2.1; that profile is not claimed otherwise.
 */
export const TOKEN_PROFILES = {
  access_token: { typ: 'at+jwt', aud: `${APP_ORIGIN}/api` },
  refresh_token: { typ: 'rt+jwt', aud: `${APP_ORIGIN}/auth` },
} as const satisfies Record<TokenUse, { typ: string; aud: string }>;

/** The claims that every token of this server has and needs (RFC 7519 §4.1). Times are Unix seconds. */
export interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
  /** What an access token says of its holder's role, as of its issue; null where it says nothing. */
  readonly role: string | null;
}

/** Everything the server will need to know, printed on the pass. `lifetime` in seconds. */
export function accessClaims(
  user: User,
  jti: string,
  now: number,
  lifetime: number,
) {
  return {
    iss: APP_ORIGIN,
    sub: String(user.id),
    aud: TOKEN_PROFILES.access_token.aud,
    user_id: user.id,
    user_name: user.user_name,
    role: user.role,
    jti,
    iat: now,
    exp: now + lifetime,
  };
}

/** Says whose it is and nothing else about them. */
export function refreshClaims(
  user: User,
  jti: string,
  now: number,
  lifetime: number,
) {
  return {
    iss: APP_ORIGIN,
    sub: String(user.id),
    aud: TOKEN_PROFILES.refresh_token.aud,
    user_id: user.id,
    jti,
    iat: now,
    exp: now + lifetime,
  };
}
