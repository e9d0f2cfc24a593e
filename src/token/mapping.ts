import { bitsOfCharacter, bytesOfCharacter, charactersOfBytes, type SharedRange } from './base64url-map.ts';
import type { Range } from './findings.ts';
import type { JsonTree } from './json-tree.ts';
import type { Segment } from './segment.ts';
import type { ParsedToken } from './token-forms.ts';

/** A node of a segment's JSON, and which side of it: for an object or array `punctuation` is all that belongs to no child. */
export interface NodePlace {
  readonly node: number;
  readonly part: 'name' | 'value' | 'punctuation';
}

/** What one character of the token's text is. */
export type CharacterPlace =
  | {
      readonly kind: 'letter';
      readonly segment: Segment;
      /** Within the segment's text. */
      readonly character: number;
      /** Bits of the segment's data, six of them (eight where the payload is unencoded). */
      readonly bits: Range;
      /** One byte or two; null for a letter that completes no byte. */
      readonly bytes: Range | null;
      /** The JSON at each of those bytes, without repetition. */
      readonly nodes: readonly NodePlace[];
    }
  /** A character inside a segment that carries no data: padding, a stray space. */
  | { readonly kind: 'stray'; readonly segment: Segment; readonly character: number }
  /** A period, a tilde, or the JSON around the segments. */
  | { readonly kind: 'separator' };

/** From a character of the token's text to its segment, bytes and JSON. Null beyond the text. */
export function locateCharacter(token: ParsedToken, offset: number): CharacterPlace | null {
  if (offset < 0 || offset >= token.text.length) return null;
  const segment = segmentAt(token.segments, offset);
  if (segment === null) return { kind: 'separator' };
  const character = offset - (segment.start ?? 0);
  const bits = bitsOf(segment, character);
  if (bits === null) return { kind: 'stray', segment, character };
  const bytes = bytesOf(segment, character);
  return { kind: 'letter', segment, character, bits, bytes, nodes: nodesAt(segment.json, bytes) };
}

/** Bytes of a segment and the characters of the token's text that carry them. */
export interface BytePlace {
  readonly bytes: Range;
  /** Within the token's text; null where the text does not hold them letter by letter. */
  readonly characters: SharedRange | null;
}

/** From some bytes of a segment to the characters that carry them. */
export function locateBytes(segment: Segment, bytes: Range): BytePlace {
  const inSegment = charactersIn(segment, bytes);
  if (inSegment === null || segment.start === null) return { bytes, characters: null };
  const { start, end } = inSegment;
  return {
    bytes,
    characters: { ...inSegment, start: start + segment.start, end: end + segment.start },
  };
}

/** From a node of a segment's JSON to its bytes and characters: its name, its value, or both. Null if it has no such part. */
export function locateNode(segment: Segment, node: number, part: 'member' | 'name' | 'value'): BytePlace | null {
  const { json } = segment;
  if (json === null || node < 0 || node >= json.size) return null;
  const bytes =
    part === 'name' ? json.nameRange(node) : part === 'value' ? json.valueRange(node) : json.memberRange(node);
  return bytes === null ? null : locateBytes(segment, bytes);
}

/** The innermost node at this byte, or null outside the JSON. Takes time with the depth and the logarithm of the size. */
export function nodeAtByte(json: JsonTree, byte: number): NodePlace | null {
  let low = 0;
  let high = json.size - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (json.memberRange(middle).start <= byte) low = middle;
    else high = middle - 1;
  }
  for (let node = low; node >= 0 && json.size > 0; node = json.parent(node)) {
    const { start, end } = json.memberRange(node);
    if (byte >= start && byte < end) return { node, part: partAt(json, node, byte) };
  }
  return null;
}

function partAt(json: JsonTree, node: number, byte: number): NodePlace['part'] {
  const name = json.nameRange(node);
  if (name !== null && byte < name.end) return 'name';
  const isScalar = json.kind(node) !== 'object' && json.kind(node) !== 'array';
  return isScalar && byte >= json.valueRange(node).start ? 'value' : 'punctuation';
}

function nodesAt(json: JsonTree | null, bytes: Range | null): readonly NodePlace[] {
  const places: NodePlace[] = [];
  if (json === null || bytes === null) return places;
  for (let byte = bytes.start; byte < bytes.end; byte += 1) {
    const place = nodeAtByte(json, byte);
    const last = places.at(-1);
    const isNew = place !== null && (last?.node !== place.node || last.part !== place.part);
    if (isNew) places.push(place);
  }
  return places;
}

function segmentAt(segments: readonly Segment[], offset: number): Segment | null {
  const contains = ({ start, text }: Segment) => start !== null && offset >= start && offset < start + text.length;
  return segments.find(contains) ?? null;
}

function bitsOf(segment: Segment, character: number): Range | null {
  if (segment.base64url !== null) return bitsOfCharacter(segment.base64url, character);
  return isOneToOne(segment) ? { start: character * 8, end: character * 8 + 8 } : null;
}

function bytesOf(segment: Segment, character: number): Range | null {
  if (segment.base64url !== null) return bytesOfCharacter(segment.base64url, character);
  return isOneToOne(segment) ? { start: character, end: character + 1 } : null;
}

function charactersIn(segment: Segment, bytes: Range): SharedRange | null {
  if (segment.base64url !== null) return charactersOfBytes(segment.base64url, bytes);
  return isOneToOne(segment) ? { ...bytes, sharedStart: false, sharedEnd: false } : null;
}

/** An unencoded payload of ASCII: each character is a byte. */
function isOneToOne({ bytes, text }: Segment): boolean {
  return bytes.length === text.length;
}
