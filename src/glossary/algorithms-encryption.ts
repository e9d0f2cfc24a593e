import type { OpenFamily } from './entry.ts';
import { jwtPractices, rfc } from './sources.ts';

/** Algorithms that an encrypted token can name in `alg` (how the key travels) and in `enc` (how the content is encrypted). */
export const ENCRYPTION_ALGORITHM_ENTRIES: OpenFamily = {
  dir: {
    term: 'dir',
    says: 'Both sides already share the key that encrypts the content; none travels.',
    source: rfc(7518, '4.5'),
  },
  RSA1_5: {
    term: 'RSA1_5',
    says: 'RSA in its old padding. A server that reports its failures differently can be made to decrypt for a stranger.',
    source: jwtPractices('3.2'),
  },
  'RSA-OAEP': {
    term: 'RSA-OAEP',
    says: 'The content key is encrypted with the receiver’s public RSA key.',
    source: rfc(7518, '4.3'),
  },
  'RSA-OAEP-256': { term: 'RSA-OAEP-256', says: 'As RSA-OAEP, with SHA-256.', source: rfc(7518, '4.3') },
  A128KW: {
    term: 'A128KW',
    says: 'The content key is wrapped with a shared 128-bit AES key.',
    source: rfc(7518, '4.4'),
  },
  A192KW: { term: 'A192KW', says: 'As A128KW, with 192 bits.', source: rfc(7518, '4.4') },
  A256KW: { term: 'A256KW', says: 'As A128KW, with 256 bits.', source: rfc(7518, '4.4') },
  'ECDH-ES': {
    term: 'ECDH-ES',
    says: 'Both sides agree on the content key by an elliptic curve, with a sender’s key made for this one message.',
    source: rfc(7518, '4.6'),
  },
  'ECDH-ES+A128KW': {
    term: 'ECDH-ES+A128KW',
    says: 'The agreed key wraps the content key (128 bits).',
    source: rfc(7518, '4.6'),
  },
  'ECDH-ES+A192KW': {
    term: 'ECDH-ES+A192KW',
    says: 'The agreed key wraps the content key (192 bits).',
    source: rfc(7518, '4.6'),
  },
  'ECDH-ES+A256KW': {
    term: 'ECDH-ES+A256KW',
    says: 'The agreed key wraps the content key (256 bits).',
    source: rfc(7518, '4.6'),
  },
  A128GCMKW: {
    term: 'A128GCMKW',
    says: 'The content key is wrapped with AES-GCM, 128 bits.',
    source: rfc(7518, '4.7'),
  },
  A192GCMKW: { term: 'A192GCMKW', says: 'As A128GCMKW, with 192 bits.', source: rfc(7518, '4.7') },
  A256GCMKW: { term: 'A256GCMKW', says: 'As A128GCMKW, with 256 bits.', source: rfc(7518, '4.7') },
  'PBES2-HS256+A128KW': {
    term: 'PBES2-HS256+A128KW',
    says: 'A password becomes the key, by as many rounds as `p2c` says.',
    source: rfc(7518, '4.8'),
  },
  'PBES2-HS384+A192KW': {
    term: 'PBES2-HS384+A192KW',
    says: 'As PBES2-HS256+A128KW, with SHA-384 and 192 bits.',
    source: rfc(7518, '4.8'),
  },
  'PBES2-HS512+A256KW': {
    term: 'PBES2-HS512+A256KW',
    says: 'As PBES2-HS256+A128KW, with SHA-512 and 256 bits.',
    source: rfc(7518, '4.8'),
  },
  'A128CBC-HS256': {
    term: 'A128CBC-HS256',
    says: 'Content encrypted with AES-CBC and sealed with an HMAC, from one key of 256 bits.',
    source: rfc(7518, '5.2'),
  },
  'A192CBC-HS384': {
    term: 'A192CBC-HS384',
    says: 'As A128CBC-HS256, from one key of 384 bits.',
    source: rfc(7518, '5.2'),
  },
  'A256CBC-HS512': {
    term: 'A256CBC-HS512',
    says: 'As A128CBC-HS256, from one key of 512 bits.',
    source: rfc(7518, '5.2'),
  },
  A128GCM: {
    term: 'A128GCM',
    says: 'Content encrypted and sealed in one go. The starting value must never repeat under the same key.',
    source: rfc(7518, '5.3'),
  },
  A192GCM: { term: 'A192GCM', says: 'As A128GCM, with 192 bits.', source: rfc(7518, '5.3') },
  A256GCM: { term: 'A256GCM', says: 'As A128GCM, with 256 bits.', source: rfc(7518, '5.3') },
};
