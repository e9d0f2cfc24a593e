import type { JwsAlgorithm } from './jws-algorithms.ts';
import { type KeyRefusal, prepareVerifier } from './jws-key.ts';
import type { BenchKey } from './keys/bench-key.ts';
import type { SignatureCase } from './signature-cases.ts';
import type {
  SignatureVerdict,
  VerificationOptions,
} from './verify-for-bench.ts';

/** Tries keys in their order until one fits a signature. */
export async function tryKeys(
  { input, signature, isPayloadMissing }: SignatureCase,
  algorithm: JwsAlgorithm,
  keys: readonly BenchKey[],
  { usePrivate }: VerificationOptions,
): Promise<SignatureVerdict> {
  let tried = 0;
  let refused: SignatureVerdict | null = null;
  for (const key of keys) {
    const verifier = await prepareVerifier(algorithm, key, usePrivate);
    if (verifier.state !== 'ready') {
      refused ??= refusalVerdict(verifier, key);
      continue;
    }
    if (await verifier.verify(input, signature))
      return { state: 'valid', key, weakness: verifier.weakness };
    tried += 1;
  }
  if (tried > 0 && isPayloadMissing)
    return { state: 'cannot-verify-here', reason: 'payload-elsewhere' };
  if (tried > 0) return { state: 'invalid', reason: 'mismatch', tried };
  return refused ?? { state: 'no-key' };
}

function refusalVerdict(refusal: KeyRefusal, key: BenchKey): SignatureVerdict {
  switch (refusal.state) {
    case 'misfit':
      return { state: 'key-mismatch', misfit: refusal.misfit, key };
    case 'unsupported':
      return { state: 'cannot-verify-here', reason: 'alg-unsupported' };
    case 'no-webcrypto':
      return { state: 'cannot-verify-here', reason: 'no-webcrypto' };
  }
}
