import { signatureAlgorithm } from '#token/algorithms.ts';
import type { FindingCode } from '#token/findings.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { jwsAlgorithm } from './jws-algorithms.ts';
import type { KeyWeakness } from './jws-key.ts';
import type { BenchKey } from './keys/bench-key.ts';
import type { KeyMisfit } from './keys/key-fit.ts';
import {
  signatureCases,
  type DetachedPayload,
  type SignatureCase,
} from './signature-cases.ts';
import { isSupported } from './supported-algorithms.ts';

/**
 * The second of the three verdicts. It is about bytes and a key that somebody typed, and never means that a token is to be trusted.
 */
export type SignatureVerdict =
  /** This key made it, and no rule stands against it. */
  | {
      readonly state: 'valid';
      readonly key: BenchKey;
      readonly weakness: KeyWeakness | null;
    }
  /** None of the keys made it: of a fitting type, but another key, or another text. */
  | {
      readonly state: 'invalid';
      readonly reason: 'mismatch';
      readonly tried: number;
    }
  /** No signature of this algorithm has this length, whatever the key. */
  | {
      readonly state: 'invalid';
      readonly reason: 'length';
      readonly bytes: number;
      readonly expected: readonly number[];
    }
  /** A rule is broken, so that a verifier refuses the token unseen. `bytesMatch`: what the key says of the bytes, null without one. */
  | {
      readonly state: 'invalid';
      readonly reason: 'format';
      readonly code: FindingCode;
      readonly bytesMatch: boolean | null;
    }
  /** Nothing is said about the token. */
  | {
      readonly state: 'cannot-verify-here';
      readonly reason:
        | 'alg-unknown'
        | 'alg-unsupported'
        | 'no-webcrypto'
        | 'payload-elsewhere';
    }
  | {
      readonly state: 'key-mismatch';
      readonly misfit: KeyMisfit;
      readonly key: BenchKey;
    }
  /** `alg: none`: there is nothing to verify, and anybody can have written it. */
  | { readonly state: 'unsecured' }
  | { readonly state: 'no-key' };

export interface VerificationOptions {
  /** Take the public half of a private key, since somebody asked for it. */
  readonly usePrivate: boolean;
}

export interface VerifiedSignature {
  readonly signature: SignatureCase;
  readonly verdict: SignatureVerdict;
}

/** Verifies every signature of a token with the keys at hand, in their order, until one fits. Empty for what has no signature. */
export async function verifyToken(
  token: ParsedToken,
  keys: readonly BenchKey[],
  options: VerificationOptions & { readonly detached: DetachedPayload | null },
): Promise<readonly VerifiedSignature[]> {
  return Promise.all(
    signatureCases(token, options.detached).map(async (signature) => ({
      signature,
      verdict: await verifySignatureCase(signature, keys, options),
    })),
  );
}

async function verifySignatureCase(
  signature: SignatureCase,
  keys: readonly BenchKey[],
  options: VerificationOptions,
): Promise<SignatureVerdict> {
  const { alg, brokenRule } = signature;
  if (alg === null) return invalidFormat(brokenRule ?? 'alg-missing', null);
  if (alg === 'none')
    return brokenRule === null
      ? { state: 'unsecured' }
      : invalidFormat(brokenRule, null);

  const verdict = await verifyBytes(signature, alg, keys, options);
  if (brokenRule === null) return verdict;
  return invalidFormat(brokenRule, matchOf(verdict));
}

/** The bytes alone: no rule of the format is asked. */
async function verifyBytes(
  signature: SignatureCase,
  alg: string,
  keys: readonly BenchKey[],
  options: VerificationOptions,
): Promise<SignatureVerdict> {
  const algorithm = jwsAlgorithm(alg);
  if (algorithm === null)
    return { state: 'cannot-verify-here', reason: 'alg-unknown' };
  const lengths = signatureAlgorithm(alg)?.lengths ?? [];
  const bytes = signature.signature.length;
  if (lengths.length > 0 && !lengths.includes(bytes))
    return { state: 'invalid', reason: 'length', bytes, expected: lengths };
  if (keys.length > 0) {
    // Many tokens are only looked at: what works with keys comes with the first one.
    const { tryKeys } = await import('./try-keys.ts');
    return tryKeys(signature, algorithm, keys, options);
  }
  return (await isSupported(alg))
    ? { state: 'no-key' }
    : { state: 'cannot-verify-here', reason: 'alg-unsupported' };
}

function invalidFormat(
  code: FindingCode,
  bytesMatch: boolean | null,
): SignatureVerdict {
  return { state: 'invalid', reason: 'format', code, bytesMatch };
}

/** Whether the bytes belong to a key; null where no key was tried. */
function matchOf(verdict: SignatureVerdict): boolean | null {
  if (verdict.state === 'valid') return true;
  return verdict.state === 'invalid' && verdict.reason === 'mismatch'
    ? false
    : null;
}
