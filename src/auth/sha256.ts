import { toHex } from './hex.ts';

const encoder = new TextEncoder();

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, in hexadecimal. Fast, and so no way to store passwords; a random id of 128 bits
 * cannot be guessed at any speed.
 */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return toHex(new Uint8Array(digest));
}
