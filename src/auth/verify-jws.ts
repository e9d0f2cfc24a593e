import { compactVerify, errors, type JWK } from 'jose';
import type { JsonObject } from '#core/json.ts';
import { checkJoseHeader } from './check-jose-header.ts';
import { isNotSupported } from './keys/crypto-key.ts';
import { readJws } from './read-jws.ts';
import { refusal, type Refusal } from './verdict.ts';

/** A secret as bytes, a public key as JWK (RFC 7517), or a key that WebCrypto has imported. */
export type VerificationKey = Uint8Array | JWK | CryptoKey;

/**
 * What came of a signature. `unusable-key`: the key is not made for this algorithm or not for verifying; `unsupported`: this platform lacks
 * the algorithm. Neither says anything about the token.
 */
export type SignatureOutcome =
  | 'valid'
  | 'invalid'
  | 'unusable-key'
  | 'unsupported';

export type JwsVerdict =
  | {
      readonly outcome: 'valid';
      readonly header: JsonObject;
      readonly payload: Uint8Array;
    }
  | { readonly outcome: 'invalid'; readonly refusal: Refusal }
  | { readonly outcome: 'unusable-key' | 'unsupported' };

/**
 * Verifies a JWS in compact serialisation (RFC 7515 §5.2). No key, address or algorithm that the token itself names is followed.
 * @param algorithms those allowed with this key; a JWK's own `alg`, `use` and `key_ops` bind as well.
 */
export async function verifyJws(
  token: string,
  key: VerificationKey,
  algorithms: readonly string[],
): Promise<JwsVerdict> {
  const jws = readJws(token);
  if (!jws.ok) return { outcome: 'invalid', refusal: jws.refusal };
  const header = checkJoseHeader(jws.value.header, algorithms);
  if (!header.ok) return { outcome: 'invalid', refusal: header.refusal };
  const outcome = await verifySignature(token, key, algorithms);
  if (outcome === 'valid') return { outcome, ...jws.value };
  if (outcome === 'invalid') return { outcome, refusal: BAD_SIGNATURE };
  return { outcome };
}

export const BAD_SIGNATURE = refusal(
  'token-signature',
  [{ document: 'RFC 7515', section: '5.2' }],
  'signature',
);

/** The cryptography alone, for a token that has been read and whose header has been checked. */
export async function verifySignature(
  token: string,
  key: VerificationKey,
  algorithms: readonly string[],
): Promise<SignatureOutcome> {
  try {
    await compactVerify(token, key, { algorithms: [...algorithms] });
    return 'valid';
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return 'invalid';
    if (error instanceof errors.JOSENotSupported || isNotSupported(error))
      return 'unsupported';
    if (error instanceof DOMException || error instanceof TypeError)
      return 'unusable-key';
    throw error;
  }
}
