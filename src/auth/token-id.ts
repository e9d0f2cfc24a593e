import type { RegionName } from '#core/events.ts';
import { encodeBase64url } from '#token/base64url.ts';
import type { Acts } from './acts.ts';

/** A `jti`: 128 bits that nobody can guess and no other token has (RFC 7519 §4.1.7). */
export async function newTokenId(
  acts: Acts,
  code: RegionName,
): Promise<string> {
  return encodeBase64url(await acts.random(16, 'jti', code));
}
