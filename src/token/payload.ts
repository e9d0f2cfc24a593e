import type { FindingList } from './finding-list.ts';
import { scanJson } from './json-scan.ts';
import { readJson } from './segment-json.ts';
import { placeOf, type Segment } from './segment.ts';
import type { PayloadContent } from './token-forms.ts';
import { decodeUtf8, detectUtf16, firstInvalidUtf8 } from './utf8.ts';

export interface ReadPayload {
  readonly payload: Segment;
  readonly content: PayloadContent;
}

/**
 * Finds out what the payload is. A JWS may carry anything, so broken JSON is a warning here; it is what keeps the token from being
 * a JWT (RFC 7519 §7.2). `cty` is the header's content type.
 */
export function readPayload(payload: Segment, cty: string | null, findings: FindingList): ReadPayload {
  const { bytes } = payload;
  if (bytes.length === 0) {
    findings.add('payload-empty', placeOf(payload, null));
    return { payload, content: 'empty' };
  }
  if (beginsLikeJson(bytes)) return readJsonPayload(payload, findings);
  if (isTokenText(bytes)) {
    const declared = isJwtType(cty);
    findings.add(declared ? 'payload-nested' : 'payload-nested-undeclared', placeOf(payload, null));
    return { payload, content: 'nested' };
  }
  if (isJsonScalar(bytes)) return readJsonPayload(payload, findings);
  const content = isText(bytes) ? 'text' : 'binary';
  findings.add('payload-not-json', placeOf(payload, null), { content });
  return { payload, content };
}

function readJsonPayload(payload: Segment, findings: FindingList): ReadPayload {
  const read = readJson(payload, findings, 'warning');
  const { json } = read;
  const isSound = json?.isWellFormed === true && firstInvalidUtf8(payload.bytes) < 0;
  if (!isSound) return { payload: read, content: 'broken-json' };
  if (json.isObject) return { payload: read, content: 'claims' };
  const place = placeOf(payload, json.valueRange(0), 0);
  findings.add('payload-not-object', place, { found: json.kind(0) });
  return { payload: read, content: 'json' };
}

function beginsLikeJson(bytes: Uint8Array): boolean {
  if (detectUtf16(bytes) !== null) return true;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (isJsonWhitespace(bytes[at])) at += 1;
  return bytes[at] === 0x7b || bytes[at] === 0x5b;
}

function isJsonWhitespace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** A string, number, `true`, `false` or `null` and nothing else. */
function isJsonScalar(bytes: Uint8Array): boolean {
  return scanJson(bytes).isWellFormed && firstInvalidUtf8(bytes) < 0;
}

/** Text that a person could read: well-formed, without control characters other than line breaks and tabs. */
function isText(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  }
  return firstInvalidUtf8(bytes) < 0;
}

const COMPACT = /^ey[\w-]*\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/;

/** A compact JWS or JWE as a payload: the header of either begins with `{"`, so its first letters are `ey`. */
function isTokenText(bytes: Uint8Array): boolean {
  return bytes[0] === 0x65 && bytes[1] === 0x79 && COMPACT.test(decodeUtf8(bytes));
}

/** `cty` (or `typ`) says JWT: `JWT`, `jwt`, `application/jwt` (RFC 7519 §5.2). */
export function isJwtType(type: string | null): boolean {
  return type !== null && /^(?:application\/)?jwt$/i.test(type);
}
