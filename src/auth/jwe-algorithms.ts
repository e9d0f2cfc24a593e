import { contentEncryption, keyManagementFamily } from '#token/algorithms.ts';
import type { KeyNeed } from './keys/key-fit.ts';

const AGREEMENT_CURVES = ['P-256', 'P-384', 'P-521', 'X25519'];

/**
 * What key a JWE asks for (RFC 7518 §4.1), by its `alg` and, where the key encrypts the content itself, its `enc`. Null for a name that
 * is none, and for RSA1_5, which nobody should decrypt any more (RFC 8725 §3.2) and WebCrypto cannot.
 */
export function jweNeed(alg: string, enc: string): KeyNeed | null {
  const family = keyManagementFamily(alg);
  const common: Omit<KeyNeed, 'ktys' | 'keyOps'> = {
    algs: [alg],
    variants: [],
    secretBits: null,
    use: 'enc',
  };
  switch (family) {
    case 'rsa-oaep':
      return { ...common, ktys: ['RSA'], keyOps: ['unwrapKey', 'decrypt'] };
    case 'direct-agreement':
    case 'agreement-key-wrap':
      return {
        ...common,
        ktys: ['EC', 'OKP'],
        variants: AGREEMENT_CURVES,
        keyOps: ['deriveKey', 'deriveBits'],
      };
    case 'aes-key-wrap':
      return {
        ...common,
        ktys: ['oct'],
        secretBits: Number(alg.slice(1, 4)),
        keyOps: ['unwrapKey', 'decrypt'],
      };
    case 'direct':
      // The JWK of a content key may name `enc` instead of `dir` (RFC 7517 §4.4).
      return {
        ...common,
        algs: [alg, enc],
        ktys: ['oct'],
        secretBits: contentKeyBits(enc),
        keyOps: ['decrypt'],
      };
    case 'password':
      return { ...common, ktys: ['oct'], keyOps: ['deriveKey', 'deriveBits'] };
    case 'rsa-pkcs1':
    case null:
      return null;
  }
}

/** The length of a content key: with HMAC it is two keys in one (RFC 7518 §5.2.2.1). Null for an unknown `enc`. */
function contentKeyBits(enc: string): number | null {
  if (contentEncryption(enc) === null) return null;
  const bits = Number(enc.slice(1, 4));
  return enc.includes('CBC') ? bits * 2 : bits;
}

/** How WebCrypto imports a private key for this. */
export function jweKeyParameters(
  alg: string,
  variant: string | null,
): RsaHashedImportParams | EcKeyImportParams | Algorithm {
  const hash = /^RSA-OAEP-(\d+)$/.exec(alg)?.[1] ?? '1';
  if (alg.startsWith('RSA-OAEP'))
    return { name: 'RSA-OAEP', hash: `SHA-${hash}` };
  return variant === 'X25519'
    ? { name: variant }
    : { name: 'ECDH', namedCurve: variant ?? '' };
}
