import type { JWK } from 'jose';
import { DEMO_ED25519_KEY, DEMO_RSA_KEY } from './demo-keys.ts';

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

const RSA_PUBLIC: JWK = (({ kty, alg, n, e }) => ({ kty, alg, n, e }))(
  DEMO_RSA_KEY,
);
const ED25519_PUBLIC: JWK = (({ kty, alg, crv, x }) => ({ kty, alg, crv, x }))(
  DEMO_ED25519_KEY,
);

/** @param secret for HS256, where the same bytes sign and verify: whoever can check a token can make one. */
export function signingKeys(
  algorithm: SigningAlgorithm,
  secret: Uint8Array,
): SigningKeys {
  switch (algorithm) {
    case 'HS256':
      return { algorithm, sign: secret, verify: secret, name: 'JWT_SECRET' };
    case 'RS256':
      return {
        algorithm,
        sign: DEMO_RSA_KEY,
        verify: RSA_PUBLIC,
        name: DEMO_RSA_KEY.kid,
      };
    case 'EdDSA':
      return {
        algorithm,
        sign: DEMO_ED25519_KEY,
        verify: ED25519_PUBLIC,
        name: DEMO_ED25519_KEY.kid,
      };
  }
}
