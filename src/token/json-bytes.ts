import { FLAG } from './json-nodes.ts';

/** The lexical rules of JSON (RFC 8259 §6 and §7) over bytes. */

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** A letter of a word such as `true`, `NaN` or `undefined`. */
export function isWordByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || byte === 0x5f || byte === 0x24;
}

/** Any byte that can occur in a number, in whatever order. */
export function isNumberByte(byte: number): boolean {
  return isDigit(byte) || byte === 0x2d || byte === 0x2b || byte === 0x2e || (byte | 0x20) === 0x65;
}

/** Where the whitespace that begins here ends. */
export function whitespaceEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;) {
    at += 1;
    byte = bytes[at];
  }
  return at;
}

/** The first byte of any value, sound or not. */
export function startsValue(byte: number): boolean {
  return byte === 0x22 || byte === 0x7b || byte === 0x5b || isDigit(byte) || isWordByte(byte);
}

/** True if these bytes spell the ASCII word. */
export function isWord(bytes: Uint8Array, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i += 1) {
    if (bytes[start + i] !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** `malformed`, or whether the number has a fraction or an exponent. */
export type NumberShape = 'malformed' | 'integer' | 'fraction';

/** Checks `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`. */
export function numberShape(bytes: Uint8Array, start: number, end: number): NumberShape {
  const whole = bytes[start] === 0x2d ? start + 1 : start;
  let at = digitsEnd(bytes, whole, end);
  if (at === whole || (bytes[whole] === 0x30 && at > whole + 1)) return 'malformed';
  let shape: NumberShape = 'integer';
  if (at < end && bytes[at] === 0x2e) {
    shape = 'fraction';
    const from = at + 1;
    at = digitsEnd(bytes, from, end);
    if (at === from) return 'malformed';
  }
  if (at < end && ((bytes[at] ?? 0) | 0x20) === 0x65) {
    shape = 'fraction';
    const signed = bytes[at + 1] === 0x2b || bytes[at + 1] === 0x2d;
    const from = at + (signed ? 2 : 1);
    at = digitsEnd(bytes, from, end);
    if (at === from) return 'malformed';
  }
  return at === end ? shape : 'malformed';
}

function digitsEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}

/** Receives what is wrong inside a string. */
export type StringFaultReport = (code: 'json-control-character' | 'json-escape', start: number, end: number) => void;

/** Passes over strings. The result stays in `end`, `flags` and `closed` until the next one. */
export class StringScan {
  /** Behind the closing quote, or the end of the input. */
  end = 0;
  /** `FLAG.escape`, `FLAG.beyondAscii`. */
  flags = 0;
  closed = true;
  /** Any string so far had bytes beyond ASCII. */
  sawBeyondAscii = false;
  readonly #bytes: Uint8Array;
  readonly #report: StringFaultReport;

  constructor(bytes: Uint8Array, report: StringFaultReport) {
    this.#bytes = bytes;
    this.#report = report;
  }

  /** `start` is the opening quote. */
  pass(start: number): void {
    const bytes = this.#bytes;
    const length = bytes.length;
    let at = start + 1;
    this.flags = 0;
    this.closed = true;
    while (at < length) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x22) {
        this.end = at + 1;
        return;
      }
      if (byte === 0x5c) {
        at += this.#passEscape(at);
        continue;
      }
      if (byte < 0x20) this.#report('json-control-character', at, at + 1);
      if (byte < 0x20 || byte >= 0x7f) this.flags |= FLAG.beyondAscii;
      if (byte >= 0x80) this.sawBeyondAscii = true;
      at += 1;
    }
    this.end = length;
    this.closed = false;
  }

  /** The length of the escape: 2, or 6 for `\uXXXX`. One that does not exist is reported and counts as the backslash alone. */
  #passEscape(at: number): number {
    const bytes = this.#bytes;
    const letter = bytes[at + 1] ?? 0;
    this.flags |= FLAG.escape;
    if (letter === 0x75) {
      let digits = 0;
      while (digits < 4 && isHexDigit(bytes[at + 2 + digits] ?? 0)) digits += 1;
      if (digits === 4) {
        this.flags |= FLAG.beyondAscii;
        return 6;
      }
    } else if (SHORT_ESCAPES.includes(letter)) {
      // \b and \f are control characters worth a look; \n, \r and \t are ordinary text
      if (letter === 0x62 || letter === 0x66) this.flags |= FLAG.beyondAscii;
      return 2;
    }
    this.#report('json-escape', at, Math.min(at + 2, bytes.length));
    return 1;
  }
}

/** `"` `\` `/` `b` `f` `n` `r` `t` */
const SHORT_ESCAPES = [0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74];

function isHexDigit(byte: number): boolean {
  const lower = byte | 0x20;
  return isDigit(byte) || (lower >= 0x61 && lower <= 0x66);
}
