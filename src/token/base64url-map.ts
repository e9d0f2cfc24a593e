import type { Base64url } from './base64url.ts';
import type { Range } from './findings.ts';

/** Characters that carry some bytes. A character at either end may carry bits of the neighbouring byte too. */
export interface SharedRange extends Range {
  /** The first character also carries bits of the byte before. */
  readonly sharedStart: boolean;
  /** The last character also carries bits of the byte after, or spare bits at the end of the data. */
  readonly sharedEnd: boolean;
}

/** Which letter (0, 1, …, six bits each) stands at this character, or -1 if it is not a letter. */
export function letterAt(encoded: Base64url, character: number): number {
  const { positions, letters } = encoded;
  if (positions === null) return character >= 0 && character < letters ? character : -1;
  let low = 0;
  let high = letters - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const position = positions[middle] ?? 0;
    if (position === character) return middle;
    if (position < character) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The bits of the decoded data that the character at this index carries (`end` may lie beyond the data), or null. */
export function bitsOfCharacter(encoded: Base64url, character: number): Range | null {
  const letter = letterAt(encoded, character);
  return letter < 0 ? null : { start: letter * 6, end: letter * 6 + 6 };
}

/** The bytes, one or two, that the character at this index carries bits of; null if it carries none. */
export function bytesOfCharacter(encoded: Base64url, character: number): Range | null {
  const bits = bitsOfCharacter(encoded, character);
  if (bits === null) return null;
  const start = Math.floor(bits.start / 8);
  const end = Math.min(Math.ceil(bits.end / 8), encoded.bytes.length);
  return start < end ? { start, end } : null;
}

/** The characters that carry the bytes from `start` to `end`; null if there are no such bytes. */
export function charactersOfBytes(encoded: Base64url, { start, end }: Range): SharedRange | null {
  if (start < 0 || end > encoded.bytes.length || start >= end) return null;
  const firstLetter = Math.floor((start * 8) / 6);
  const lastLetter = Math.ceil((end * 8) / 6) - 1;
  return {
    start: encoded.positions?.[firstLetter] ?? firstLetter,
    end: (encoded.positions?.[lastLetter] ?? lastLetter) + 1,
    sharedStart: (start * 8) % 6 !== 0,
    sharedEnd: (end * 8) % 6 !== 0,
  };
}
