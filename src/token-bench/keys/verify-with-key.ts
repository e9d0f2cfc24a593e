import { readKey } from '#auth/keys/read-key.ts';
import { jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { verificationMisfit } from '#auth/jws-key.ts';
import { type DetachedPayload, signatureCases } from '#auth/signature-cases.ts';
import { type VerifiedSignature, verifyToken } from '#auth/verify-for-bench.ts';
import type { FindingCode } from '#token/findings.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { signatureWords, verdictWords } from '../verdicts/signature-words.ts';
import type { KeyInput, Verification } from './key-input.ts';

/** As `verifyWith`, for any key and any token. */
export async function verifyWithKey(token: ParsedToken, input: KeyInput): Promise<Verification> {
  const detached = detachedOf(input.detached);
  const [first] = signatureCases(token, detached);
  const algorithm = jwsAlgorithm(first?.alg ?? '');
  const key = readKey(input.text, {
    encoding: input.encoding,
    kid: first?.kid ?? null,
    fits: (candidate) => algorithm !== null && verificationMisfit(algorithm, candidate) === null,
  });
  const keys = key.state === 'read' ? key.keys : [];
  const verified = await verifyToken(token, keys, { usePrivate: input.usePrivate, detached });
  // Words that a sound token has no use for.
  const termOf = verified.some(isBroken) ? (await import('../verdicts/finding-term.ts')).findingTerm : asCode;
  const signatures = verified.map((one) => ({ ...one, says: verdictWords(one, termOf) }));
  return { token, input, key, signatures, says: signatureWords(token, { input, key, signatures }) };
}

function isBroken({ verdict }: VerifiedSignature): boolean {
  return verdict.state === 'invalid' && verdict.reason === 'format';
}

function asCode(code: FindingCode): string {
  return code;
}

function detachedOf(text: string | null): DetachedPayload | null {
  return text === null ? null : { kind: 'content', bytes: new TextEncoder().encode(text) };
}
