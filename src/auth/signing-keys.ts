import type { JWK } from 'jose';

/** The algorithms a server here can be set to (RFC 7518 §3.1, RFC 8037 §3.1). Deterministic, so that a run can be repeated. */
export type SigningAlgorithm = 'HS256' | 'RS256' | 'EdDSA';

/** One algorithm and the keys for it: the algorithm belongs to the key, never to the token (RFC 8725 §3.1). */
export interface SigningKeys {
  readonly algorithm: SigningAlgorithm;
  readonly sign: JWK | Uint8Array;
  readonly verify: JWK | Uint8Array;
  /** What the server calls the key: `JWT_SECRET`, or the name of a demo key. */
  readonly name: string;
}

/**
 * The demo keys are loaded where one is needed: with HS256 none is.
 * @param secret for HS256, where the same bytes sign and verify: whoever can check a token can make one.
 */
export async function signingKeys(
  algorithm: SigningAlgorithm,
  secret: Uint8Array,
): Promise<SigningKeys> {
  switch (algorithm) {
    case 'HS256':
      return { algorithm, sign: secret, verify: secret, name: 'JWT_SECRET' };
    case 'RS256': {
      const { DEMO_RSA_KEY: sign } = await import('./demo-keys.ts');
      const { kid, kty, alg, n, e } = sign;
      return { algorithm, sign, verify: { kty, alg, n, e }, name: kid };
    }
    case 'EdDSA': {
      const { DEMO_ED25519_KEY: sign } = await import('./demo-keys.ts');
      const { kid, kty, alg, crv, x } = sign;
      return { algorithm, sign, verify: { kty, alg, crv, x }, name: kid };
    }
  }
}
