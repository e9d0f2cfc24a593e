import { toHex } from './hex.ts';

/**
 * `session.sid_length = 32` and `session.sid_bits_per_character = 4` (PHP manual): 32 hexadecimal digits, 128 random bits,
 * as ASVS 5.0 7.2.3 asks.
 */
export const SESSION_ID_BYTES = 16;

export function sessionIdFrom(bytes: Uint8Array): string {
  return toHex(bytes);
}

/** Anything else never gets near a file name: `../../etc/passwd` is refused here. */
export function isSessionId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
