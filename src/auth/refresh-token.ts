import type { RegionName } from '#core/events.ts';
import { encodeBase64url } from '#token/base64url.ts';
import type { Acts } from './acts.ts';

/**
 * A refresh token that says nothing: 256 random bits in base64url, 43 characters. RFC 6749 §10.10 asks that nobody can guess
 * it; there is nothing in it to verify, so the server has to remember it.
 */
const REFRESH_TOKEN_BYTES = 32;

export async function newRefreshToken(
  acts: Acts,
  code: RegionName,
): Promise<string> {
  return encodeBase64url(
    await acts.random(REFRESH_TOKEN_BYTES, 'refresh_token', code),
  );
}

/** What is stored of it: whoever reads the table cannot refresh with what stands there. */
export function hashOfRefreshToken(
  acts: Acts,
  token: string,
  code: RegionName,
): Promise<string> {
  return acts.hash(token, 'refresh_token', code);
}
