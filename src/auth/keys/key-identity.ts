import type { AsymmetricType } from './bench-key.ts';
import {
  DER_TAG,
  bitLength,
  derChild,
  readDer,
  readDerChildren,
  readOid,
  type DerValue,
} from './der.ts';

/** Which kind of key some DER holds. */
export interface KeyIdentity {
  readonly kty: AsymmetricType;
  readonly variant: string | null;
  readonly bits: number | null;
}

/** The algorithm of a key that is none of JOSE's. */
export class UnknownKeyType extends Error {
  readonly oid: string;

  constructor(oid: string) {
    super(`no key type of JOSE: ${oid}`);
    this.oid = oid;
  }
}

const OID_RSA = '1.2.840.113549.1.1.1';
const OID_EC = '1.2.840.10045.2.1';

/** Algorithms whose identifier says everything (RFC 8410 §3, RFC 9881 §2). */
const WHOLE: ReadonlyMap<string, readonly [AsymmetricType, string]> = new Map([
  ['1.3.101.110', ['OKP', 'X25519']],
  ['1.3.101.111', ['OKP', 'X448']],
  ['1.3.101.112', ['OKP', 'Ed25519']],
  ['1.3.101.113', ['OKP', 'Ed448']],
  ['2.16.840.1.101.3.4.3.17', ['AKP', 'ML-DSA-44']],
  ['2.16.840.1.101.3.4.3.18', ['AKP', 'ML-DSA-65']],
  ['2.16.840.1.101.3.4.3.19', ['AKP', 'ML-DSA-87']],
]);

/** Curves by the names of JWK, others by their identifier (RFC 5480 §2.1.1.1, RFC 8812 §3.1). */
const CURVES: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10045.3.1.7', 'P-256'],
  ['1.3.132.0.34', 'P-384'],
  ['1.3.132.0.35', 'P-521'],
  ['1.3.132.0.10', 'secp256k1'],
]);

/**
 * The kind of key in a SubjectPublicKeyInfo (RFC 5280 §4.1): algorithm, bit string. It begins at `at`.
 * @throws DerError, UnknownKeyType
 */
export function identifySpki(der: Uint8Array, at = 0): KeyIdentity {
  const parts = readDerChildren(der, readDer(der, at, DER_TAG.sequence));
  const key = derChild(parts, 1, DER_TAG.bitString);
  return identify(der, derChild(parts, 0, DER_TAG.sequence), () => {
    // The first byte of a bit string counts its unused bits.
    const rsa = readDer(der, key.content + 1, DER_TAG.sequence);
    return bitLength(
      der,
      derChild(readDerChildren(der, rsa), 0, DER_TAG.integer),
    );
  });
}

/**
 * The kind of key in a PrivateKeyInfo (RFC 5958 §2): version, algorithm, octet string.
 * @throws DerError, UnknownKeyType
 */
export function identifyPkcs8(der: Uint8Array): KeyIdentity {
  const parts = readDerChildren(der, readDer(der, 0, DER_TAG.sequence));
  const key = derChild(parts, 2, DER_TAG.octetString);
  return identify(der, derChild(parts, 1, DER_TAG.sequence), () => {
    const rsa = readDer(der, key.content, DER_TAG.sequence);
    return bitLength(
      der,
      derChild(readDerChildren(der, rsa), 1, DER_TAG.integer),
    );
  });
}

function identify(
  der: Uint8Array,
  identifier: DerValue,
  modulusBits: () => number,
): KeyIdentity {
  const algorithm = readDerChildren(der, identifier);
  const oid = readOid(der, derChild(algorithm, 0, DER_TAG.oid));
  if (oid === OID_RSA)
    return { kty: 'RSA', variant: null, bits: modulusBits() };
  if (oid === OID_EC) {
    const curve = readOid(der, derChild(algorithm, 1, DER_TAG.oid));
    return { kty: 'EC', variant: CURVES.get(curve) ?? curve, bits: null };
  }
  const whole = WHOLE.get(oid);
  if (!whole) throw new UnknownKeyType(oid);
  const [kty, variant] = whole;
  return { kty, variant, bits: null };
}
