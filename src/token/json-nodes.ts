export const JSON_KINDS = ['object', 'array', 'string', 'number', 'true', 'false', 'null'] as const;
export type JsonKind = (typeof JSON_KINDS)[number];

/** The numbers kept for each node. Offsets are bytes. */
export const NODE = {
  /** Index in `JSON_KINDS`, with the flags above it. */
  kind: 0,
  start: 1,
  end: 2,
  /** The member's name, quotes included; -1 for elements and the root. */
  nameStart: 3,
  nameEnd: 4,
  /** The containing node, -1 for the root. */
  parent: 5,
  /** The number of the first node behind this one and everything in it. */
  next: 6,
  /** Members or elements. */
  count: 7,
} as const;
const FIELDS = 8;
/** So many nodes fit before the table must grow. */
const FIRST = 32;

/** Bits above the kind. */
export const FLAG = {
  /** The string has escapes. */
  escape: 0x100,
  /** The string has bytes, or escapes that stand for characters, other than printable ASCII. */
  beyondAscii: 0x200,
  /** The same two of the member's name. */
  nameEscape: 0x400,
  nameBeyondAscii: 0x800,
  /** The number has a fraction or an exponent. */
  fraction: 0x1000,
  /** The input ended, or broke off, inside this object or array. */
  unclosed: 0x2000,
  /** A later member of the same object has the same name: most parsers keep only that one. */
  shadowed: 0x4000,
} as const;

/**
 * The nodes of a JSON text in document order, eight numbers each in one array: a megabyte of `[[[[…` or `1,1,1,…` costs no objects.
 */
export class NodeTable {
  #numbers: Int32Array = new Int32Array(FIELDS * FIRST);
  #size = 0;

  /** The table that these numbers were taken from. */
  static of(numbers: Int32Array): NodeTable {
    const table = new NodeTable();
    table.#numbers = numbers;
    table.#size = numbers.length / FIELDS;
    return table;
  }

  /** All that is in it, in one piece that can go to another thread: see `of`. */
  numbers(): Int32Array<ArrayBuffer> {
    return this.#numbers.slice(0, this.#size * FIELDS);
  }

  get size(): number {
    return this.#size;
  }

  get(node: number, field: number): number {
    return this.#numbers[node * FIELDS + field] ?? -1;
  }

  kind(node: number): number {
    return this.get(node, NODE.kind) & 0xff;
  }

  /** Adds a node behind all others and counts it in its parent. Its `next` is itself plus one until it is closed. */
  add(kind: number, start: number, end: number, nameStart: number, nameEnd: number, parent: number): number {
    const row = this.#size * FIELDS;
    if (row === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    numbers[row + NODE.kind] = kind;
    numbers[row + NODE.start] = start;
    numbers[row + NODE.end] = end;
    numbers[row + NODE.nameStart] = nameStart;
    numbers[row + NODE.nameEnd] = nameEnd;
    numbers[row + NODE.parent] = parent;
    this.#size += 1;
    numbers[row + NODE.next] = this.#size;
    if (parent >= 0) {
      const count = parent * FIELDS + NODE.count;
      numbers[count] = (numbers[count] ?? 0) + 1;
    }
    return this.#size - 1;
  }

  /** Ends an object or array: all nodes added since lie in it. */
  close(node: number, end: number): void {
    const row = node * FIELDS;
    this.#numbers[row + NODE.end] = end;
    this.#numbers[row + NODE.next] = this.#size;
  }

  flag(node: number, flag: number): void {
    const row = node * FIELDS;
    this.#numbers[row + NODE.kind] = (this.#numbers[row + NODE.kind] ?? 0) | flag;
  }

  #grow(): void {
    const larger = new Int32Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
