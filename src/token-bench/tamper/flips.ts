import { canonicalLetter, decodeBase64url } from '#token/base64url.ts';
import type { CompactJws } from '#token/token-forms.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const LETTER_BITS = 6;

/** One bit of one character of a token's text; bit 0 is the first, worth 32. */
export interface BitPlace {
  /** In characters of the token. */
  readonly offset: number;
  readonly bit: number;
}

/** The six bits that a letter stands for, the first one first; null for a character that is no letter. */
export function bitsOfLetter(letter: string): readonly boolean[] | null {
  const value = letter === '' ? -1 : ALPHABET.indexOf(letter);
  if (value < 0) return null;
  return Array.from({ length: LETTER_BITS }, (_, bit) => ((value >> (LETTER_BITS - 1 - bit)) & 1) === 1);
}

/** The text with one bit turned; unchanged where there is no letter. */
export function flipBit(text: string, { offset, bit }: BitPlace): string {
  const value = ALPHABET.indexOf(text.charAt(offset));
  if (value < 0 || text.charAt(offset) === '') return text;
  const turned = ALPHABET.charAt(value ^ (1 << (LETTER_BITS - 1 - bit)));
  return text.slice(0, offset) + turned + text.slice(offset + 1);
}

/** Another spelling of the same token: its last letter of a part carries bits that belong to no byte. */
export interface Twin {
  readonly text: string;
  readonly offset: number;
  readonly letter: string;
}

/** The twins of a token that spell the same signature: every one of them decodes to the same bytes. */
export function signatureTwins({ text, signature }: CompactJws): readonly Twin[] {
  const { base64url, start } = signature;
  if (base64url === null || start === null || base64url.positions !== null) return [];
  const spare = spareBitsOf(base64url.letters);
  const offset = start + base64url.letters - 1;
  const own = text.charAt(offset);
  return Array.from(ALPHABET)
    .filter((letter) => letter !== own && canonicalLetter(letter, spare) === canonicalLetter(own, spare))
    .map((letter) => ({ text: text.slice(0, offset) + letter + text.slice(offset + 1), offset, letter }));
}

function spareBitsOf(letters: number): number {
  if (letters % 4 === 2) return 4;
  return letters % 4 === 3 ? 2 : 0;
}

/** Every single bit of a token's letters, part by part. */
export function everyBit(token: CompactJws): readonly BitPlace[] {
  const places: BitPlace[] = [];
  for (let offset = 0; offset < token.text.length; offset += 1) {
    if (!ALPHABET.includes(token.text.charAt(offset))) continue;
    for (let bit = 0; bit < LETTER_BITS; bit += 1) places.push({ offset, bit });
  }
  return places;
}

/** What a verifier is given for a token with one bit turned: the text it covers, and the signature. */
export function covered(text: string): { readonly input: string; readonly signature: Uint8Array } {
  const last = text.lastIndexOf('.');
  return { input: text.slice(0, last), signature: decodeBase64url(text.slice(last + 1)).bytes };
}
