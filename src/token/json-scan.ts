import {
  StringScan,
  isDigit,
  isNumberByte,
  isWord,
  isWordByte,
  numberShape,
  startsValue,
  whitespaceEnd,
} from './json-bytes.ts';
import { JsonFaults, unexpectedCode } from './json-faults.ts';
import { markShadowedMembers } from './json-duplicates.ts';
import { FLAG, JSON_KINDS, NODE, NodeTable } from './json-nodes.ts';
import { JsonTree, type JsonFaultCode } from './json-tree.ts';
import { hasUtf8Bom } from './utf8.ts';

const OBJECT = JSON_KINDS.indexOf('object');
const ARRAY = JSON_KINDS.indexOf('array');
const STRING = JSON_KINDS.indexOf('string');
const NUMBER = JSON_KINDS.indexOf('number');

/** What the grammar allows next. */
type Expecting = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'comma-or-end' | 'done' | 'stopped';

/**
 * Scans JSON (RFC 8259) in one pass, without recursion and without ever throwing. Where the meaning is plain it goes on after a
 * fault (a trailing comma, a raw line break in a string, text behind the end); elsewhere it stops and keeps what it has.
 */
export function scanJson(bytes: Uint8Array): JsonTree {
  return new Scanner(bytes).run();
}

class Scanner {
  readonly #bytes: Uint8Array;
  readonly #nodes = new NodeTable();
  readonly #strings: StringScan;
  readonly #faults = new JsonFaults();
  #expecting: Expecting = 'value';
  #at = 0;
  /** The innermost open object or array. */
  #container = -1;
  #level = 0;
  #depth = 0;
  /** The name of the member whose value comes next. */
  #nameStart = -1;
  #nameEnd = -1;
  #nameFlags = 0;
  /** The comma just passed, -1 if none. */
  #comma = -1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#strings = new StringScan(bytes, (code, start, end) => this.#faults.add(code, start, end));
  }

  run(): JsonTree {
    const bytes = this.#bytes;
    const hasBom = hasUtf8Bom(bytes);
    if (hasBom) this.#at = 3;
    while (this.#expecting !== 'done' && this.#expecting !== 'stopped') {
      this.#skipWhitespace();
      const byte = bytes[this.#at];
      if (byte === undefined) this.#stopAtEnd();
      else if (this.#expecting === 'comma-or-end') this.#readSeparator(byte);
      else if (this.#expecting === 'name' || this.#expecting === 'name-or-end') {
        this.#readName(byte);
      } else this.#readValue(byte);
    }
    if (this.#expecting === 'done') this.#checkNothingFollows();
    for (; this.#container >= 0; this.#leave()) this.#nodes.flag(this.#container, FLAG.unclosed);
    const tree = new JsonTree({
      bytes,
      nodes: this.#nodes,
      faults: this.#faults.listed,
      unlistedFaults: this.#faults.unlisted,
      depth: this.#depth,
      beyondAscii: hasBom || this.#strings.sawBeyondAscii,
    });
    markShadowedMembers(tree, this.#nodes);
    return tree;
  }

  // values

  #readValue(byte: number): void {
    if (byte === 0x22) this.#readString();
    else if (byte === 0x7b) this.#open(OBJECT);
    else if (byte === 0x5b) this.#open(ARRAY);
    else if (isDigit(byte) || byte === 0x2d || byte === 0x2b || byte === 0x2e) this.#readNumber();
    else if (byte === 0x5d && this.#expecting === 'value-or-end') this.#close();
    else if (byte === 0x5d && this.#comma >= 0 && this.#isIn(ARRAY)) this.#closeAfterComma();
    else if (isWordByte(byte)) this.#readWord();
    else this.#stopAt(byte);
  }

  #readString(): void {
    const start = this.#at;
    this.#strings.pass(start);
    this.#at = this.#strings.end;
    this.#add(STRING | this.#strings.flags, start);
  }

  #readNumber(): void {
    const start = this.#at;
    let end = start + 1;
    while (isNumberByte(this.#bytes[end] ?? 0)) end += 1;
    this.#at = end;
    const shape = numberShape(this.#bytes, start, end);
    if (shape === 'malformed') this.#faults.add('json-number', start, end);
    this.#add(shape === 'integer' ? NUMBER : NUMBER | FLAG.fraction, start);
  }

  #readWord(): void {
    const start = this.#at;
    let end = start + 1;
    while (isWordByte(this.#bytes[end] ?? 0)) end += 1;
    const kind = JSON_KINDS.findIndex((word) => isWord(this.#bytes, start, end, word));
    if (kind <= NUMBER) {
      this.#stop('json-word', start, end);
      return;
    }
    this.#at = end;
    this.#add(kind, start);
  }

  #add(kind: number, start: number): number {
    const node = this.#nodes.add(
      kind | this.#nameFlags,
      start,
      this.#at,
      this.#nameStart,
      this.#nameEnd,
      this.#container,
    );
    this.#nameStart = -1;
    this.#nameEnd = -1;
    this.#nameFlags = 0;
    this.#depth = Math.max(this.#depth, 1);
    this.#expecting = this.#container < 0 ? 'done' : 'comma-or-end';
    return node;
  }

  // objects and arrays

  #open(kind: number): void {
    this.#container = this.#add(kind, this.#at);
    this.#at += 1;
    this.#level += 1;
    this.#depth = Math.max(this.#depth, this.#level);
    this.#comma = -1;
    this.#expecting = kind === OBJECT ? 'name-or-end' : 'value-or-end';
  }

  /** The byte here is the closing bracket or brace. */
  #close(): void {
    this.#at += 1;
    this.#leave();
    this.#expecting = this.#container < 0 ? 'done' : 'comma-or-end';
  }

  #closeAfterComma(): void {
    this.#faults.add('json-trailing-comma', this.#comma, this.#comma + 1);
    this.#close();
  }

  #leave(): void {
    this.#nodes.close(this.#container, this.#at);
    this.#container = this.#nodes.get(this.#container, NODE.parent);
    this.#level -= 1;
  }

  #readSeparator(byte: number): void {
    const inObject = this.#isIn(OBJECT);
    if (byte === 0x2c) {
      this.#comma = this.#at;
      this.#at += 1;
      this.#expecting = inObject ? 'name' : 'value';
    } else if (byte === (inObject ? 0x7d : 0x5d)) this.#close();
    else if (startsValue(byte)) this.#stop('json-comma', this.#at, this.#at + 1);
    else this.#stopAt(byte);
  }

  #readName(byte: number): void {
    if (byte === 0x22) this.#readQuotedName();
    else if (byte === 0x7d && this.#expecting === 'name-or-end') this.#close();
    else if (byte === 0x7d) this.#closeAfterComma();
    else if (startsValue(byte)) this.#stop('json-name', this.#at, this.#at + 1);
    else this.#stopAt(byte);
  }

  #readQuotedName(): void {
    const start = this.#at;
    this.#strings.pass(start);
    const { end, flags } = this.#strings;
    this.#at = end;
    this.#skipWhitespace();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) {
      this.#stopAtEnd();
      return;
    }
    if (byte !== 0x3a) {
      this.#stop('json-colon', this.#at, this.#at + 1);
      return;
    }
    this.#at += 1;
    this.#nameStart = start;
    this.#nameEnd = end;
    this.#nameFlags = flags << 2; // escape → nameEscape, beyondAscii → nameBeyondAscii
    this.#comma = -1;
    this.#expecting = 'value';
  }

  #isIn(kind: number): boolean {
    return this.#container >= 0 && this.#nodes.kind(this.#container) === kind;
  }

  #skipWhitespace(): void {
    this.#at = whitespaceEnd(this.#bytes, this.#at);
  }

  // faults

  #checkNothingFollows(): void {
    if (!this.#strings.closed) this.#faults.add('json-unclosed', this.#at, this.#at);
    this.#skipWhitespace();
    const end = this.#bytes.length;
    if (this.#at < end) this.#faults.add('json-text-after', this.#at, end);
  }

  #stop(code: JsonFaultCode, start: number, end: number): void {
    this.#faults.add(code, start, end);
    this.#at = start;
    this.#expecting = 'stopped';
  }

  #stopAtEnd(): void {
    const end = this.#bytes.length;
    this.#stop(this.#nodes.size === 0 ? 'json-empty' : 'json-unclosed', end, end);
  }

  #stopAt(byte: number): void {
    const code = unexpectedCode(byte, this.#bytes[this.#at + 1]);
    this.#stop(code, this.#at, this.#at + 1);
  }
}
