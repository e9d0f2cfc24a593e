import { algorithmMeant, contentEncryption, keyManagementFamily, signatureAlgorithm } from './algorithms.ts';
import type { FindingList } from './finding-list.ts';
import { findParameter, type HeaderPart } from './header-rules.ts';
import { placeOf, type Segment } from './segment.ts';
import { shown } from './visible.ts';

/** More PBES2 iterations than this are refused: twice what OWASP asks for passwords (RFC 8725bis §3.13). */
export const P2C_LIMIT = 1_200_000;
/** RFC 7518 §4.8.1.2 recommends at least this many. */
const P2C_MINIMUM = 1000;

/** What must fit together in one recipient of a JWE. Null: the part is not there. */
export interface JweRecipientParts {
  readonly parts: readonly HeaderPart[];
  readonly encryptedKey: Segment | null;
}

/** The rules for `alg`, the encrypted key, and the cost of a password. Returns `alg` as written. */
export function reportKeyManagement({ parts, encryptedKey }: JweRecipientParts, findings: FindingList): string | null {
  const header = parts[0]?.segment;
  const found = findParameter(parts, 'alg');
  if (found === null) {
    if (header !== undefined) findings.add('alg-missing', placeOf(header, null));
    return null;
  }
  const { part, node } = found;
  const alg = part.json.string(node);
  if (alg === null) return null;
  const place = placeOf(part.segment, part.json.valueRange(node), node);
  const detail = { alg: shown(alg) };
  const family = keyManagementFamily(alg);
  if (family === null) {
    const meant = algorithmMeant(alg);
    if (signatureAlgorithm(alg) !== null) findings.add('alg-not-for-encryption', place, detail);
    else if (meant !== null) findings.add('alg-spelling', place, { ...detail, meant });
    else findings.add('alg-unknown', place, detail);
    return alg;
  }
  const keyBytes = encryptedKey?.bytes.length ?? 0;
  const isDirect = family === 'direct' || family === 'direct-agreement';
  if (isDirect && encryptedKey !== null && keyBytes > 0) {
    findings.add('jwe-key-present', placeOf(encryptedKey, null), { ...detail, bytes: keyBytes });
  }
  if (!isDirect && keyBytes === 0) {
    const at = encryptedKey === null ? place : placeOf(encryptedKey, null);
    findings.add('jwe-key-missing', at, detail);
  }
  if (family === 'password') reportIterations(parts, findings);
  return alg;
}

function reportIterations(parts: readonly HeaderPart[], findings: FindingList): void {
  const found = findParameter(parts, 'p2c');
  if (found === null || found.part.json.kind(found.node) !== 'number') return;
  const { part, node } = found;
  const literal = part.json.literal(node);
  const count = Number(literal);
  const place = placeOf(part.segment, part.json.valueRange(node), node);
  if (count > P2C_LIMIT) {
    findings.add('p2c-high', place, { count: shown(literal), limit: P2C_LIMIT });
  } else if (count < P2C_MINIMUM) {
    findings.add('p2c-low', place, { count: shown(literal), minimum: P2C_MINIMUM });
  }
}

/** The rules for `enc`, `zip` and the lengths they demand (RFC 7518 §5). Returns `enc` as written. */
export function reportContentEncryption(
  parts: readonly HeaderPart[],
  iv: Segment | null,
  tag: Segment | null,
  findings: FindingList,
): string | null {
  reportCompression(parts, findings);
  const header = parts[0]?.segment;
  const found = findParameter(parts, 'enc');
  if (found === null) {
    if (header !== undefined) findings.add('enc-missing', placeOf(header, null));
    return null;
  }
  const { part, node } = found;
  const enc = part.json.string(node);
  if (enc === null) return null;
  const detail = { enc: shown(enc) };
  const lengths = contentEncryption(enc);
  if (lengths === null) {
    findings.add('enc-unknown', placeOf(part.segment, part.json.valueRange(node), node), detail);
    return enc;
  }
  reportLength('jwe-iv-length', iv, lengths.iv, enc, findings);
  reportLength('jwe-tag-length', tag, lengths.tag, enc, findings);
  return enc;
}

function reportLength(
  code: 'jwe-iv-length' | 'jwe-tag-length',
  segment: Segment | null,
  expected: number,
  enc: string,
  findings: FindingList,
): void {
  if (segment === null || segment.bytes.length === expected) return;
  findings.add(code, placeOf(segment, null), { enc, bytes: segment.bytes.length, expected });
}

function reportCompression(parts: readonly HeaderPart[], findings: FindingList): void {
  const zip = findParameter(parts, 'zip');
  if (zip === null) return;
  const { json, segment } = zip.part;
  const place = placeOf(segment, json.valueRange(zip.node), zip.node);
  findings.add('zip-compressed', place, { zip: shown(json.literal(zip.node)) });
}
