import type { BenchKey, JoseKeyType } from './bench-key.ts';

/** What an operation asks of its key. */
export interface KeyNeed {
  /** The first is what the token says; a JWK may be for any of them. */
  readonly algs: readonly [string, ...string[]];
  readonly ktys: readonly JoseKeyType[];
  /** Curves or parameter sets that will do; empty: there are none to tell apart. */
  readonly variants: readonly string[];
  /** The length that a secret must have, in bits; null: any. */
  readonly secretBits: number | null;
  readonly use: 'sig' | 'enc';
  /** Where the key lists operations, one of these must be among them (RFC 7517 §4.3). */
  readonly keyOps: readonly string[];
}

/** Why a key is not for this. Nothing is said about the token. */
export interface KeyMisfit {
  readonly reason:
    /** Another type: an RSA key for ES256, a public key for an HMAC (RFC 8725 §2.1). */
    | 'type'
    | 'curve'
    | 'secret-length'
    /** The JWK says that it is for another algorithm or use (RFC 7517 §4.2–4.4). */
    | 'alg'
    | 'use'
    | 'key-ops'
    /** A private key, and nobody has asked for its public half. */
    | 'private-part'
    /** A public key, where the owner's half is needed. */
    | 'public-only'
    /** The platform refuses its numbers: a point off the curve, primes that are none. */
    | 'rejected';
  /** Names: key types, curves, algorithms, numbers of bits. `found` comes from the key and is not made safe to show. */
  readonly expected: string;
  readonly found: string;
}

/** Holds a key against what is asked of it; null if it fits. Which half it is, is for the caller to ask. */
export function keyMisfit(need: KeyNeed, key: BenchKey): KeyMisfit | null {
  const kty = keyTypeOf(key);
  if (!need.ktys.includes(kty))
    return misfit('type', need.ktys.join(' or '), kty);
  return variantMisfit(need, key) ?? boundMisfit(need, key);
}

function keyTypeOf(key: BenchKey): JoseKeyType {
  return key.kind === 'secret' ? 'oct' : key.kty;
}

export function misfit(
  reason: KeyMisfit['reason'],
  expected: string,
  found: string,
): KeyMisfit {
  return { reason, expected, found };
}

function variantMisfit(need: KeyNeed, key: BenchKey): KeyMisfit | null {
  if (key.kind === 'secret') {
    const bits = key.bytes.length * 8;
    const { secretBits } = need;
    return secretBits === null || secretBits === bits
      ? null
      : misfit('secret-length', String(secretBits), String(bits));
  }
  const { variants } = need;
  if (variants.length === 0 || variants.includes(key.variant ?? ''))
    return null;
  return misfit('curve', variants.join(' or '), key.variant ?? '');
}

function boundMisfit(need: KeyNeed, key: BenchKey): KeyMisfit | null {
  const { algs, use } = need;
  const own = key.alg;
  if (own !== null && !algs.some((alg) => isSameAlg(alg, own)))
    return misfit('alg', algs[0], own);
  if (key.use !== null && key.use !== use) return misfit('use', use, key.use);
  if (
    key.keyOps !== null &&
    !need.keyOps.some((name) => key.keyOps?.includes(name))
  )
    return misfit('key-ops', need.keyOps.join(' or '), key.keyOps.join(', '));
  return null;
}

function isSameAlg(a: string, b: string): boolean {
  return generalAlg(a) === generalAlg(b);
}

/** `Ed25519` and `Ed448` are what `EdDSA` left open (RFC 9864 §2.2); the curve tells them apart. */
function generalAlg(alg: string): string {
  return /^Ed(?:25519|448)$/.test(alg) ? 'EdDSA' : alg;
}
