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

/** Letter by value. */
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));

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

/** Decodes what can be decoded and says what is wrong. Never throws. */
export function decodeBase64url(text: string): Base64url {
  const decoded = decodeLetters(text);
  if (decoded === null) return decodeFaulty(text);
  const { length } = text;
  const faults = faultsAt(length - 1, decoded.fault);
  return { text, bytes: decoded.bytes, letters: length, positions: null, faults, unlistedFaults: 0 };
}

interface DecodedLetters {
  readonly bytes: Uint8Array;
  /** What is wrong with the last letter. */
  readonly fault: 'length' | 'trailing-bits' | null;
}

/** Decodes a text of letters alone; null if there is anything else in it. */
function decodeLetters(text: string): DecodedLetters | null {
  const { length } = text;
  const rest = length % 4;
  const whole = length - rest;
  const bytes = new Uint8Array(Math.floor((length * 6) / 8));
  let at = 0;
  for (let i = 0; i < whole; i += 4) {
    const first = letterValue(text, i);
    const second = letterValue(text, i + 1);
    const third = letterValue(text, i + 2);
    const fourth = letterValue(text, i + 3);
    if ((first | second | third | fourth) >= OTHER) return null;
    const bits = (first << 18) | (second << 12) | (third << 6) | fourth;
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
    at += 3;
  }
  let bits = 0;
  for (let i = whole; i < length; i += 1) {
    const value = letterValue(text, i);
    if (value >= OTHER) return null;
    bits = (bits << 6) | value;
  }
  // Two letters are a byte and four bits, three are two bytes and two bits.
  if (rest >= 2) bytes[at] = bits >> (rest === 2 ? 4 : 10);
  if (rest === 3) bytes[at + 1] = bits >> 2;
  const spare = rest === 2 ? 0b1111 : rest === 3 ? 0b11 : 0;
  return { bytes, fault: rest === 1 ? 'length' : (bits & spare) === 0 ? null : 'trailing-bits' };
}

/** `OTHER` or more for what is no letter of base64url, `+` and `/` too. */
function letterValue(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 && code !== 0x2b && code !== 0x2f ? (VALUES[code] ?? OTHER) : OTHER;
}

function faultsAt(place: number, kind: DecodedLetters['fault']): readonly Base64urlFault[] {
  return kind === null ? [] : [{ kind, start: place, end: place + 1 }];
}

/** The slow way, for texts with characters that do not belong: they are skipped and reported, runs of one kind as one fault. */
function decodeFaulty(text: string): Base64url {
  const codes = new Uint8Array(text.length);
  const positions = new Uint32Array(text.length);
  const faults: { kind: Base64urlFault['kind']; start: number; end: number }[] = [];
  let unlistedFaults = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const value = valueOf(code);
    if (value < OTHER) {
      codes[letters] = CODES[value] ?? 0;
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
  const decoded = decodeLetters(decodeUtf8(codes, 0, letters));
  const atEnd = faultsAt(positions[letters - 1] ?? 0, decoded?.fault ?? null);
  const bytes = decoded?.bytes ?? new Uint8Array();
  return { text, bytes, letters, positions, faults: [...faults, ...atEnd], unlistedFaults };
}

function faultKind(value: number, code: number): Base64urlFault['kind'] | null {
  if (value < OTHER) return code === 0x2b || code === 0x2f ? 'alphabet' : null;
  if (value === PADDING) return 'padding';
  return value === WHITESPACE ? 'whitespace' : 'character';
}

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
