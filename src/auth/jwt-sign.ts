import { CompactSign } from 'jose';
import type { SigningKeys } from './signing-keys.ts';

const encoder = new TextEncoder();

/**
 * Signs `base64url(header).base64url(payload)`, those characters and no others (RFC 7515 §5.1). Times stand in the claims as
 * numbers: nothing here reads a clock.
 */
export async function signJwt(
  claims: object,
  typ: string,
  { algorithm, sign }: SigningKeys,
): Promise<string> {
  const payload = encoder.encode(JSON.stringify(claims));
  return new CompactSign(payload)
    .setProtectedHeader({ alg: algorithm, typ })
    .sign(sign);
}
