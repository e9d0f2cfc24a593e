import type { Signing } from '#auth/sign-jws.ts';
import type { KeyWeakness } from '#auth/jws-key.ts';
import { numberText } from '#kit/number-text.ts';
import { keyProblemWords, misfitWords } from '../keys/key-words.ts';
import type { SignedDraft } from './sign-draft.ts';

/** Why a draft was not signed, and what to do; null if it was. */
export function notSignedWords(result: SignedDraft): string | null {
  switch (result.state) {
    case 'signed':
      return null;
    case 'no-key':
      return 'There is no key to sign with. Give one, or make a fresh one.';
    case 'key-unreadable':
      return keyProblemWords(result.problem);
    case 'key-mismatch':
      return misfitWords(result.misfit);
    case 'cannot-sign-here':
      return result.reason === 'no-webcrypto'
        ? 'Browsers withhold cryptography from pages on plain http.'
        : 'This browser cannot sign with that algorithm.';
    case 'refused':
      return refusedWords(result);
  }
}

function refusedWords({ reason, at }: Extract<Signing, { state: 'refused' }>): string {
  const where = at === null ? '' : ` (offset ${at})`;
  switch (reason) {
    case 'alg-unknown':
      return 'The `alg` in the header is none that can be signed with. Pick one from the list.';
    case 'header-not-text':
      return `The header holds half a character that no encoding has${where}.`;
    case 'header-not-json':
      return `The header is not JSON${where}. A signed token needs one that is.`;
    case 'header-not-object':
      return 'The header must be a JSON object: `{…}`.';
    case 'header-alg-missing':
      return 'The header has no `alg`. Pick one from the list, and it is written in.';
    case 'header-alg-differs':
      return `The \`alg\` in the header is not the one of the key${where}.`;
  }
}

export function weaknessWords({ code, bits, needed }: KeyWeakness): string {
  const thing = code === 'hmac-short' ? 'The secret' : 'The key';
  return `${thing} has ${numberText(bits)} bits; ${numberText(needed)} are needed (RFC 7518). It is signed all the same.`;
}
