import { canonicalLetter, decodeBase64url, type Base64url } from './base64url.ts';
import { charactersOfBytes } from './base64url-map.ts';
import type { FindingList, Place } from './finding-list.ts';
import type { Range, SegmentName } from './findings.ts';
import type { JsonTree } from './json-tree.ts';
import { encodeUtf8 } from './utf8.ts';
import { shown } from './visible.ts';

/** One part of a token: its characters, its bytes, and its JSON where it holds any. */
export interface Segment {
  readonly name: SegmentName;
  /** Which one, where there are several of that name. */
  readonly index: number;
  /** Where its text begins in the token's text; null if it is not there character by character (JSON string with escapes). */
  readonly start: number | null;
  readonly text: string;
  /** Null for a payload that travels unencoded (RFC 7797). */
  readonly base64url: Base64url | null;
  readonly bytes: Uint8Array;
  /** Null where no JSON is expected or none begins. A tree may be incomplete: see its `faults`. */
  readonly json: JsonTree | null;
}

/** What a segment is cut from the token with. */
export interface SegmentText {
  readonly name: SegmentName;
  readonly index?: number;
  readonly start: number | null;
  readonly text: string;
}

/** Decodes base64url and reports what is wrong with it. */
export function decodeSegment({ name, index = 0, start, text }: SegmentText, findings: FindingList): Segment {
  const base64url = decodeBase64url(text);
  reportBase64urlFaults({ segment: name, index }, base64url, findings);
  return { name, index, start, text, base64url, bytes: base64url.bytes, json: null };
}

/** A segment whose characters are its content. */
export function unencodedSegment({ name, index = 0, start, text }: SegmentText): Segment {
  return { name, index, start, text, base64url: null, bytes: encodeUtf8(text), json: null };
}

function reportBase64urlFaults(
  place: Place,
  { text, letters, faults, unlistedFaults }: Base64url,
  findings: FindingList,
): void {
  for (const { kind, start, end } of faults) {
    const at: Place = { ...place, characters: { start, end } };
    const character = shown(text.slice(start, end));
    const count = end - start;
    switch (kind) {
      case 'padding':
        findings.add('base64url-padding', at, { count });
        break;
      case 'alphabet':
        findings.add('base64url-alphabet', at, {
          character,
          canonical: character.replaceAll('+', '-').replaceAll('/', '_'),
          count,
        });
        break;
      case 'whitespace':
        findings.add('base64url-whitespace', at, { character, count });
        break;
      case 'character':
        findings.add('base64url-character', at, { character, count });
        break;
      case 'length':
        findings.add('base64url-length', at, { letters });
        break;
      case 'trailing-bits': {
        const bits = letters % 4 === 2 ? 4 : 2;
        const canonical = canonicalLetter(character, bits);
        findings.add('base64url-trailing-bits', at, { character, canonical, bits });
      }
    }
  }
  findings.addUnlisted('base64url-character', place, unlistedFaults);
}

/** The characters of the segment's text that carry these bytes, where that can be said. */
function charactersOf(segment: Segment, bytes: Range): Range | null {
  if (segment.base64url !== null) {
    const range = charactersOfBytes(segment.base64url, bytes);
    return range === null ? null : { start: range.start, end: range.end };
  }
  return segment.bytes.length === segment.text.length ? bytes : null;
}

/** The place of some bytes of a segment, for a finding. */
export function placeOf(segment: Segment, bytes: Range | null, node: number | null = null): Place {
  return {
    segment: segment.name,
    index: segment.index,
    characters: bytes === null ? null : charactersOf(segment, bytes),
    bytes,
    node,
  };
}
