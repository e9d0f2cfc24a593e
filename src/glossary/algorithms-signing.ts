import type { OpenFamily } from './entry.ts';
import { owasp, rfc } from './sources.ts';

/** Algorithms a run can use, and those a pasted token can name in `alg`. */
export const SIGNING_ALGORITHM_ENTRIES: OpenFamily = {
  HS256: {
    term: 'HS256',
    says: 'HMAC with SHA-256: one secret signs and verifies, so whoever can check a token can also forge one. The secret needs at least 256 random bits.',
    source: rfc(7518, '3.2'),
  },
  HS384: { term: 'HS384', says: 'As HS256, with SHA-384 and a secret of at least 384 bits.', source: rfc(7518, '3.2') },
  HS512: { term: 'HS512', says: 'As HS256, with SHA-512 and a secret of at least 512 bits.', source: rfc(7518, '3.2') },
  RS256: {
    term: 'RS256',
    says: 'RSA with SHA-256: a private key signs, a public key verifies. Signatures are 256 bytes long and slow to make.',
    source: rfc(7518, '3.3'),
  },
  RS384: { term: 'RS384', says: 'As RS256, with SHA-384.', source: rfc(7518, '3.3') },
  RS512: { term: 'RS512', says: 'As RS256, with SHA-512.', source: rfc(7518, '3.3') },
  PS256: {
    term: 'PS256',
    says: 'RSA in the newer PSS form, with SHA-256. Two signatures of the same text differ.',
    source: rfc(7518, '3.5'),
  },
  PS384: { term: 'PS384', says: 'As PS256, with SHA-384.', source: rfc(7518, '3.5') },
  PS512: { term: 'PS512', says: 'As PS256, with SHA-512.', source: rfc(7518, '3.5') },
  ES256: {
    term: 'ES256',
    says: 'Elliptic curve P-256: a private key signs, a public key verifies, and the signature has 64 bytes.',
    source: rfc(7518, '3.4'),
  },
  ES384: { term: 'ES384', says: 'As ES256, on the curve P-384.', source: rfc(7518, '3.4') },
  ES512: { term: 'ES512', says: 'As ES256, on the curve P-521.', source: rfc(7518, '3.4') },
  ES256K: {
    term: 'ES256K',
    says: 'As ES256, on the curve secp256k1, known from Bitcoin. Browsers do not offer it.',
    source: rfc(8812, '3.2'),
  },
  EdDSA: {
    term: 'EdDSA',
    says: 'An Edwards curve, here Ed25519: short, fast, and the same text gives the same signature. `Ed25519` is now the exact name.',
    source: rfc(8037, '3.1'),
  },
  Ed25519: {
    term: 'Ed25519',
    says: 'A private key signs, a public key verifies; 64 bytes, the same for the same text.',
    source: rfc(9864, '2.2'),
  },
  Ed448: { term: 'Ed448', says: 'As Ed25519, on a larger curve: 114 bytes.', source: rfc(9864, '2.2') },
  'ML-DSA-44': {
    term: 'ML-DSA-44',
    says: 'A signature meant to hold against quantum computers too. It is large: 2420 bytes.',
    source: { document: 'FIPS 204', url: 'https://csrc.nist.gov/pubs/fips/204/final' },
  },
  'ML-DSA-65': {
    term: 'ML-DSA-65',
    says: 'As ML-DSA-44, stronger and larger: 3309 bytes.',
    source: { document: 'FIPS 204', url: 'https://csrc.nist.gov/pubs/fips/204/final' },
  },
  'ML-DSA-87': {
    term: 'ML-DSA-87',
    says: 'As ML-DSA-44, strongest and largest: 4627 bytes.',
    source: { document: 'FIPS 204', url: 'https://csrc.nist.gov/pubs/fips/204/final' },
  },
  none: {
    term: 'none',
    says: 'Not signed at all. Anybody can write such a token; a server must refuse it.',
    source: rfc(7518, '3.6'),
  },
  'PBKDF2-HMAC-SHA-256': {
    term: 'PBKDF2-HMAC-SHA-256',
    says: 'Turns a password into a value by hundreds of thousands of rounds, so that guessing costs time. 600 000 rounds are asked for today.',
    source: owasp('Password_Storage', 'PBKDF2'),
  },
  'SHA-256': {
    term: 'SHA-256',
    says: 'Turns any text into 32 bytes, always the same for the same text; there is no way back. Fast, so it must not stand in for the hashing of passwords.',
    source: { document: 'FIPS 180-4', url: 'https://csrc.nist.gov/pubs/fips/180-4/upd1/final' },
  },
  CSPRNG: {
    term: 'CSPRNG',
    says: 'A generator whose next bytes nobody can guess, however many they have seen. Ids and keys come from nowhere else.',
    source: rfc(4086, '6.2'),
  },
};
