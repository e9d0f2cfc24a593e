import { decodeBase64url } from './base64url.ts';
import { FindingList } from './finding-list.ts';
import { whitespaceEnd } from './json-bytes.ts';
import { jwkOrSet, classifyKeyMaterial } from './key-material.ts';
import { describeUnmarked, recogniseMarked } from './other-credentials.ts';
import { parseCompactJws } from './parse-compact.ts';
import { isJweDocument, parseJweJson } from './parse-jwe-json.ts';
import { parseJwe } from './parse-jwe.ts';
import { isJwsDocument, parseJwsJson } from './parse-jws-json.ts';
import { parseMalformed } from './parse-malformed.ts';
import { parseSdJwt } from './parse-sd-jwt.ts';
import { readJson } from './segment-json.ts';
import { unencodedSegment } from './segment.ts';
import type { JsonJwe, JsonJws, KeyInPlaceOfToken, ParsedToken } from './token-forms.ts';

/**
 * Says what a text is, byte by byte, and decodes all that can be decoded. Total: it never throws, never recurses, and takes time in
 * proportion to the text. It repairs nothing: what surrounds a pasted token is `extractTokens`' business.
 */
export function parseToken(text: string): ParsedToken {
  const findings = new FindingList();
  if (text.trim() === '') {
    findings.add('token-empty', { segment: 'token' });
    return { form: 'empty', text, segments: [], findings: findings.finish() };
  }
  const document = /^\s*[{[]/.test(text) ? parseDocument(text) : null;
  if (document !== null) return document;
  const key = classifyKeyMaterial(text);
  if (key.kind === 'pem' || key.kind === 'ssh') return { ...bare(text), form: 'key-material', key };
  const marked = recogniseMarked(text);
  if (marked !== null) return { ...bare(text), form: 'other', credential: marked };
  return parseByPeriods(text, findings);
}

function bare(text: string) {
  return { text, segments: [], findings: [] };
}

/** A JSON text: one of the JSON serialisations, or a key; null if it is none of them. */
function parseDocument(text: string): JsonJws | JsonJwe | KeyInPlaceOfToken | null {
  const findings = new FindingList();
  const document = readJson(unencodedSegment({ name: 'token', start: 0, text }), findings);
  const { json } = document;
  if (!json?.isObject) return null;
  const source = { document, json };
  if (isJwsDocument(json)) return parseJwsJson(source, findings);
  if (isJweDocument(json)) return parseJweJson(source, findings);
  const key = jwkOrSet(json);
  return key === null ? null : { ...bare(text), form: 'key-material', key };
}

function parseByPeriods(text: string, findings: FindingList): ParsedToken {
  const periods = countPeriods(text);
  if (!isJsonObjectStart(text) && !isTokenLike(text)) {
    const credential = describeUnmarked(text);
    const place = { segment: 'token' } as const;
    if (credential.kind !== 'text') {
      findings.add('token-segment-count', place, { periods, expected: 2 });
    }
    return { form: 'other', text, segments: [], findings: findings.finish(), credential };
  }
  const tilde = text.indexOf('~');
  if (tilde >= 0 && countPeriods(text.slice(0, tilde)) === 2) return parseSdJwt(text, findings);
  if (periods === 2) return parseCompactJws(text, findings);
  if (periods === 4) return parseJwe(text, findings);
  return parseMalformed(text, periods, findings);
}

function countPeriods(text: string): number {
  let count = 0;
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) count += 1;
  return count;
}

/** The first part decodes to something that begins like a JSON object, with a name or blanks behind the brace. */
function isJsonObjectStart(text: string): boolean {
  const end = text.indexOf('.');
  const first = text.slice(0, Math.min(end < 0 ? text.length : end, 64));
  const { bytes } = decodeBase64url(first);
  const brace = whitespaceEnd(bytes, 0);
  const next = bytes[whitespaceEnd(bytes, brace + 1)];
  return bytes[brace] === 0x7b && (next === 0x22 || next === 0x7d);
}

/** Letters of base64 in parts: meant as a token, however many parts there are. Prose and single words are not. */
function isTokenLike(text: string): boolean {
  return text.includes('.') && /^[\w.~=+/-]+$/.test(text);
}
