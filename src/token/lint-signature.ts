import { signatureAlgorithm } from './algorithms.ts';
import type { FindingList } from './finding-list.ts';
import { stringParameter, type HeaderPart } from './header-rules.ts';
import { placeOf, type Segment } from './segment.ts';

/** A signature of the wrong length cannot be one (RFC 7518 §3): that can be said without any key. */
export function lintSignature(parts: readonly HeaderPart[], signature: Segment, findings: FindingList): void {
  const algorithm = signatureAlgorithm(stringParameter(parts, 'alg') ?? '');
  const bytes = signature.bytes.length;
  if (algorithm === null || algorithm.family === 'none' || bytes === 0) return;
  const { name: alg, family, lengths } = algorithm;
  const place = placeOf(signature, { start: 0, end: bytes });
  if (family === 'rsa-pkcs1' || family === 'rsa-pss') {
    // As long as the key's modulus: 2048 bits at least, and in practice a multiple of 512.
    if (bytes < 256 || bytes % 64 !== 0) {
      findings.add('signature-rsa-length', place, { alg, bytes });
    }
    return;
  }
  if (lengths.includes(bytes)) return;
  const isDer = family === 'ecdsa' && isDerSequence(signature.bytes);
  const expected = lengths.join(' or ');
  findings.add(isDer ? 'signature-der' : 'signature-length', place, { alg, bytes, expected });
}

/** `SEQUENCE { INTEGER, INTEGER }`, the form that OpenSSL and Java give; JOSE wants the two numbers side by side. */
function isDerSequence(bytes: Uint8Array): boolean {
  const isLong = bytes[1] === 0x81;
  const length = (isLong ? bytes[2] : bytes[1]) ?? 0;
  const start = isLong ? 3 : 2;
  return bytes[0] === 0x30 && length === bytes.length - start && bytes[start] === 0x02;
}
