/**
 * Raw DEFLATE (RFC 1951), synchronous and with a ceiling: enough to look into what was compressed without trusting its size.
 * Never throws; broken or endless data gives what could be had.
 */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** `complete`: the stream ended. `capped`: there is more than `limit` bytes. `broken`: it is no DEFLATE stream. */
  readonly end: 'complete' | 'capped' | 'broken';
}

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** How many codes there are of each length, and the symbols in the order of their codes. */
interface Huffman {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** Inflates at most `limit` bytes. */
export function inflateRaw(input: Uint8Array, limit: number): Inflated {
  const stream = new Inflater(input, limit);
  const end = stream.run();
  return { bytes: stream.output(), end };
}

class Inflater {
  readonly #input: Uint8Array;
  readonly #out: Uint8Array;
  #size = 0;
  #at = 0;
  #bit = 0;

  constructor(input: Uint8Array, limit: number) {
    this.#input = input;
    // One byte of input gives at most 1032 bytes (RFC 1951 has no run longer than 258 in two bits).
    this.#out = new Uint8Array(Math.min(limit, input.length * 1032));
  }

  output(): Uint8Array {
    return this.#out.subarray(0, this.#size);
  }

  run(): Inflated['end'] {
    for (;;) {
      const isLast = this.#bits(1);
      const type = this.#bits(2);
      const state = type === 0 ? this.#stored() : this.#compressed(type);
      if (state !== 'complete') return state;
      if (isLast !== 0) return this.#isPastEnd() ? 'broken' : 'complete';
    }
  }

  #isPastEnd(): boolean {
    return this.#at > this.#input.length;
  }

  /** Past the end of the input all bits are zero; every loop checks `#isPastEnd`. */
  #bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i += 1) {
      value |= (((this.#input[this.#at] ?? 0) >> this.#bit) & 1) << i;
      this.#bit += 1;
      if (this.#bit === 8) {
        this.#bit = 0;
        this.#at += 1;
      }
    }
    return value;
  }

  #stored(): Inflated['end'] {
    if (this.#bit > 0) this.#at += 1;
    this.#bit = 0;
    const length = this.#bits(16);
    const check = this.#bits(16);
    if ((length ^ check) !== 0xffff || this.#at + length > this.#input.length) return 'broken';
    const room = this.#out.length - this.#size;
    const taken = this.#input.subarray(this.#at, this.#at + Math.min(length, room));
    this.#out.set(taken, this.#size);
    this.#size += taken.length;
    this.#at += length;
    return taken.length < length ? 'capped' : 'complete';
  }

  #compressed(type: number): Inflated['end'] {
    const tables = type === 1 ? FIXED : type === 2 ? this.#dynamicTables() : null;
    if (tables === null) return 'broken';
    for (;;) {
      const symbol = this.#symbol(tables.literals);
      if (symbol < 0 || this.#isPastEnd()) return 'broken';
      if (symbol === 256) return 'complete';
      if (symbol > 256) {
        const state = this.#copy(symbol - 257, tables.distances);
        if (state !== 'complete') return state;
      } else if (this.#size === this.#out.length) return 'capped';
      else {
        this.#out[this.#size] = symbol;
        this.#size += 1;
      }
    }
  }

  #copy(code: number, distances: Huffman): Inflated['end'] {
    const length = (LENGTH_BASE[code] ?? 0) + this.#bits(LENGTH_EXTRA[code] ?? 0);
    const symbol = this.#symbol(distances);
    if (length < 3 || symbol < 0 || symbol > 29) return 'broken';
    const distance = (DISTANCE_BASE[symbol] ?? 0) + this.#bits(DISTANCE_EXTRA[symbol] ?? 0);
    if (distance > this.#size) return 'broken';
    for (let i = 0; i < length; i += 1) {
      if (this.#size === this.#out.length) return 'capped';
      this.#out[this.#size] = this.#out[this.#size - distance] ?? 0;
      this.#size += 1;
    }
    return 'complete';
  }

  #symbol({ counts, symbols }: Huffman): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= 15; length += 1) {
      code |= this.#bits(1);
      const count = counts[length] ?? 0;
      if (code - first < count) return symbols[index + code - first] ?? -1;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

  #dynamicTables() {
    const literalCount = this.#bits(5) + 257;
    const distanceCount = this.#bits(5) + 1;
    const codeCount = this.#bits(4) + 4;
    const codeLengths = new Uint8Array(19);
    for (const order of CODE_LENGTH_ORDER.slice(0, codeCount)) codeLengths[order] = this.#bits(3);
    const codes = huffman(codeLengths);
    const lengths = new Uint8Array(literalCount + distanceCount);
    for (let i = 0; i < lengths.length;) {
      const symbol = this.#symbol(codes);
      if (symbol < 0 || this.#isPastEnd()) return null;
      if (symbol < 16) {
        lengths[i] = symbol;
        i += 1;
        continue;
      }
      const value = symbol === 16 ? (lengths[i - 1] ?? 0) : 0;
      const run = this.#bits(symbol === 18 ? 7 : symbol === 17 ? 3 : 2) + (symbol === 18 ? 11 : 3);
      lengths.fill(value, i, i + run);
      i += run;
    }
    return {
      literals: huffman(lengths.subarray(0, literalCount)),
      distances: huffman(lengths.subarray(literalCount)),
    };
  }
}

function huffman(lengths: Uint8Array): Huffman {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(16);
  for (let i = 1; i < 16; i += 1) offsets[i] = (offsets[i - 1] ?? 0) + (counts[i - 1] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const offset = offsets[length] ?? 0;
    symbols[offset] = symbol;
    offsets[length] = offset + 1;
  });
  return { counts, symbols };
}

const FIXED = {
  literals: huffman(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distances: huffman(new Uint8Array(30).fill(5)),
};
