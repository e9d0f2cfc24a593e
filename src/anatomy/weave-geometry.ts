import type { Range } from '#token/findings.ts';

/**
 * Characters over bytes: a character is six bits wide and a byte eight, so that four characters stand over three bytes. All places
 * are counted in bits from the start of the part.
 */
export const CHARACTER_BITS = 6;
export const BYTE_BITS = 8;
/** The smallest run in which characters and bytes end together. */
export const GROUP_BITS = 24;
export const GROUP_BYTES = 3;

/** How many groups a part has, the last one perhaps incomplete. */
export function groupCount(bytes: number, letters: number): number {
  return Math.max(Math.ceil(bytes / GROUP_BYTES), Math.ceil((letters * CHARACTER_BITS) / GROUP_BITS));
}

/** One drawn line of a part. */
export interface WeaveLine {
  readonly bits: Range;
  /** Letters, counted without strays. */
  readonly letters: Range;
  readonly bytes: Range;
}

/** The line that begins with this group. */
export function lineFrom(group: number, groups: number, size: { bytes: number; letters: number }): WeaveLine {
  const start = group * GROUP_BITS;
  const end = (group + groups) * GROUP_BITS;
  return {
    bits: { start, end },
    letters: clip(start / CHARACTER_BITS, end / CHARACTER_BITS, size.letters),
    bytes: clip(start / BYTE_BITS, end / BYTE_BITS, size.bytes),
  };
}

function clip(start: number, end: number, limit: number): Range {
  return { start: Math.min(start, limit), end: Math.min(end, limit) };
}

/** The first group of a line that shows a byte with a little of what comes before it. */
export function groupBefore(byte: number, groups: number, total: number): number {
  const wanted = Math.floor(byte / GROUP_BYTES) - 1;
  return Math.max(0, Math.min(wanted, total - groups));
}

/** The bytes, one or two, that a letter carries bits of; empty behind the last byte. */
export function bytesOfLetter(letter: number, bytes: number): Range {
  const start = Math.floor((letter * CHARACTER_BITS) / BYTE_BITS);
  const end = Math.min(bytes, Math.ceil(((letter + 1) * CHARACTER_BITS) / BYTE_BITS));
  return { start: Math.min(start, end), end };
}

/** How many of a letter's bits lie behind the last byte: two or four of the last one, six of one that completes no byte. */
export function spareBits(letter: number, bytes: number): number {
  return Math.max(0, Math.min(CHARACTER_BITS, (letter + 1) * CHARACTER_BITS - bytes * BYTE_BITS));
}
