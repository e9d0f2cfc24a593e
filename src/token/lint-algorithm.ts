import { signatureAlgorithm, type SignatureAlgorithm } from './algorithms.ts';
import type { FindingList } from './finding-list.ts';
import { findParameter, stringParameter, type HeaderPart } from './header-rules.ts';
import { placeOf } from './segment.ts';

/** Parameters that carry or point to a public key; beside an HMAC they invite to take it for the secret (RFC 8725 §2.1). */
const PUBLIC_KEY_PARAMETERS = ['jwk', 'x5c', 'x5u', 'x5t', 'x5t#S256', 'jku'];

/** Advice about the algorithm that the header names. */
export function lintAlgorithm(parts: readonly HeaderPart[], findings: FindingList): void {
  const found = findParameter(parts, 'alg');
  const alg = stringParameter(parts, 'alg');
  if (found === null || alg === null) return;
  const { part, node } = found;
  const place = placeOf(part.segment, part.json.valueRange(node), node);
  if (alg === 'RSA1_5') findings.add('alg-deprecated', place, { alg });
  if (alg === 'EdDSA') findings.add('alg-polymorphic', place, { alg, instead: 'Ed25519' });
  const algorithm = signatureAlgorithm(alg);
  if (algorithm?.family === 'hmac') lintHmac(parts, algorithm, findings);
}

function lintHmac(parts: readonly HeaderPart[], { name: alg }: SignatureAlgorithm, findings: FindingList): void {
  const header = parts[0]?.segment;
  if (header === undefined) return;
  findings.add('alg-shared-secret', placeOf(header, null), { alg });
  for (const name of PUBLIC_KEY_PARAMETERS) {
    const found = findParameter(parts, name);
    if (found === null || isSymmetricJwk(found.part, found.node, name)) continue;
    const { part, node } = found;
    const place = placeOf(part.segment, part.json.memberRange(node), node);
    findings.add('alg-confusion', place, { alg, name });
  }
}

function isSymmetricJwk({ json }: HeaderPart, node: number, name: string): boolean {
  const kty = name === 'jwk' ? json.member(node, 'kty') : -1;
  return kty >= 0 && json.string(kty) === 'oct';
}
