import type { JoseKeyType } from './keys/bench-key.ts';

/**
 * What a signature algorithm asks of its key, and how WebCrypto calls it. That it stands here does not mean that the platform has it:
 * secp256k1, Ed448 and ML-DSA are often missing.
 */
export interface JwsAlgorithm {
  readonly alg: string;
  readonly kty: JoseKeyType;
  /** Curves or parameter sets that fit; empty where there are none to tell apart. */
  readonly variants: readonly string[];
  readonly hash: string | null;
  /** The name in WebCrypto; null: the key's variant is the name. */
  readonly webCrypto: 'HMAC' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'ECDSA' | null;
  /** Bits that the key should have at least; 0 where its variant decides. */
  readonly minBits: number;
}

const NIST_CURVES = { 256: 'P-256', 384: 'P-384', 512: 'P-521' } as const;

/** As long as the hash (RFC 7518 §3.2). */
function hmac(bits: 256 | 384 | 512): JwsAlgorithm {
  return {
    alg: `HS${bits}`,
    kty: 'oct',
    variants: [],
    hash: `SHA-${bits}`,
    webCrypto: 'HMAC',
    minBits: bits,
  };
}

/** 2 048 bits (RFC 7518 §3.3, §3.5). */
function rsa(family: 'RS' | 'PS', bits: 256 | 384 | 512): JwsAlgorithm {
  return {
    alg: `${family}${bits}`,
    kty: 'RSA',
    variants: [],
    hash: `SHA-${bits}`,
    webCrypto: family === 'RS' ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS',
    minBits: 2048,
  };
}

function ecdsa(alg: string, curve: string, bits: number): JwsAlgorithm {
  return {
    alg,
    kty: 'EC',
    variants: [curve],
    hash: `SHA-${bits}`,
    webCrypto: 'ECDSA',
    minBits: 0,
  };
}

/** Algorithms that WebCrypto names after the key's variant. */
function named(
  alg: string,
  kty: 'OKP' | 'AKP',
  variants: readonly string[],
): JwsAlgorithm {
  return { alg, kty, variants, hash: null, webCrypto: null, minBits: 0 };
}

const SIZES = [256, 384, 512] as const;

const ALGORITHMS: ReadonlyMap<string, JwsAlgorithm> = new Map(
  [
    ...SIZES.map(hmac),
    ...SIZES.map((bits) => rsa('RS', bits)),
    ...SIZES.map((bits) => rsa('PS', bits)),
    ...SIZES.map((bits) => ecdsa(`ES${bits}`, NIST_CURVES[bits], bits)),
    ecdsa('ES256K', 'secp256k1', 256),
    named('EdDSA', 'OKP', ['Ed25519', 'Ed448']),
    named('Ed25519', 'OKP', ['Ed25519']),
    named('Ed448', 'OKP', ['Ed448']),
    ...[44, 65, 87].map((set) =>
      named(`ML-DSA-${set}`, 'AKP', [`ML-DSA-${set}`]),
    ),
  ].map((algorithm) => [algorithm.alg, algorithm]),
);

/** By the exact name of `alg`; null for `none` and for names that are none. */
export function jwsAlgorithm(alg: string): JwsAlgorithm | null {
  return ALGORITHMS.get(alg) ?? null;
}

/** Every algorithm that can be signed or verified with, platform permitting. */
export const JWS_ALGORITHMS: readonly string[] = [...ALGORITHMS.keys()];

/** How WebCrypto imports or generates a key. `variant`: the key's. */
export function keyParameters(
  { webCrypto, hash }: JwsAlgorithm,
  variant: string | null,
): HmacImportParams | RsaHashedImportParams | EcKeyImportParams | Algorithm {
  switch (webCrypto) {
    case 'ECDSA':
      return { name: webCrypto, namedCurve: variant ?? '' };
    case 'HMAC':
    case 'RSASSA-PKCS1-v1_5':
    case 'RSA-PSS':
      return { name: webCrypto, hash: hash ?? '' };
    case null:
      return { name: variant ?? '' };
  }
}

/** How WebCrypto signs and verifies. A PSS salt is as long as the hash (RFC 7518 §3.5). */
export function signatureParameters(
  { webCrypto, hash }: JwsAlgorithm,
  variant: string | null,
): AlgorithmIdentifier | RsaPssParams | EcdsaParams {
  switch (webCrypto) {
    case 'ECDSA':
      return { name: webCrypto, hash: hash ?? '' };
    case 'RSA-PSS':
      return { name: webCrypto, saltLength: Number(hash?.slice(4)) / 8 };
    case 'HMAC':
    case 'RSASSA-PKCS1-v1_5':
      return { name: webCrypto };
    case null:
      return { name: variant ?? '' };
  }
}
