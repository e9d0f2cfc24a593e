import type { FindingEntry, OpenFamily } from './entry.ts';
import { jwtPractices, rfc } from './sources.ts';

/** Header parameters, payload and signature. */
export const HEADER_FINDING_ENTRIES: OpenFamily<FindingEntry> = {
  'header-not-object': {
    term: 'Header is no object',
    says: 'The first part must be a JSON object. Without it nobody knows how the rest is to be read.',
    advice: 'Check whether this is a token at all.',
    source: rfc(7515, '5.2'),
  },
  'header-parameter-type': {
    term: 'Parameter of the wrong type',
    says: 'This header parameter must be of another type. Programs that convert silently disagree on what it says.',
    advice: 'Write it as the standard asks.',
    source: rfc(7515, '4.1'),
  },
  'alg-missing': {
    term: 'No `alg`',
    says: 'Every header must name its algorithm.',
    advice: 'Refuse the token.',
    source: rfc(7515, '4.1.1'),
  },
  'alg-none': {
    term: 'Not signed',
    says: '`alg` is `none`: anybody could have written this, and anybody can change it.',
    advice: 'Accept only the algorithms you listed beforehand, and never `none`.',
    source: jwtPractices('3.2'),
  },
  'alg-none-with-signature': {
    term: 'Not signed, with a signature',
    says: '`alg` is `none`, and yet there is a third part. The two cannot both be right.',
    advice: 'Refuse it: somebody probably changed `alg` on a signed token.',
    source: rfc(7518, '3.6'),
  },
  'alg-spelling': {
    term: 'Misspelled algorithm',
    says: 'Names of algorithms are case-sensitive. A check for `none` that looks at small letters only is dodged like this.',
    advice: 'Compare with a list of allowed names, exactly.',
    source: rfc(7515, '4.1.1'),
  },
  'alg-unknown': {
    term: 'Unknown algorithm',
    says: 'No registered algorithm has this name, so it cannot be verified here. That is not the same as invalid.',
    advice: 'Ask the issuer what it means.',
    source: rfc(7515, '4.1.1'),
  },
  'alg-not-for-signing': {
    term: 'Not a signing algorithm',
    says: 'The token has three parts like a signed one, but names an algorithm for encryption.',
    advice: 'Refuse it.',
    source: rfc(7518, '3.1'),
  },
  'alg-not-for-encryption': {
    term: 'Not an encryption algorithm',
    says: 'The token has five parts like an encrypted one, but names an algorithm for signing.',
    advice: 'Refuse it.',
    source: rfc(7518, '4.1'),
  },
  'crit-not-array': {
    term: '`crit` is no list',
    says: '`crit` must be a list of names.',
    advice: 'Refuse the token: what must be understood cannot be read.',
    source: rfc(7515, '4.1.11'),
  },
  'crit-empty': {
    term: '`crit` is empty',
    says: 'An empty list demands nothing, and the standard forbids it.',
    advice: 'Leave `crit` out.',
    source: rfc(7515, '4.1.11'),
  },
  'crit-not-string': {
    term: '`crit` holds no name',
    says: 'Every element of `crit` must be the name of a header parameter.',
    advice: 'Refuse the token.',
    source: rfc(7515, '4.1.11'),
  },
  'crit-duplicate': {
    term: '`crit` names one twice',
    says: 'A name must stand in `crit` once.',
    advice: 'Remove the second.',
    source: rfc(7515, '4.1.11'),
  },
  'crit-registered': {
    term: '`crit` names a standard parameter',
    says: 'Parameters that every reader must know anyway do not belong in `crit`.',
    advice: 'Leave it out.',
    source: rfc(7515, '4.1.11'),
  },
  'crit-absent': {
    term: '`crit` names what is not there',
    says: 'The parameter it calls critical is not in the header.',
    advice: 'Refuse the token.',
    source: rfc(7515, '4.1.11'),
  },
  'crit-unknown': {
    term: 'Unknown critical parameter',
    says: 'The token says: do not use me unless you understand this. Nothing here does.',
    advice: 'Refuse the token. To skip what is unknown is what `crit` forbids.',
    source: rfc(7515, '4.1.11'),
  },
  'crit-unprotected': {
    term: '`crit` outside the signature',
    says: '`crit` stands in a header that the signature does not cover, so anybody could have taken it out.',
    advice: 'Refuse the token.',
    source: rfc(7515, '4.1.11'),
  },
  'b64-unencoded': {
    term: 'Payload as it is',
    says: '`b64` is `false`: the payload was signed without encoding it.',
    advice: 'Make sure that signer and verifier both know that.',
    source: rfc(7797, '3'),
  },
  'b64-not-critical': {
    term: '`b64` without `crit`',
    says: 'A reader that does not know `b64` would compute another signature, so `crit` must name it.',
    advice: 'Add `b64` to `crit`.',
    source: rfc(7797, '6'),
  },
  'b64-in-jwt': {
    term: '`b64` in a JWT',
    says: 'A JWT must not use unencoded payloads.',
    advice: 'Encode the payload.',
    source: rfc(7797, '7'),
  },
  'b64-character': {
    term: 'Character that cannot stand bare',
    says: 'An unencoded payload between dots must hold no dot, and only characters that survive in a URL.',
    advice: 'Send the payload apart from the token.',
    source: rfc(7797, '5.2'),
  },
  'payload-empty': {
    term: 'Payload sent apart',
    says: 'There is nothing between the dots: the content travels elsewhere, and is needed for verifying.',
    advice: 'Supply the content. If there should be some, copy the token again.',
    source: rfc(7515, 'F'),
  },
  'payload-not-json': {
    term: 'Payload is no JSON',
    says: 'Anything may be signed like this. It is a signed text, only not a JWT.',
    advice: 'Do not look for claims in it.',
    source: rfc(7519, '7.2'),
  },
  'payload-not-object': {
    term: 'Payload is no set of claims',
    says: 'The claims of a JWT are one JSON object. This is JSON of another kind.',
    advice: 'Do not look for claims in it.',
    source: rfc(7519, '7.2'),
  },
  'payload-nested': {
    term: 'A token inside the token',
    says: '`cty` says that the payload is a token itself, signed or encrypted once more.',
    advice: 'Verify the outer one first, then the inner one, each with its own key.',
    source: rfc(7519, '5.2'),
  },
  'payload-nested-undeclared': {
    term: 'A token inside, not announced',
    says: 'The payload looks like a token, but `cty` does not say so.',
    advice: 'Set `cty` to `JWT` where tokens are nested.',
    source: rfc(7519, '5.2'),
  },
  'signature-empty': {
    term: 'Signature missing',
    says: 'The header names an algorithm, but the third part is empty. Some libraries have let this through.',
    advice: 'Refuse it.',
    source: rfc(7515, '5.2'),
  },
};
