import { type KeyReading, readKey } from '#auth/keys/read-key.ts';
import type { SecretEncoding } from '#auth/keys/secret-text.ts';
import { jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { verificationMisfit } from '#auth/jws-key.ts';
import { type DetachedPayload, signatureCases } from '#auth/signature-cases.ts';
import { type VerifiedSignature, verifyToken } from '#auth/verify-for-bench.ts';
import type { ParsedToken } from '#token/token-forms.ts';

/** What the reader gave to verify with. */
export interface KeyInput {
  readonly text: string;
  readonly encoding: SecretEncoding | 'auto';
  /** The reader asked to take the public half of a private key. */
  readonly usePrivate: boolean;
  /** A payload that travels apart, as text; null: none was given. */
  readonly detached: string | null;
}

export const NO_KEY: KeyInput = { text: '', encoding: 'auto', usePrivate: false, detached: null };

/** What came of it. */
export interface Verification {
  /** For which token and key: an answer to anything else is never shown. */
  readonly token: ParsedToken;
  readonly input: KeyInput;
  readonly key: KeyReading;
  /** One for each signature of the token. */
  readonly signatures: readonly VerifiedSignature[];
}

export async function verifyWith(token: ParsedToken, input: KeyInput): Promise<Verification> {
  const detached = detachedOf(input.detached);
  const [first] = signatureCases(token, detached);
  const algorithm = jwsAlgorithm(first?.alg ?? '');
  const key = readKey(input.text, {
    encoding: input.encoding,
    kid: first?.kid ?? null,
    fits: (candidate) => algorithm !== null && verificationMisfit(algorithm, candidate) === null,
  });
  const keys = key.state === 'read' ? key.keys : [];
  const signatures = await verifyToken(token, keys, { usePrivate: input.usePrivate, detached });
  return { token, input, key, signatures };
}

function detachedOf(text: string | null): DetachedPayload | null {
  return text === null ? null : { kind: 'content', bytes: new TextEncoder().encode(text) };
}
