import { NodeTable } from '#token/json-nodes.ts';
import { type JsonScan, JsonTree } from '#token/json-tree.ts';
import type { Segment } from '#token/segment.ts';
import type { Reading } from './reading.ts';

/**
 * A reading on its way from one thread to another. Everything in it is plain data already, except that a `JsonTree` hides its numbers: it
 * travels as them. Texts that stand in the paste, which both threads have, do not travel at all: a megabyte would be copied five times.
 * All is put back at the same place of the same object, so that parts that are shared stay shared.
 */
export interface PackedReading {
  readonly reading: Reading;
  /** By candidate. */
  readonly candidates: readonly (Stretch | null)[];
  /** By segment, in the order in which `segmentsOf` meets them. */
  readonly segments: readonly PackedSegment[];
}

/** Where a text was cut out; null in place of one for a text that stands in the reading itself. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface PackedSegment {
  /** In the text of the token. */
  readonly text: Stretch | null;
  readonly tree: PackedTree | null;
}

interface PackedTree extends Omit<JsonScan, 'bytes' | 'nodes'> {
  readonly numbers: Int32Array<ArrayBuffer>;
}

/** What a reading has taken out and put back. One that has just been made or received belongs to nobody else yet. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Takes out of a reading what does not travel. It must not be used here any more. */
export function packReading(reading: Reading, pasted: string): PackedReading {
  const { extraction, token } = reading;
  const segments = segmentsOf(reading).map((segment: Open<Segment>) => {
    const packed = { text: stretchOfSegment(segment, token.text), tree: segment.json && packTree(segment.json) };
    segment.json = null;
    if (packed.text) setText(segment, '');
    return packed;
  });
  const candidates = extraction.candidates.map((candidate: Open<(typeof extraction.candidates)[number]>) => {
    const stretch = stretchOf(candidate.text, pasted, candidate.place.start);
    if (stretch) candidate.text = '';
    return stretch;
  });
  (token as Open<typeof token>).text = '';
  return { reading, candidates, segments };
}

/** Puts it back. */
export function unpackReading({ reading, candidates, segments }: PackedReading, pasted: string): Reading {
  const { extraction, token, chosen } = reading;
  extraction.candidates.forEach((candidate: Open<(typeof extraction.candidates)[number]>, index) => {
    const stretch = candidates[index];
    if (stretch) candidate.text = pasted.slice(stretch.start, stretch.end);
  });
  (token as Open<typeof token>).text = extraction.candidates[chosen]?.text ?? '';
  segmentsOf(reading).forEach((segment: Open<Segment>, index) => {
    const packed = segments[index];
    if (packed?.text) setText(segment, token.text.slice(packed.text.start, packed.text.end));
    segment.json = packed?.tree ? unpackTree(packed.tree, segment.bytes) : null;
  });
  return reading;
}

/** What need not be copied: the numbers of the trees, and the bytes of the segments. */
export function transferables({ reading, segments }: PackedReading): ArrayBuffer[] {
  const numbers = segments.flatMap(({ tree }) => (tree ? [tree.numbers.buffer] : []));
  const bytes = segmentsOf(reading).flatMap(({ bytes: { buffer, byteLength } }) =>
    // A short one may be a part of something larger.
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
  return [...new Set([...numbers, ...bytes])];
}

/** Every segment once, however often a token mentions it, in an order that both threads agree on. */
function segmentsOf({ token }: Reading): readonly Segment[] {
  const document = token.form === 'jws-json' || token.form === 'jwe-json' ? [token.document] : [];
  return [...new Set([...token.segments, ...document])];
}

function stretchOf(text: string, whole: string, from: number): Stretch | null {
  const start = whole.indexOf(text, from);
  return start < 0 ? null : { start, end: start + text.length };
}

function stretchOfSegment({ start, text }: Segment, whole: string): Stretch | null {
  return start !== null && whole.startsWith(text, start) ? { start, end: start + text.length } : null;
}

function setText(segment: Open<Segment>, text: string): void {
  segment.text = text;
  if (segment.base64url) (segment.base64url as Open<typeof segment.base64url>).text = text;
}

function packTree({ scan: { nodes, faults, unlistedFaults, depth, beyondAscii } }: JsonTree): PackedTree {
  return { numbers: nodes.numbers(), faults, unlistedFaults, depth, beyondAscii };
}

function unpackTree({ numbers, ...scan }: PackedTree, bytes: Uint8Array): JsonTree {
  return new JsonTree({ ...scan, bytes, nodes: NodeTable.of(numbers) });
}
