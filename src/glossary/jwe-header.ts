import type { OpenFamily } from './entry.ts';
import { jwtPractices, rfc } from './sources.ts';

/** Header parameters that only an encrypted token has (RFC 7516 §4.1, RFC 7518 §4), and the shared ones where they mean something else. */
export const JWE_HEADER_ENTRIES: OpenFamily = {
  alg: {
    term: 'alg (of a JWE)',
    says: 'How the key that encrypts the content is handed over or agreed on.',
    source: rfc(7516, '4.1.1'),
  },
  enc: {
    term: 'enc',
    says: 'How the content itself is encrypted. Only kinds that also notice changes are allowed.',
    source: rfc(7516, '4.1.2'),
  },
  zip: {
    term: 'zip',
    says: 'The content was compressed before it was encrypted. A small token may unpack to something huge, and its length can give secrets away.',
    source: jwtPractices('3.15'),
  },
  kid: {
    term: 'kid (of a JWE)',
    says: 'A hint which of the receiver’s keys opens it.',
    source: rfc(7516, '4.1.6'),
  },
  epk: {
    term: 'epk',
    says: 'A public key made for this one message, to agree on a key with. It must be checked to lie on the curve.',
    source: rfc(7518, '4.6.1.1'),
  },
  apu: {
    term: 'apu',
    says: 'Who sends it, mixed into the agreed key.',
    source: rfc(7518, '4.6.1.2'),
  },
  apv: {
    term: 'apv',
    says: 'Who receives it, mixed into the agreed key.',
    source: rfc(7518, '4.6.1.3'),
  },
  iv: {
    term: 'iv',
    says: 'The starting value with which the content key was wrapped. It must never repeat under the same key.',
    source: rfc(7518, '4.7.1.1'),
  },
  tag: {
    term: 'tag',
    says: 'The checksum of the wrapped key: it shows whether the wrapping was touched.',
    source: rfc(7518, '4.7.1.2'),
  },
  p2s: {
    term: 'p2s',
    says: 'The salt with which a password was turned into a key.',
    source: rfc(7518, '4.8.1.1'),
  },
  p2c: {
    term: 'p2c',
    says: 'How many rounds turn the password into a key. A huge number makes the receiver work for nothing, so it needs a cap.',
    source: rfc(7518, '4.8.1.2'),
  },
};
