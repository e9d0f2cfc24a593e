import type { SignatureVerdict, VerifiedSignature } from '#auth/verify-for-bench.ts';
import { numberText } from '#kit/number-text.ts';
import type { FindingCode } from '#token/findings.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { shown } from '#token/visible.ts';
import { keyName, keyProblemWords, misfitWords, whatSecretLooksLike } from '../keys/key-words.ts';
import type { Verification } from '../keys/key-input.ts';
import { noKeyWords } from './no-key-words.ts';
import type { VerdictWords } from './verdict-words.ts';

/** The second verdict: whether a key and the bytes belong together. It never means that a token is to be trusted. */
export function signatureWords(
  token: ParsedToken,
  verification: Pick<Verification, 'input' | 'key' | 'signatures'>,
): VerdictWords {
  const [first] = verification.signatures;
  if (!first) return { kind: 'neutral', says: 'No signature', detail: whyNone(token) };
  const { key } = verification;
  if (key.state === 'unreadable' && first.verdict.state === 'no-key') {
    return { kind: 'warning', says: 'Key not readable', detail: keyProblemWords(key.problem) };
  }
  const words = first.says;
  const looks = isSecretForKey(first.verdict) ? whatSecretLooksLike(verification.input.text) : null;
  return looks === null ? words : { ...words, detail: `${words.detail} ${looks}` };
}

/** A text was taken for a secret because it is no key, where a key is needed. */
function isSecretForKey(verdict: SignatureVerdict): boolean {
  return verdict.state === 'key-mismatch' && verdict.misfit.reason === 'type' && verdict.misfit.found === 'oct';
}

function whyNone({ form }: ParsedToken): string {
  if (form === 'jwe' || form === 'jwe-json') return 'It is encrypted: a checksum is compared when a key opens it.';
  return form === 'malformed' ? 'Without three segments nothing says what was signed.' : '';
}

/** One signature of a token in words. `termOf`: what a broken rule is called. */
export function verdictWords(
  { verdict, signature }: VerifiedSignature,
  termOf: (code: FindingCode) => string,
): VerdictWords {
  const { alg } = signature;
  const name = alg === null ? 'the algorithm' : shown(alg) || 'An empty `alg`';
  switch (verdict.state) {
    case 'valid':
      return validWords(verdict, name);
    case 'invalid':
      return invalidWords(verdict, name, termOf);
    case 'cannot-verify-here':
      return {
        kind: 'neutral',
        says: 'Cannot verify here',
        detail: `${cannotWords(verdict.reason, name)} That says nothing against the token.`,
      };
    case 'key-mismatch':
      return verdict.misfit.reason === 'private-part'
        ? {
            kind: 'warning',
            says: 'That is a private key',
            detail: 'It has not been used. To check a signature its public half is enough.',
          }
        : { kind: 'warning', says: 'The key does not fit', detail: misfitWords(verdict.misfit) };
    case 'unsecured':
      return {
        kind: 'wrong',
        says: 'Not signed',
        detail: 'Anybody can have written this. There is nothing to verify.',
      };
    case 'no-key':
      return noKeyWords(signature);
  }
}

function validWords({ key, weakness }: Extract<SignatureVerdict, { state: 'valid' }>, alg: string): VerdictWords {
  const thing = key.kind === 'secret' ? 'secret' : 'key';
  if (weakness !== null) {
    return {
      kind: 'warning',
      says: `Matches, with a weak ${thing}`,
      detail: `${numberText(weakness.bits)} bits. ${alg} needs ${numberText(weakness.needed)} (RFC 7518).`,
    };
  }
  return { kind: 'valid', says: `Matches this ${thing}`, detail: `${alg}, ${keyName(key)}.` };
}

function invalidWords(
  verdict: Extract<SignatureVerdict, { state: 'invalid' }>,
  alg: string,
  termOf: (code: FindingCode) => string,
): VerdictWords {
  switch (verdict.reason) {
    case 'mismatch':
      return {
        kind: 'wrong',
        says: 'Does not match',
        detail: `Made with another key, or for another text. ${alg}${verdict.tried > 1 ? `, ${verdict.tried} readings of the key tried` : ''}.`,
      };
    case 'length':
      return {
        kind: 'wrong',
        says: 'No such signature',
        detail: `${verdict.bytes} bytes. ${alg} signatures have ${verdict.expected.join(' or ')}.`,
      };
    case 'format': {
      const match =
        verdict.bytesMatch === true
          ? ' The bytes do match this key.'
          : verdict.bytesMatch === false
            ? ' The bytes do not match this key either.'
            : '';
      return { kind: 'wrong', says: 'To be refused unseen', detail: `${termOf(verdict.code)}.${match}` };
    }
  }
}

function cannotWords(
  reason: Extract<SignatureVerdict, { state: 'cannot-verify-here' }>['reason'],
  alg: string,
): string {
  switch (reason) {
    case 'alg-unknown':
      return `${alg} is no algorithm that is known here.`;
    case 'alg-unsupported':
      return `This browser does not have ${alg}.`;
    case 'no-webcrypto':
      return 'Browsers withhold cryptography from pages on plain http.';
    case 'payload-elsewhere':
      return 'The payload travels apart from this token: give it below.';
  }
}
