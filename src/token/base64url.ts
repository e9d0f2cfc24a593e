import type { Range } from './findings.ts';
import { decodeUtf8 } from './utf8.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Faults are listed up to this many and counted beyond it. */
const LISTED_FAULTS = 64;

/**
 * What is wrong with a base64url text, and where in it (RFC 7515 §2, RFC 4648 §5).
 * - `padding`: `=`, which JOSE leaves out.
 * - `alphabet`: `+` or `/`, the letters of plain base64.
 * - `whitespace`: spaces, line breaks, no-break and zero-width characters, byte order marks.
 * - `character`: anything else.
 * - `length`: 4n+1 letters: the last one carries only six bits of a byte.
 * - `trailing-bits`: the last letter carries bits that belong to no byte, and they are not zero (RFC 4648 §3.5): another spelling
 *   of the same bytes.
 */
export interface Base64urlFault extends Range {
  readonly kind: 'padding' | 'alphabet' | 'whitespace' | 'character' | 'length' | 'trailing-bits';
}

/** A base64url text with all that could be decoded from it. */
export interface Base64url {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** How many characters of the text are letters of an alphabet, six bits each. */
  readonly letters: number;
  /** Where letter i stands in the text; null when every character is a letter, so that letter i is character i. */
  readonly positions: Uint32Array | null;
  readonly faults: readonly Base64urlFault[];
  /** How many more faults there are than are listed. */
  readonly unlistedFaults: number;
}

const OTHER = 64;
const PADDING = 65;
const WHITESPACE = 66;
/** Six-bit value by character code; `+` and `/` are found by a look at the code itself. */
const VALUES = valueTable();

function valueTable(): Uint8Array {
  const table = new Uint8Array(128).fill(OTHER);
  for (let value = 0; value < 64; value += 1) table[ALPHABET.charCodeAt(value)] = value;
  table[0x2b] = 62;
  table[0x2f] = 63;
  table[0x3d] = PADDING;
  for (const code of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]) table[code] = WHITESPACE;
  return table;
}

const WIDE_WHITESPACE = /[\p{White_Space}\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]/u;

function valueOf(code: number): number {
  if (code < 128) return VALUES[code] ?? OTHER;
  return WIDE_WHITESPACE.test(String.fromCharCode(code)) ? WHITESPACE : OTHER;
}

/** As `VALUES`, without the letters of plain base64, which have no place in a token. */
const STRICT_VALUES = VALUES.with(0x2b, OTHER).with(0x2f, OTHER);

/** Decodes what can be decoded and says what is wrong. Never throws. */
export function decodeBase64url(text: string): Base64url {
  const { length } = text;
  const whole = length - (length % 4);
  const bytes = new Uint8Array(Math.floor((length * 6) / 8));
  let at = 0;
  for (let i = 0; i < whole; i += 4) {
    const first = strictValue(text.charCodeAt(i));
    const second = strictValue(text.charCodeAt(i + 1));
    const third = strictValue(text.charCodeAt(i + 2));
    const fourth = strictValue(text.charCodeAt(i + 3));
    if ((first | second | third | fourth) >= OTHER) return decodeFaulty(text);
    const bits = (first << 18) | (second << 12) | (third << 6) | fourth;
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
    at += 3;
  }
  const rest = Uint8Array.from({ length: length - whole }, (_, i) => strictValue(text.charCodeAt(whole + i)));
  if (rest.some((value) => value >= OTHER)) return decodeFaulty(text);
  const fault = decodeRest(rest, bytes, at);
  const faults = fault === null ? [] : [{ kind: fault, start: length - 1, end: length }];
  return { text, bytes, letters: length, positions: null, faults, unlistedFaults: 0 };
}

function strictValue(code: number): number {
  return code < 128 ? (STRICT_VALUES[code] ?? OTHER) : OTHER;
}

/** The slow way, for texts with characters that do not belong: they are skipped and reported, runs of one kind as one fault. */
function decodeFaulty(text: string): Base64url {
  const sextets = new Uint8Array(text.length);
  const positions = new Uint32Array(text.length);
  const faults: { kind: Base64urlFault['kind']; start: number; end: number }[] = [];
  let unlistedFaults = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const value = valueOf(code);
    if (value < OTHER) {
      sextets[letters] = value;
      positions[letters] = i;
      letters += 1;
    }
    const kind = faultKind(value, code);
    if (kind === null) continue;
    const last = faults.at(-1);
    if (last?.kind === kind && last.end === i) last.end = i + 1;
    else if (faults.length < LISTED_FAULTS) faults.push({ kind, start: i, end: i + 1 });
    else unlistedFaults += 1;
  }
  const bytes = bytesOf(sextets.subarray(0, letters), positions, faults);
  return { text, bytes, letters, positions, faults, unlistedFaults };
}

function faultKind(value: number, code: number): Base64urlFault['kind'] | null {
  if (value < OTHER) return code === 0x2b || code === 0x2f ? 'alphabet' : null;
  if (value === PADDING) return 'padding';
  return value === WHITESPACE ? 'whitespace' : 'character';
}

/** Joins sextets to bytes, and reports what is wrong with the last of them. */
function bytesOf(sextets: Uint8Array, positions: Uint32Array, faults: Base64urlFault[]): Uint8Array {
  const letters = sextets.length;
  const bytes = new Uint8Array(Math.floor((letters * 6) / 8));
  const whole = letters - (letters % 4);
  let at = 0;
  for (let i = 0; i < whole; i += 4) {
    const bits =
      ((sextets[i] ?? 0) << 18) | ((sextets[i + 1] ?? 0) << 12) | ((sextets[i + 2] ?? 0) << 6) | (sextets[i + 3] ?? 0);
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
    at += 3;
  }
  const kind = decodeRest(sextets.subarray(whole), bytes, at);
  const start = positions[letters - 1] ?? 0;
  if (kind !== null) faults.push({ kind, start, end: start + 1 });
  return bytes;
}

/** Writes the bytes of the up to three sextets behind the last four, and says what is wrong with the last of them. */
function decodeRest(rest: Uint8Array, bytes: Uint8Array, at: number): 'length' | 'trailing-bits' | null {
  const [first = 0, second = 0, third = 0] = rest;
  if (rest.length >= 2) bytes[at] = (first << 2) | (second >> 4);
  if (rest.length === 3) bytes[at + 1] = (second << 4) | (third >> 2);
  if (rest.length === 1) return 'length';
  const spare = rest.length === 2 ? second & 0b1111 : third & 0b11;
  return spare === 0 ? null : 'trailing-bits';
}

const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));

/** The one canonical spelling of these bytes: no padding, spare bits zero. */
export function encodeBase64url(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 8) / 6));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let shift = 18; shift >= 0 && at < codes.length; shift -= 6) {
      codes[at] = CODES[(bits >> shift) & 63] ?? 0;
      at += 1;
    }
  }
  return decodeUtf8(codes);
}

/** The letter that a canonical encoder would write instead of this one, where only the first bits of it carry data. */
export function canonicalLetter(letter: string, spareBits: number): string {
  const value = valueOf(letter.charCodeAt(0));
  return value < OTHER ? ALPHABET.charAt((value >> spareBits) << spareBits) : letter;
}
