import { decodeBase64url, type Base64urlFault } from '#token/base64url.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { fromHex } from '../hex.ts';
import { unreadable, type Reading } from './key-problem.ts';

/** How a text stands for the bytes of a secret. */
export type SecretEncoding = 'utf8' | 'hex' | 'base64url' | 'base64';

/** One way to read a text as a secret. */
export interface SecretReading {
  readonly encoding: SecretEncoding;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Shorter texts than this are taken for words, though they may consist of hexadecimal digits. */
const ENCODED_LENGTH = 16;

/**
 * The bytes that a text stands for. As `utf8` every character counts, those at its ends too; elsewhere white space is passed over, and
 * padding and spare bits of base64 may be as they like.
 */
export function decodeSecret(
  text: string,
  encoding: SecretEncoding,
): Reading<Uint8Array<ArrayBuffer>> {
  switch (encoding) {
    case 'utf8':
      return { ok: true, value: new Uint8Array(encodeUtf8(text)) };
    case 'hex':
      return decodeHex(text);
    case 'base64url':
    case 'base64':
      return decodeBase64(text, encoding);
  }
}

function decodeHex(text: string): Reading<Uint8Array<ArrayBuffer>> {
  const bad = text.search(/[^0-9a-f\s]/i);
  if (bad >= 0) return unreadable('hex-character', bad);
  const digits = text.replaceAll(/\s/g, '');
  if (digits.length % 2 === 1)
    return unreadable('hex-odd', text.trimEnd().length - 1);
  return { ok: true, value: fromHex(digits) };
}

function decodeBase64(
  text: string,
  encoding: 'base64url' | 'base64',
): Reading<Uint8Array<ArrayBuffer>> {
  const { bytes, faults } = decodeBase64url(text);
  const offsets = [
    text.search(encoding === 'base64' ? /[-_]/ : /[+/]/),
    faults.find(isCharacter)?.start ?? -1,
  ].filter((offset) => offset >= 0);
  if (offsets.length > 0)
    return unreadable('base64-character', Math.min(...offsets));
  const length = faults.find(({ kind }) => kind === 'length');
  if (length) return unreadable('base64-length', length.start);
  return { ok: true, value: new Uint8Array(bytes) };
}

function isCharacter({ kind }: Base64urlFault): boolean {
  return kind === 'character';
}

/**
 * The ways in which a text may have been meant, likeliest first: as it stands, without the white space at its ends, and decoded where it
 * looks encoded. Never empty; no two give the same bytes.
 */
export function guessSecret(text: string): readonly SecretReading[] {
  const trimmed = text.trim();
  const guesses: SecretReading[] = [utf8(text)];
  if (trimmed !== text) guesses.push(utf8(trimmed));
  if (trimmed.length < ENCODED_LENGTH) return guesses;
  for (const encoding of ['hex', 'base64url', 'base64'] as const) {
    const read = decodeSecret(trimmed, encoding);
    if (!read.ok) continue;
    const isNew = guesses.every(({ bytes }) => !isEqual(bytes, read.value));
    if (isNew) guesses.push({ encoding, bytes: read.value });
  }
  return guesses;
}

function utf8(text: string): SecretReading {
  return { encoding: 'utf8', bytes: new Uint8Array(encodeUtf8(text)) };
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
