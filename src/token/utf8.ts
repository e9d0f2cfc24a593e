/**
 * UTF-8 by hand (RFC 3629): `TextDecoder` would hide bad bytes behind U+FFFD, and a token must be shown as it is.
 */

/** Below this many bytes a plain loop is faster than anything else. */
const SHORT = 32;
/** The bits that bytes beyond ASCII have, in four of them. */
const HIGH_BITS = 0x80808080;

/**
 * The length of the well-formed UTF-8 sequence that starts here, or 0 if there is none. Overlong forms, surrogates and anything
 * beyond U+10FFFF are not well-formed (RFC 3629 §4).
 */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
  if (first < 0xe0) return isContinuation(second) ? 2 : 0;
  const third = at + 2 < end ? (bytes[at + 2] ?? 0) : 0;
  if (first < 0xf0) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && isContinuation(third) ? 3 : 0;
  }
  const fourth = at + 3 < end ? (bytes[at + 3] ?? 0) : 0;
  const low = first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xf4 ? 0x8f : 0xbf;
  const good = second >= low && second <= high && isContinuation(third) && isContinuation(fourth);
  return good ? 4 : 0;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** The offset of the first byte from `start` on that is not part of well-formed UTF-8, or -1. */
export function firstInvalidUtf8(bytes: Uint8Array, start = 0, end = bytes.length): number {
  for (let at = start; at < end;) {
    if ((bytes[at] ?? 0) < 0x80) {
      at = asciiEnd(bytes, at + 1, end);
      continue;
    }
    const length = sequenceLength(bytes, at, end);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Where the ASCII that begins here ends, or up to three bytes before: it goes four at a time once there is a good deal of it. */
function asciiEnd(bytes: Uint8Array, start: number, end: number): number {
  const near = Math.min(end, start + SHORT + (-(bytes.byteOffset + start) & 3));
  let at = start;
  while (at < near && (bytes[at] ?? 0) < 0x80) at += 1;
  if (at < near || at === end) return at;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2);
  let word = 0;
  while (word < words.length && ((words[word] ?? 0) & HIGH_BITS) === 0) word += 1;
  return at + word * 4;
}

/** How many bytes are not part of well-formed UTF-8. */
export function countInvalidUtf8(bytes: Uint8Array): number {
  let count = 0;
  for (let at = firstInvalidUtf8(bytes); at >= 0; at = firstInvalidUtf8(bytes, at + 1)) count += 1;
  return count;
}

const PIECE = 4096;
const PLATFORM_ENCODER = new TextEncoder();
/** Only ever given well-formed UTF-8. */
const PLATFORM_DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Decodes the bytes from `start` to `end`. A bad byte becomes four characters that name it, `\xFF`; whether there are any,
 * `firstInvalidUtf8` tells.
 */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (end - start > SHORT && firstInvalidUtf8(bytes, start, end) < 0) {
    return PLATFORM_DECODER.decode(bytes.subarray(start, end));
  }
  const pieces: string[] = [];
  let text = '';
  for (let at = start; at < end;) {
    const length = sequenceLength(bytes, at, end);
    const first = bytes[at] ?? 0;
    text += length === 0 ? namedByte(first) : String.fromCodePoint(codePoint(bytes, at, length));
    at += length === 0 ? 1 : length;
    if (text.length > PIECE) {
      pieces.push(text);
      text = '';
    }
  }
  pieces.push(text);
  return pieces.join('');
}

/** How many characters (UTF-16 units) stand before a byte: the place of a fault in the text that the bytes were made of. */
export function charactersBefore(bytes: Uint8Array, byte: number): number {
  return decodeUtf8(bytes, 0, byte).length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let point = first & (0x7f >> length);
  for (let i = 1; i < length; i += 1) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return point;
}

/** `\xFF`: how a byte that is no text is written. */
export function namedByte(byte: number): string {
  return `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Encodes text. A lone surrogate becomes the three bytes it would have, which are not well-formed UTF-8, so it stays visible. */
export function encodeUtf8(text: string): Uint8Array {
  if (text.length > SHORT && text.isWellFormed()) return PLATFORM_ENCODER.encode(text);
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at] = code;
      at += 1;
      continue;
    }
    const point = text.codePointAt(i) ?? code;
    if (point > 0xffff) i += 1;
    at += writeSequence(bytes, at, point);
  }
  return bytes.subarray(0, at);
}

function writeSequence(bytes: Uint8Array, at: number, point: number): number {
  const length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  const lead = length === 2 ? 0xc0 : length === 3 ? 0xe0 : 0xf0;
  bytes[at] = lead | (point >> (6 * (length - 1)));
  for (let i = 1; i < length; i += 1) {
    bytes[at + i] = 0x80 | ((point >> (6 * (length - 1 - i))) & 0x3f);
  }
  return length;
}

/** A byte order mark at the beginning (RFC 8259 §8.1 forbids writing one). */
export function hasUtf8Bom(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** JSON in UTF-16: by its byte order mark, or because the first character, which JSON wants to be ASCII, has a zero byte beside it. */
export function detectUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  if (isJsonStart(first) && second === 0) return 'UTF-16LE';
  return first === 0 && isJsonStart(second) ? 'UTF-16BE' : null;
}

function isJsonStart(byte: number): boolean {
  return byte === 0x7b || byte === 0x5b || byte === 0x22;
}
