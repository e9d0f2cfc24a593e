import type { Range } from '#token/findings.ts';
import { locateBytes, locateNode } from '#token/mapping.ts';
import type { Segment } from '#token/segment.ts';
import { type Lit, litNodes } from './link.ts';
import { type SegmentHue, segmentHue } from './segment-looks.ts';

/** A run of characters of a token's text that look alike. */
export interface EncodedPiece extends Range {
  /** Null for what belongs to no part: periods, what was pasted around a token. */
  readonly hue: SegmentHue | null;
  /** How much of it is lit, as fractions of its width: `[0, 1]` for a whole run, `[0.67, 1]` for a character that is shared. */
  readonly lit: readonly [from: number, to: number] | null;
}

/** Characters of the token's text, with how much of the first and the last belongs. */
interface LitCharacters extends Range {
  readonly firstFrom: number;
  readonly lastTo: number;
}

/** The characters that carry some bytes of a segment. One that carries bits of a neighbour as well belongs in part. */
export function litCharacters(segment: Segment, bytes: Range): LitCharacters | null {
  const { characters } = locateBytes(segment, bytes);
  if (characters === null) return null;
  const isEncoded = segment.base64url !== null;
  const firstBit = isEncoded ? (bytes.start * 8) % 6 : 0;
  const lastBit = isEncoded ? (bytes.end * 8) % 6 : 0;
  const { start, end } = characters;
  return { start, end, firstFrom: firstBit / 6, lastTo: lastBit === 0 ? 1 : lastBit / 6 };
}

/** All that is lit in the text: the members of the lit bytes, and these bytes themselves where they belong to none. */
function litRanges(lit: Lit): readonly LitCharacters[] {
  const { segment } = lit;
  const ranges = litNodes(lit).map((node) => locateNode(segment, node, 'member')?.bytes ?? lit.bytes);
  return (ranges.length > 0 ? ranges : [lit.bytes])
    .map((bytes) => litCharacters(segment, bytes))
    .filter((range) => range !== null);
}

/** Cuts a token's text into runs: at most a handful, whatever its length. */
export function encodedPieces(length: number, segments: readonly Segment[], lit: Lit | null): readonly EncodedPiece[] {
  const ranges = lit === null ? [] : litRanges(lit);
  const pieces: EncodedPiece[] = [];
  let at = 0;
  const push = (end: number, hue: SegmentHue | null): void => {
    for (const cut of cutsOf(ranges, at, end)) pieces.push({ ...cut, hue });
    at = end;
  };
  for (const { name, start, text } of segments) {
    if (start === null || text === '') continue;
    if (start > at) push(start, null);
    push(start + text.length, segmentHue(name));
  }
  if (length > at) push(length, null);
  return pieces;
}

type Cut = Range & Pick<EncodedPiece, 'lit'>;

/** Divides a run at the edges of what is lit; a character that is only partly lit stands alone. */
function cutsOf(ranges: readonly LitCharacters[], start: number, end: number): readonly Cut[] {
  const edges = new Set([start, end]);
  for (const range of ranges) {
    for (const edge of [range.start, range.start + 1, range.end - 1, range.end]) {
      if (edge > start && edge < end) edges.add(edge);
    }
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? start;
    return { start: from, end: to, lit: litPart(ranges, from, to) };
  });
}

function litPart(ranges: readonly LitCharacters[], start: number, end: number): Cut['lit'] {
  const covering = ranges.filter((range) => start >= range.start && end <= range.end);
  if (covering.length === 0) return null;
  const parts = covering.map((range) => ({
    from: start === range.start ? range.firstFrom : 0,
    to: end === range.end ? range.lastTo : 1,
  }));
  return [Math.min(...parts.map(({ from }) => from)), Math.max(...parts.map(({ to }) => to))];
}
