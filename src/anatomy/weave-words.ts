import type { Range } from '#token/findings.ts';
import { nodeAtByte } from '#token/mapping.ts';
import type { Segment } from '#token/segment.ts';
import { litCharacters } from './encoded-pieces.ts';
import { type Lit, litNodes } from './link.ts';
import { memberPath } from './member-path.ts';
import { bytesOfLetter, spareBits } from './weave-geometry.ts';

/** What is lit, in words: which member, which bytes, which characters, and which of these are shared. */
export function litWords(lit: Lit): string {
  const { segment, bytes } = lit;
  const [node] = litNodes(lit);
  const name = node === undefined || segment.json === null ? null : memberPath(segment.json, node);
  const where = [rangeWords('byte', bytes), charactersWords(segment, bytes)].filter(Boolean).join(', ');
  return name === null ? where : `${name}: ${where}`;
}

function charactersWords(segment: Segment, bytes: Range): string {
  const lit = litCharacters(segment, bytes);
  if (lit === null) return '';
  const start = lit.start - (segment.start ?? 0);
  const words = rangeWords('character', { start, end: lit.end - (segment.start ?? 0) });
  const first = lit.firstFrom > 0;
  const last = lit.lastTo < 1;
  if (first && last) return lit.end - lit.start === 1 ? `${words} (shared)` : `${words} (first and last shared)`;
  if (first) return `${words} (first shared)`;
  return last ? `${words} (last shared)` : words;
}

function rangeWords(thing: string, { start, end }: Range): string {
  return end - start === 1 ? `${thing} ${start}` : `${thing}s ${start}–${end - 1}`;
}

/** A character for those who listen: `character 58, Y, in bytes 43 and 44, of role`. */
export function letterLabel(segment: Segment, letter: number): string {
  const character = segment.text.charAt(segment.base64url?.positions?.[letter] ?? letter);
  const { start, end } = bytesOfLetter(letter, segment.bytes.length);
  const spare = spareBits(letter, segment.bytes.length);
  const bytes =
    end <= start ? 'in no byte' : end - start === 1 ? `in byte ${start}` : `in bytes ${start} and ${start + 1}`;
  const last = spare > 0 && end > start ? `, ${spare} bits spare` : '';
  return `character ${letter}, ${character}, ${bytes}${last}${ofMember(segment, start)}`;
}

export function byteLabel(segment: Segment, byte: number): string {
  const value = (segment.bytes[byte] ?? 0).toString(16).padStart(2, '0');
  return `byte ${byte}, ${value}${ofMember(segment, byte)}`;
}

function ofMember(segment: Segment, byte: number): string {
  const { json } = segment;
  const place = json === null ? null : nodeAtByte(json, byte);
  const name = json === null || place === null || place.part === 'punctuation' ? null : memberPath(json, place.node);
  return name === null ? '' : `, of ${name}`;
}

/** What to know about a part before anything in it is lit. */
export function restWords({ base64url, bytes, name }: Segment): string {
  if (base64url === null) return 'Not encoded: each character is its own byte.';
  const spare = spareBits(base64url.letters - 1, bytes.length);
  if (spare > 0 && spare < 6) {
    const twins = 2 ** spare - 1;
    return `The last character has ${spare} bits to spare: ${twins} other letters there give the same bytes.`;
  }
  return name === 'signature'
    ? 'The bytes are the signature itself: nothing in them is text.'
    : 'A character carries six bits, a byte has eight.';
}
