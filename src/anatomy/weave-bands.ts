import type { Range } from '#token/findings.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { nodeAtByte } from '#token/mapping.ts';
import { type Lit, litNodes } from './link.ts';
import { BYTE_BITS, type WeaveLine } from './weave-geometry.ts';

/** A stretch of a line that belongs together, in bits from the line's start. */
export interface Band extends Range {
  /** Neighbouring members alternate. */
  readonly shade: 'even' | 'odd';
  readonly part: 'name' | 'value';
}

/** The names and values that lie in a line; what stands between them belongs to none. */
export function memberBands(json: JsonTree | null, line: WeaveLine): readonly Band[] {
  const bands: Band[] = [];
  if (json === null || json.size === 0) return bands;
  for (let byte = line.bytes.start; byte < line.bytes.end;) {
    const place = nodeAtByte(json, byte);
    const end = place === null || place.part === 'punctuation' ? byte + 1 : endOfPart(json, place.node, place.part);
    if (place !== null && place.part !== 'punctuation' && end > byte) {
      const shade = place.node % 2 === 0 ? 'even' : 'odd';
      bands.push({ ...inLine(line, { start: byte, end }), shade, part: place.part });
    }
    byte = Math.max(byte + 1, end);
  }
  return bands;
}

function endOfPart(json: JsonTree, node: number, part: 'name' | 'value'): number {
  return part === 'name' ? (json.nameRange(node)?.end ?? 0) : json.valueRange(node).end;
}

/** What is lit of a line: the whole member softly, the bytes pointed at firmly. */
export interface LitBands {
  readonly soft: readonly Range[];
  readonly firm: Range | null;
}

export function litBands(lit: Lit, line: WeaveLine): LitBands {
  const { segment, bytes } = lit;
  const soft = litNodes(lit)
    .map((node) => segment.json?.memberRange(node) ?? bytes)
    .filter((range) => overlaps(range, line.bytes))
    .map((range) => inLine(line, range));
  return { soft, firm: overlaps(bytes, line.bytes) ? inLine(line, bytes) : null };
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

function inLine({ bits }: WeaveLine, bytes: Range): Range {
  return {
    start: Math.max(bytes.start * BYTE_BITS, bits.start) - bits.start,
    end: Math.min(bytes.end * BYTE_BITS, bits.end) - bits.start,
  };
}
