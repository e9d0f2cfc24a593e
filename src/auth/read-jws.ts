import { isJsonObject, type JsonObject } from '#core/json.ts';
import type { Citation } from '#core/reasons.ts';
import { decodeBase64url } from '#token/base64url.ts';
import { toPlainJson } from '#token/json-plain.ts';
import { scanJson } from '#token/json-scan.ts';
import { firstInvalidUtf8, hasUtf8Bom } from '#token/utf8.ts';
import { refusal, type Refusal } from './verdict.ts';

/** A JWS in compact serialisation, whose header is JSON by the letter. Nothing is verified yet. */
export interface ReadJws {
  readonly header: JsonObject;
  readonly payload: Uint8Array;
}

/** A JWS whose payload is a JSON object too. */
export interface ReadJwt {
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Takes a token apart, byte for byte. Stricter than most libraries: padding, white space, other alphabets and other spellings
 * of the same bytes are refused, and so is JSON that names a member twice.
 */
export function readJws(token: string): Reading<ReadJws> {
  const segments = token.split('.');
  const [first = '', second = ''] = segments;
  if (segments.length !== 3) return refuse('token-malformed', COMPACT, 'token');
  for (const text of segments) {
    const wrong = checkBase64url(text);
    if (wrong) return { ok: false, refusal: wrong };
  }
  const header = readObject(decodeBase64url(first).bytes, 'header');
  if (!header.ok) return header;
  return {
    ok: true,
    value: { header: header.value, payload: decodeBase64url(second).bytes },
  };
}

/** The same for a token whose payload must be a claims set (RFC 7519 §7.2). */
export function readJwt(token: string): Reading<ReadJwt> {
  const jws = readJws(token);
  if (!jws.ok) return jws;
  const claims = readObject(jws.value.payload, 'payload');
  if (!claims.ok) return claims;
  return {
    ok: true,
    value: { header: jws.value.header, payload: claims.value },
  };
}

const COMPACT: readonly Citation[] = [{ document: 'RFC 7515', section: '7.1' }];
const BASE64URL: readonly Citation[] = [
  { document: 'RFC 7515', section: '2' },
  { document: 'RFC 4648', section: '3.5' },
];
const JSON_TEXT: readonly Citation[] = [{ document: 'RFC 8259', section: '2' }];
const UNIQUE_NAMES: readonly Citation[] = [
  { document: 'RFC 7515', section: '4' },
  { document: 'RFC 7519', section: '4' },
];

/** One spelling for the same bytes: no padding, no `+` or `/`, spare bits zero. */
function checkBase64url(text: string): Refusal | null {
  const [fault] = decodeBase64url(text).faults;
  return fault ? refusal('token-encoding', BASE64URL, fault.kind) : null;
}

function readObject(
  bytes: Uint8Array,
  segment: 'header' | 'payload',
): Reading<JsonObject> {
  if (hasUtf8Bom(bytes) || firstInvalidUtf8(bytes) >= 0)
    return refuse('token-malformed', JSON_TEXT, segment);
  const tree = scanJson(bytes);
  if (!tree.isWellFormed || !tree.isObject)
    return refuse('token-malformed', JSON_TEXT, segment);
  for (let node = 0; node < tree.size; node += 1) {
    if (tree.isShadowed(node))
      return refuse(
        'token-duplicate-member',
        UNIQUE_NAMES,
        tree.name(node) ?? segment,
      );
  }
  const value = toPlainJson(tree);
  return isJsonObject(value)
    ? { ok: true, value }
    : refuse('token-malformed', JSON_TEXT, segment);
}

function refuse(
  reason: Refusal['reason'],
  cites: readonly Citation[],
  subject: string,
): Reading<never> {
  return { ok: false, refusal: refusal(reason, cites, subject) };
}
