import {
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  type JWK,
} from 'jose';
import { encodeBase64url } from '#token/base64url.ts';
import {
  jwsAlgorithm,
  keyParameters,
  type JwsAlgorithm,
} from './jws-algorithms.ts';
import type { AsymmetricType } from './keys/bench-key.ts';
import { hasWebCrypto, isNotSupported } from './keys/crypto-key.ts';
import { publicJwk } from './keys/jwk-members.ts';

/** A fresh key in the forms it can be kept in. Each can be pasted back as it is. */
export type GeneratedKey =
  | {
      readonly kind: 'secret';
      readonly alg: string;
      /** As long as the hash: 32, 48 or 64 bytes. */
      readonly bytes: Uint8Array;
      readonly base64url: string;
      readonly jwk: JsonWebKey;
    }
  | {
      readonly kind: 'pair';
      readonly alg: string;
      /** PKCS #8 and SPKI (RFC 7468). */
      readonly privatePem: string;
      readonly publicPem: string;
      /** With `alg`, `use` and, for `kid`, the thumbprint of RFC 7638. */
      readonly privateJwk: JsonWebKey;
      readonly publicJwk: JsonWebKey;
    };

export type Generation =
  | { readonly state: 'generated'; readonly key: GeneratedKey }
  | {
      readonly state: 'cannot-generate-here';
      readonly reason: 'alg-unknown' | 'alg-unsupported' | 'no-webcrypto';
    };

export interface GenerationOptions {
  readonly rsaBits: 2048 | 3072 | 4096;
  /** For secrets; key pairs are made by the platform and cannot be repeated. */
  readonly randomBytes: (length: number) => Uint8Array;
}

/** Makes a secret or a key pair for a signature algorithm. Nothing is stored. */
export async function generateKey(
  alg: string,
  { rsaBits, randomBytes }: GenerationOptions,
): Promise<Generation> {
  const algorithm = jwsAlgorithm(alg);
  if (algorithm === null)
    return { state: 'cannot-generate-here', reason: 'alg-unknown' };
  if (algorithm.kty === 'oct') {
    const key = await secret(algorithm, randomBytes);
    return { state: 'generated', key };
  }
  if (!hasWebCrypto())
    return { state: 'cannot-generate-here', reason: 'no-webcrypto' };
  try {
    const key = await pair(algorithm, algorithm.kty, rsaBits);
    return { state: 'generated', key };
  } catch (error) {
    if (isNotSupported(error))
      return { state: 'cannot-generate-here', reason: 'alg-unsupported' };
    throw error;
  }
}

async function secret(
  { alg, minBits }: JwsAlgorithm,
  randomBytes: GenerationOptions['randomBytes'],
): Promise<GeneratedKey> {
  const bytes = randomBytes(minBits / 8);
  const k = encodeBase64url(bytes);
  return {
    kind: 'secret',
    alg,
    bytes,
    base64url: k,
    jwk: { kty: 'oct', alg, use: 'sig', k },
  };
}

async function pair(
  algorithm: JwsAlgorithm,
  kty: AsymmetricType,
  rsaBits: number,
): Promise<GeneratedKey> {
  const { alg, variants } = algorithm;
  const parameters = keyParameters(algorithm, variants[0] ?? null);
  const size = { modulusLength: rsaBits, publicExponent: FERMAT_4 };
  const made = await crypto.subtle.generateKey(
    kty === 'RSA' ? { ...parameters, ...size } : parameters,
    true,
    ['sign', 'verify'],
  );
  const { privateKey, publicKey } = made as CryptoKeyPair;
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  const privateJwk = { ...jwk, alg, use: 'sig', kid } as JWK & JsonWebKey;
  return {
    kind: 'pair',
    alg,
    privatePem: await exportPKCS8(privateKey),
    publicPem: await exportSPKI(publicKey),
    privateJwk,
    publicJwk: publicJwk(privateJwk, kty),
  };
}

/** 65 537, the public exponent that everybody uses. */
const FERMAT_4 = Uint8Array.of(1, 0, 1);
