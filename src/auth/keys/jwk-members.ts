import type { AsymmetricType } from './bench-key.ts';

/** Members that hold bytes in base64url, and those of them that only the owner may know (RFC 7518 §6, RFC 8037 §2, RFC 9964 §3). */
export interface JwkMembers {
  readonly required: readonly string[];
  readonly private: readonly string[];
  /** The member that tells curves or algorithms apart, null if there is nothing to tell. */
  readonly variant: 'crv' | 'alg' | null;
}

export const JWK_MEMBERS: Readonly<Record<AsymmetricType, JwkMembers>> = {
  RSA: {
    required: ['n', 'e'],
    private: ['d', 'p', 'q', 'dp', 'dq', 'qi'],
    variant: null,
  },
  EC: { required: ['x', 'y'], private: ['d'], variant: 'crv' },
  OKP: { required: ['x'], private: ['d'], variant: 'crv' },
  AKP: { required: ['pub'], private: ['priv'], variant: 'alg' },
};

/**
 * Lengths in bytes of the members that have only one. An EC number keeps its leading zeros (RFC 7518 §6.2.1.2), which some libraries
 * strip.
 */
const LENGTHS: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map([
  ['P-256', { x: 32, y: 32, d: 32 }],
  ['P-384', { x: 48, y: 48, d: 48 }],
  ['P-521', { x: 66, y: 66, d: 66 }],
  ['secp256k1', { x: 32, y: 32, d: 32 }],
  ['Ed25519', { x: 32, d: 32 }],
  ['X25519', { x: 32, d: 32 }],
  ['Ed448', { x: 57, d: 57 }],
  ['X448', { x: 56, d: 56 }],
  ['ML-DSA-44', { pub: 1312, priv: 32 }],
  ['ML-DSA-65', { pub: 1952, priv: 32 }],
  ['ML-DSA-87', { pub: 2592, priv: 32 }],
]);

/** How many bytes this member must have, or null if any number will do or the curve is not known here. */
export function jwkMemberLength(
  variant: string | null,
  name: string,
): number | null {
  return LENGTHS.get(variant ?? '')?.[name] ?? null;
}

/** The public half: the same key without what only its owner knows, and without what was said of the use of the other half. */
export function publicJwk(jwk: JsonWebKey, kty: AsymmetricType): JsonWebKey {
  const hidden = new Set([...JWK_MEMBERS[kty].private, 'key_ops', 'ext']);
  return Object.fromEntries(
    Object.entries(jwk).filter(([name]) => !hidden.has(name)),
  );
}
