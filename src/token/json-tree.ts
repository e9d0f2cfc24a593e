import type { Range } from './findings.ts';
import { FLAG, JSON_KINDS, NODE, type JsonKind, type NodeTable } from './json-nodes.ts';
import { unescapeJsonString } from './json-string.ts';
import { decodeUtf8 } from './utf8.ts';

/** The syntax rules that can be broken; each is a finding code of its own. */
export type JsonFaultCode =
  | 'json-empty'
  | 'json-trailing-comma'
  | 'json-text-after'
  | 'json-control-character'
  | 'json-escape'
  | 'json-unclosed'
  | 'json-number'
  | 'json-word'
  | 'json-quotes'
  | 'json-comment'
  | 'json-name'
  | 'json-colon'
  | 'json-comma'
  | 'json-unexpected';

/** A broken syntax rule and the bytes that break it. */
export interface JsonFault extends Range {
  readonly code: JsonFaultCode;
}

/** What a scan found, before it is wrapped in a `JsonTree`. */
export interface JsonScan {
  readonly bytes: Uint8Array;
  readonly nodes: NodeTable;
  readonly faults: readonly JsonFault[];
  readonly unlistedFaults: number;
  /** 1 for a scalar or an empty object, 2 for `[[]]`. */
  readonly depth: number;
  /** Some string has bytes beyond ASCII: byte offsets are not character offsets. */
  readonly beyondAscii: boolean;
}

/**
 * JSON as it was written: order, repeated names, literals and the bytes of each member survive. Nodes are numbers, in document order
 * with the root at 0, so that ten thousand levels need no recursion and a megabyte no million objects. A tree may be
 * incomplete: then `faults` says why.
 */
export class JsonTree {
  readonly bytes: Uint8Array;
  /** How many nodes there are; 0 if not even one value was found. */
  readonly size: number;
  readonly faults: readonly JsonFault[];
  readonly unlistedFaults: number;
  readonly depth: number;
  /** Some string has bytes beyond ASCII. */
  readonly beyondAscii: boolean;
  /** What it was made of, to be made of again on another thread. */
  readonly scan: JsonScan;
  readonly #nodes: NodeTable;
  #ascii: string | null = null;
  #rootIndex: ReadonlyMap<string, number> | null = null;

  constructor(scan: JsonScan) {
    this.scan = scan;
    this.bytes = scan.bytes;
    this.size = scan.nodes.size;
    this.faults = scan.faults;
    this.unlistedFaults = scan.unlistedFaults;
    this.depth = scan.depth;
    this.#nodes = scan.nodes;
    this.beyondAscii = scan.beyondAscii;
  }

  /** True if the bytes are JSON by the letter of RFC 8259. */
  get isWellFormed(): boolean {
    return this.faults.length === 0;
  }

  /** True if the top of it is an object, be it incomplete. */
  get isObject(): boolean {
    return this.size > 0 && this.kind(0) === 'object';
  }

  kind(node: number): JsonKind {
    return JSON_KINDS[this.#field(node, NODE.kind) & 0xff] ?? 'null';
  }

  /** The containing object or array, or -1. */
  parent(node: number): number {
    return this.#field(node, NODE.parent);
  }

  /** Members of an object, elements of an array, 0 for a scalar. */
  childCount(node: number): number {
    return this.#field(node, NODE.count);
  }

  firstChild(node: number): number {
    return this.childCount(node) === 0 ? -1 : node + 1;
  }

  nextSibling(node: number): number {
    const next = this.#field(node, NODE.next);
    const parent = this.parent(node);
    return parent >= 0 && next < this.#field(parent, NODE.next) ? next : -1;
  }

  /** The number of the first node after this one and everything in it. */
  subtreeEnd(node: number): number {
    return this.#field(node, NODE.next);
  }

  *children(node: number): Generator<number> {
    for (let child = this.firstChild(node); child >= 0; child = this.nextSibling(child)) yield child;
  }

  hasFlag(node: number, flag: number): boolean {
    return (this.#field(node, NODE.kind) & flag) !== 0;
  }

  /** A later member has the same name, and most parsers keep that one. */
  isShadowed(node: number): boolean {
    return this.hasFlag(node, FLAG.shadowed);
  }

  /** The bytes of the value, quotes included. */
  valueRange(node: number): Range {
    return { start: this.#field(node, NODE.start), end: this.#field(node, NODE.end) };
  }

  /** The bytes of the member's name, quotes included; null for elements and the root. */
  nameRange(node: number): Range | null {
    const start = this.#field(node, NODE.nameStart);
    return start < 0 ? null : { start, end: this.#field(node, NODE.nameEnd) };
  }

  /** From the name, if there is one, to the end of the value. */
  memberRange(node: number): Range {
    const { start, end } = this.valueRange(node);
    return { start: this.nameRange(node)?.start ?? start, end };
  }

  /** The member's name as a parser reads it; null for elements and the root. */
  name(node: number): string | null {
    const start = this.#field(node, NODE.nameStart);
    if (start < 0) return null;
    const end = this.#field(node, NODE.nameEnd);
    return this.#string(start, end, this.hasFlag(node, FLAG.nameEscape));
  }

  /** The content of a string as a parser reads it; null for other kinds. Not made safe to show: see `toVisible`. */
  string(node: number): string | null {
    if (this.kind(node) !== 'string') return null;
    const { start, end } = this.valueRange(node);
    return this.#string(start, end, this.hasFlag(node, FLAG.escape));
  }

  /** The value as written, `1e400` or `"\u0073ub"`. Bad bytes are named, see `decodeUtf8`. */
  literal(node: number): string {
    const { start, end } = this.valueRange(node);
    return this.#text(start, end);
  }

  /** The member that a parser would keep for this name, or -1. */
  member(object: number, name: string): number {
    if (object < 0 || object >= this.size || this.kind(object) !== 'object') return -1;
    if (object === 0 && this.childCount(0) > 16) return this.#indexOfRoot().get(name) ?? -1;
    let found = -1;
    for (let child = this.firstChild(object); child >= 0; child = this.nextSibling(child)) {
      if (this.name(child) === name) found = child;
    }
    return found;
  }

  /** `name` among the members of the root, as a string; null if it is absent or not a string. */
  rootString(name: string): string | null {
    const node = this.member(0, name);
    return node < 0 ? null : this.string(node);
  }

  #indexOfRoot(): ReadonlyMap<string, number> {
    if (this.#rootIndex) return this.#rootIndex;
    const index = new Map<string, number>();
    for (let child = this.firstChild(0); child >= 0; child = this.nextSibling(child)) {
      index.set(this.name(child) ?? '', child);
    }
    this.#rootIndex = index;
    return index;
  }

  #string(start: number, end: number, escapes: boolean): string {
    const closed = end - start >= 2 && this.bytes[end - 1] === 0x22;
    const inner = this.#text(start + 1, closed ? end - 1 : end);
    return escapes ? unescapeJsonString(inner) : inner;
  }

  #text(start: number, end: number): string {
    if (this.beyondAscii) return decodeUtf8(this.bytes, start, end);
    this.#ascii ??= decodeUtf8(this.bytes);
    return this.#ascii.slice(start, end);
  }

  #field(node: number, field: number): number {
    return this.#nodes.get(node, field);
  }
}
