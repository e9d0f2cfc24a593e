import type { OpenFamily } from './entry.ts';
import { rfc } from './sources.ts';

/** Header parameters of a signed token (RFC 7515 §4.1), and those that other documents add to them. */
export const JWS_HEADER_ENTRIES: OpenFamily = {
  alg: {
    term: 'alg',
    says: 'How the token says it was signed. The verifier must already know which algorithm it accepts; it must not take a stranger’s word for it.',
    source: rfc(7515, '4.1.1'),
  },
  typ: {
    term: 'typ',
    says: 'What kind of token this is, such as `at+jwt` for an access token. Checked, it keeps one kind from being used as another.',
    source: rfc(7515, '4.1.9'),
  },
  cty: {
    term: 'cty',
    says: 'What the payload holds. `JWT` says that another token is nested inside.',
    source: rfc(7515, '4.1.10'),
  },
  kid: {
    term: 'kid',
    says: 'A hint which key was used. It is text from a stranger: look it up in a fixed list, never in a path or a query.',
    source: rfc(7515, '4.1.4'),
  },
  jku: {
    term: 'jku',
    says: 'An address where the key is said to be. Whoever fetches it lets the forger choose the key.',
    source: rfc(7515, '4.1.2'),
  },
  jwk: {
    term: 'jwk',
    says: 'A public key carried along in the token. A token signed by the key it brings proves nothing about who made it.',
    source: rfc(7515, '4.1.3'),
  },
  x5u: {
    term: 'x5u',
    says: 'An address where a certificate is said to be. Like `jku`, it is for the sender to claim and not for the verifier to believe.',
    source: rfc(7515, '4.1.5'),
  },
  x5c: {
    term: 'x5c',
    says: 'A chain of certificates carried along. It counts only if it leads to a root the verifier trusted before.',
    source: rfc(7515, '4.1.6'),
  },
  x5t: {
    term: 'x5t',
    says: 'The SHA-1 fingerprint of a certificate, as a hint which key to use.',
    source: rfc(7515, '4.1.7'),
  },
  'x5t#S256': {
    term: 'x5t#S256',
    says: 'The SHA-256 fingerprint of a certificate, as a hint which key to use.',
    source: rfc(7515, '4.1.8'),
  },
  crit: {
    term: 'crit',
    says: 'Names of header parameters that a verifier must understand. If it does not know one of them, it must refuse the token.',
    source: rfc(7515, '4.1.11'),
  },
  b64: {
    term: 'b64',
    says: '`false` means the payload is signed as it is, not as base64url. A JWT must not use it.',
    source: rfc(7797, '3'),
  },
  url: {
    term: 'url',
    says: 'The address this message was made for, so that it cannot be sent elsewhere. Used by ACME.',
    source: rfc(8555, '6.4.1'),
  },
  nonce: {
    term: 'nonce',
    says: 'A value the server asked to have repeated, so that the message cannot be used twice. Used by ACME.',
    source: rfc(8555, '6.5.2'),
  },
  iss: {
    term: 'iss (in the header)',
    says: 'The issuer, copied out of the claims. Where the payload is encrypted this lets a receiver sort tokens; both must be equal.',
    source: rfc(7519, '5.3'),
  },
  sub: {
    term: 'sub (in the header)',
    says: 'The subject, copied out of the claims; both must be equal.',
    source: rfc(7519, '5.3'),
  },
  aud: {
    term: 'aud (in the header)',
    says: 'The audience, copied out of the claims; both must be equal.',
    source: rfc(7519, '5.3'),
  },
};
