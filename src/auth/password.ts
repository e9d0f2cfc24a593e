import { fromHex, toHex } from './hex.ts';

/**
 * How many rounds of PBKDF2 the simulated server really runs, and how many a real one should (OWASP Password Storage
 * Cheat Sheet, for PBKDF2-HMAC-SHA-256). Fewer only so that a run does not keep the reader waiting: screens say both.
 */
export const SIMULATED_ROUNDS = 1_000;
export const ROUNDS_ON_PAPER = 600_000;

/** What is stored of a password: both in hex. Every user has a salt of their own. */
export type PasswordRecord = {
  readonly salt: string;
  readonly hash: string;
};

/** Stands in for an unknown user, so that the same work is done. */
const NOBODY: PasswordRecord = { salt: '00'.repeat(16), hash: '00'.repeat(32) };

const encoder = new TextEncoder();

/** PBKDF2-HMAC-SHA-256 (RFC 8018 §5.2): 32 bytes, in hex. */
export async function derivePassword(
  password: string,
  salt: string,
): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(password),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const bits = await crypto.subtle.deriveBits(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: fromHex(salt),
      iterations: SIMULATED_ROUNDS,
    },
    key,
    256,
  );
  return toHex(new Uint8Array(bits));
}

/**
 * Whether the password is the one recorded. For an unknown user (null) it derives all the same and says no: an answer
 * that comes sooner would tell which e-mails exist.
 */
export async function verifyPassword(
  password: string,
  record: PasswordRecord | null,
): Promise<boolean> {
  const { salt, hash } = record ?? NOBODY;
  const equal = equalInConstantTime(await derivePassword(password, salt), hash);
  return record !== null && equal;
}

/** Compares every character, so that the time taken does not tell how many agree. */
function equalInConstantTime(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1)
    difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
