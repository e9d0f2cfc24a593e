import { verifyToken } from '#auth/verify-for-bench.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { noKeyWords } from '../verdicts/no-key-words.ts';
import type { KeyInput, Verification } from './key-input.ts';

/**
 * Verifies every signature of a token with what the reader gave. Asks nobody and sends nothing. What reads keys, and what there is to say
 * of them, is loaded with the first key.
 */
export async function verifyWith(token: ParsedToken, input: KeyInput): Promise<Verification> {
  const waiting = input.text === '' ? await verifyWithout(token, input) : null;
  return waiting ?? (await import('./verify-with-key.ts')).verifyWithKey(token, input);
}

/** A signature that only waits for a key; null where there is more to say. */
async function verifyWithout(token: ParsedToken, input: KeyInput): Promise<Verification | null> {
  const [first, ...others] = await verifyToken(token, [], { usePrivate: false, detached: null });
  if (first?.verdict.state !== 'no-key' || others.length > 0) return null;
  const says = noKeyWords(first.signature);
  return { token, input, key: { state: 'empty' }, signatures: [{ ...first, says }], says };
}
