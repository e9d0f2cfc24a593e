import type { SignatureCase } from '#auth/signature-cases.ts';
import { signatureAlgorithm } from '#token/algorithms.ts';
import { shown } from '#token/visible.ts';
import type { VerdictWords } from './verdict-words.ts';

/** Of a signature while there is no key to check it with. */
export function noKeyWords({ alg }: SignatureCase): VerdictWords {
  const name = alg === null ? 'the algorithm' : shown(alg);
  return { kind: 'neutral', says: 'Not checked', detail: `${name}: ${needWords(alg ?? '')}` };
}

function needWords(alg: string): string {
  switch (signatureAlgorithm(alg)?.family) {
    case 'hmac':
      return 'paste the secret to check it.';
    case 'rsa-pkcs1':
    case 'rsa-pss':
    case 'ecdsa':
    case 'eddsa':
    case 'ml-dsa':
      return 'paste the public key to check it.';
    default:
      return 'paste a key to check it.';
  }
}
