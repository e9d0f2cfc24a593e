import { FLAG, JSON_KINDS, NodeTable } from '#token/json-nodes.ts';
import { type JsonFault, JsonTree } from '#token/json-tree.ts';
import type { Segment } from '#token/segment.ts';
import type { Reading } from './reading.ts';

/**
 * A reading on its way from one thread to another. Everything in it is plain data already, except that a `JsonTree` hides its numbers: it
 * travels as them, at the same place of the same object, so that parts that are shared stay shared.
 */
export interface PackedReading {
  readonly reading: Reading;
  /** The trees of those segments that have one, by the order in which `segmentsOf` meets them. */
  readonly trees: readonly (PackedTree | null)[];
}

interface PackedTree {
  /** Seven numbers a node: see `numbersOf`. */
  readonly numbers: Int32Array;
  readonly faults: readonly JsonFault[];
  readonly unlistedFaults: number;
  readonly depth: number;
  readonly beyondAscii: boolean;
}

const FIELDS = 7;
const FLAGS = Object.values(FLAG);

/** Takes the trees out of a reading. It must not be used here any more. */
export function packReading(reading: Reading): PackedReading {
  const trees = segmentsOf(reading).map((segment) => {
    const tree = segment.json && packTree(segment.json);
    setTree(segment, null);
    return tree;
  });
  return { reading, trees };
}

/** Puts the trees back. */
export function unpackReading({ reading, trees }: PackedReading): Reading {
  segmentsOf(reading).forEach((segment, index) => {
    const packed = trees[index];
    setTree(segment, packed ? unpackTree(packed, segment.bytes) : null);
  });
  return reading;
}

/** What need not be copied: the numbers of the trees. */
export function transferables({ trees }: PackedReading): ArrayBuffer[] {
  return trees.flatMap((tree) => (tree ? [tree.numbers.buffer as ArrayBuffer] : []));
}

/** A reading that has just been made or received belongs to nobody else yet, so that a tree may be taken out or put in. */
function setTree(segment: Segment, json: JsonTree | null): void {
  (segment as { json: JsonTree | null }).json = json;
}

/** Every segment once, however often a token mentions it, in an order that both threads agree on. */
function segmentsOf({ token }: Reading): readonly Segment[] {
  const document = token.form === 'jws-json' || token.form === 'jwe-json' ? [token.document] : [];
  return [...new Set([...token.segments, ...document])];
}

function packTree(tree: JsonTree): PackedTree {
  const numbers = new Int32Array(tree.size * FIELDS);
  for (let node = 0; node < tree.size; node += 1) numbers.set(numbersOf(tree, node), node * FIELDS);
  return {
    numbers,
    faults: tree.faults,
    unlistedFaults: tree.unlistedFaults,
    depth: tree.depth,
    beyondAscii: tree.beyondAscii,
  };
}

function numbersOf(tree: JsonTree, node: number): readonly number[] {
  const { start, end } = tree.valueRange(node);
  const name = tree.nameRange(node);
  const flags = FLAGS.reduce((all, flag) => (tree.hasFlag(node, flag) ? all | flag : all), 0);
  const kind = JSON_KINDS.indexOf(tree.kind(node));
  return [kind | flags, start, end, name?.start ?? -1, name?.end ?? -1, tree.parent(node), tree.subtreeEnd(node)];
}

function unpackTree({ numbers, ...scan }: PackedTree, bytes: Uint8Array): JsonTree {
  const size = numbers.length / FIELDS;
  const nodes = new NodeTable(size);
  const open: number[] = [];
  const at = (node: number, field: number): number => numbers[node * FIELDS + field] ?? -1;
  const closeUpTo = (next: number): void => {
    for (let top = open.at(-1); top !== undefined && at(top, 6) <= next; top = open.at(-1)) {
      nodes.close(top, at(top, 2));
      open.pop();
    }
  };
  for (let node = 0; node < size; node += 1) {
    closeUpTo(node);
    const kindAndFlags = at(node, 0);
    nodes.add(kindAndFlags & 0xff, at(node, 1), at(node, 2), at(node, 3), at(node, 4), at(node, 5));
    nodes.flag(node, kindAndFlags & ~0xff);
    if (at(node, 6) > node + 1) open.push(node);
  }
  closeUpTo(size);
  return new JsonTree({ bytes, nodes, ...scan });
}
