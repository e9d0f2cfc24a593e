import { jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { prepareSigner } from '#auth/jws-key.ts';
import type { KeyProblem } from '#auth/keys/key-problem.ts';
import { readKey } from '#auth/keys/read-key.ts';
import type { SecretEncoding } from '#auth/keys/secret-text.ts';
import { type Signing, signJws } from '#auth/sign-jws.ts';
import { encodeBase64url } from '#token/base64url.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { type Draft, encodedPart, headerAlgorithm } from './draft.ts';

/** What the reader signs with. Never the verification key by itself: signing is another act. */
export interface SigningKeyInput {
  readonly text: string;
  readonly encoding: SecretEncoding | 'auto';
}

export type SignedDraft =
  | Signing
  | { readonly state: 'no-key' }
  | { readonly state: 'key-unreadable'; readonly problem: KeyProblem };

/**
 * Signs a draft. Parts that were not touched go into the token by the letter, even where the same bytes are usually spelled otherwise.
 */
export async function signDraft(draft: Draft, input: SigningKeyInput): Promise<SignedDraft> {
  const reading = readKey(input.text, { encoding: input.encoding, kid: null, fits: () => true });
  if (reading.state === 'empty') return { state: 'no-key' };
  if (reading.state === 'unreadable') return { state: 'key-unreadable', problem: reading.problem };
  const [key] = reading.keys;
  if (!key) return { state: 'no-key' };
  const alg = headerAlgorithm(draft.header.text).alg ?? '';
  const payload = encodeUtf8(draft.payload.text);
  const signed = await signJws({ alg, header: draft.header.text, payload, key });
  if (signed.state !== 'signed' || signed.isDetached) return signed;

  const covered = `${encodedPart(draft.header)}.${encodedPart(draft.payload)}`;
  if (signed.token.startsWith(`${covered}.`)) return signed;
  const algorithm = jwsAlgorithm(alg);
  const signer = algorithm && (await prepareSigner(algorithm, key));
  if (signer?.state !== 'ready') return signed;
  const signature = encodeBase64url(await signer.sign(encodeUtf8(covered)));
  return { ...signed, token: `${covered}.${signature}` };
}
