import { algorithmMeant, keyManagementFamily, signatureAlgorithm } from './algorithms.ts';
import { isCritical } from './crit-rules.ts';
import type { FindingList } from './finding-list.ts';
import { findParameter, type HeaderPart } from './header-rules.ts';
import { placeOf, type Segment } from './segment.ts';
import { shown } from './visible.ts';

/** The rules for `alg` and the signature of a JWS. Returns `alg` as written, null if it is missing or no string. */
export function reportJwsAlgorithm(
  parts: readonly HeaderPart[],
  signature: Segment,
  findings: FindingList,
): string | null {
  const found = findParameter(parts, 'alg');
  const header = parts[0]?.segment;
  if (found === null || header === undefined) {
    // Without any header there is a graver finding already.
    if (header !== undefined) findings.add('alg-missing', placeOf(header, null));
    return null;
  }
  const { part, node } = found;
  const alg = part.json.string(node);
  if (alg === null) return null;

  const place = placeOf(part.segment, part.json.valueRange(node), node);
  const length = signature.bytes.length;
  const detail = { alg: shown(alg) };
  if (alg === 'none') {
    findings.add('alg-none', place);
    const at = placeOf(signature, { start: 0, end: length });
    if (length > 0) findings.add('alg-none-with-signature', at, { bytes: length });
    return alg;
  }
  if (signatureAlgorithm(alg) === null) {
    const meant = algorithmMeant(alg);
    if (keyManagementFamily(alg) !== null) findings.add('alg-not-for-signing', place, detail);
    else if (meant !== null) findings.add('alg-spelling', place, { ...detail, meant });
    else findings.add('alg-unknown', place, detail);
  }
  if (signature.text === '') findings.add('signature-empty', placeOf(signature, null), detail);
  return alg;
}

/** True if the header says that the payload is not base64url (RFC 7797 §3). Reports how that was said. */
export function reportUnencoded(parts: readonly HeaderPart[], findings: FindingList): boolean {
  const b64 = findParameter(parts, 'b64');
  if (b64 === null || b64.part.json.kind(b64.node) !== 'false') return false;
  const { part, node } = b64;
  const place = placeOf(part.segment, part.json.memberRange(node), node);
  findings.add('b64-unencoded', place);
  if (!isCritical(parts, 'b64')) findings.add('b64-not-critical', place);
  return true;
}
