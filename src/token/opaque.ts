/** A string without readable structure: only whoever issued it knows what it stands for. */
export interface Opaque {
  readonly kind: 'opaque';
  readonly length: number;
  readonly alphabet: Alphabet;
  /** How many different characters occur. */
  readonly distinct: number;
  /**
   * The most it can hold, length times the bits of one character. It holds that much only if every character was drawn at random,
   * which nobody can see from the outside.
   */
  readonly atMostBits: number;
}

/** A session id by its shape. It could as well be a hash. */
export interface SessionIdLike {
  readonly kind: 'session-id';
  /** `hex`: PHP with 4 bits a character. `base32`: PHP with 5. `base64`: PHP with 6. */
  readonly alphabet: 'hex' | 'base32' | 'base64';
  readonly length: number;
  readonly atMostBits: number;
}

/** The smallest of these that has all its characters. */
export type Alphabet = 'decimal' | 'hex' | 'base32' | 'base62' | 'base64url' | 'base64' | 'other';

const ALPHABETS: readonly (readonly [Alphabet, RegExp, number])[] = [
  ['decimal', /^\d+$/, Math.log2(10)],
  ['hex', /^(?:[0-9a-f]+|[0-9A-F]+)$/, 4],
  ['base32', /^[A-Z2-7]+=*$/, 5],
  ['base62', /^[A-Za-z0-9]+$/, Math.log2(62)],
  ['base64url', /^[\w-]+$/, 6],
  ['base64', /^[A-Za-z0-9+/]+=*$/, 6],
];

export function describeOpaque(text: string): Opaque {
  const [alphabet, , bits] = ALPHABETS.find(([, pattern]) => pattern.test(text)) ?? ['other', null, Math.log2(94)];
  return {
    kind: 'opaque',
    length: text.length,
    alphabet,
    distinct: new Set(text).size,
    atMostBits: Math.floor(text.replace(/=+$/, '').length * bits),
  };
}

/** PHP's ids: 22 to 256 characters of 4, 5 or 6 bits (`session.sid_bits_per_character`); only the usual lengths count as likely. */
const SHAPES: readonly (readonly [SessionIdLike['alphabet'], RegExp, number])[] = [
  ['hex', /^(?:[0-9a-f]{26}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{48}|[0-9a-f]{64})$/, 4],
  ['base32', /^[0-9a-v]{26}$/, 5],
  ['base64', /^[0-9A-Za-z,-]{22}$/, 6],
];

export function recogniseSessionId(text: string): SessionIdLike | null {
  const shape = SHAPES.find(([, pattern]) => pattern.test(text));
  if (shape === undefined) return null;
  const [alphabet, , bits] = shape;
  return { kind: 'session-id', alphabet, length: text.length, atMostBits: text.length * bits };
}
