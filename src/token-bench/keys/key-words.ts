import type { KeyMisfit } from '#auth/keys/key-fit.ts';
import type { BenchKey, KeySource } from '#auth/keys/bench-key.ts';
import type { KeyNote, KeyProblem, KeyProblemCode } from '#auth/keys/key-problem.ts';
import type { KeyReading } from '#auth/keys/read-key.ts';
import { numberText } from '#kit/number-text.ts';
import { shown, toVisible } from '#token/visible.ts';

/** How a secret was read. */
const ENCODINGS = { utf8: 'text', hex: 'hex', base64url: 'base64url', base64: 'base64', jwk: 'a JWK' } as const;

const SOURCES: Readonly<Record<KeySource, string>> = {
  jwk: 'JWK',
  spki: 'PEM',
  pkcs8: 'PEM, PKCS #8',
  pkcs1: 'PEM, PKCS #1',
  sec1: 'PEM, SEC 1',
  certificate: 'certificate',
};

/** A thumbprint as a kid is long, and its beginning is enough to know it by. */
const KID_SHOWN = 16;

/** A key in a few words: `secret, 32 bytes, read as text`, `RSA public key, 2 048 bits, PEM`. */
export function keyName(key: BenchKey): string {
  if (key.kind === 'secret') {
    const { length } = key.bytes;
    return `secret, ${numberText(length)} ${length === 1 ? 'byte' : 'bytes'}, read as ${ENCODINGS[key.encoding]}`;
  }
  const type = key.variant === null ? key.kty : `${key.kty} ${shown(key.variant)}`;
  const bits = key.bits === null ? '' : `, ${numberText(key.bits)} bits`;
  const kid = key.kid === null ? '' : `, kid ${toVisible(key.kid, KID_SHOWN)}`;
  return `${type} ${key.kind} key${bits}, ${SOURCES[key.source]}${kid}`;
}

/** What was read from the key's field: one key, or how one of several was chosen. */
export function keyReadingWords(reading: Extract<KeyReading, { state: 'read' }>): string {
  const [first] = reading.keys;
  if (!first) return '';
  const { length } = reading.keys;
  switch (reading.choice) {
    case 'only':
      return `Read as: ${keyName(first)}.`;
    case 'kid':
      return `Picked from the set by kid: ${keyName(first)}.`;
    case 'fit':
      return `${length === 1 ? 'The one key' : `${length} keys`} of the set that ${length === 1 ? 'fits' : 'fit'} the algorithm: ${keyName(first)}${length > 1 ? ' first' : ''}.`;
    case 'open':
      return `${length} keys in the set, and none fits the algorithm by name.`;
    case 'guess':
      return `Could be ${reading.keys.map((key) => (key.kind === 'secret' ? ENCODINGS[key.encoding] : key.kind)).join(' or ')}: each is tried, in this order.`;
  }
}

const PROBLEMS: Readonly<Record<KeyProblemCode, string>> = {
  'hex-character': 'Hex has the digits 0 to 9 and a to f only.',
  'hex-odd': 'Hex has two digits for each byte, and one is missing at the end.',
  'base64-character':
    'A character does not belong into this alphabet. The two kinds of base64 differ in `-_` and `+/`.',
  'base64-length': 'The text stops in the middle of a byte.',
  'json-malformed': 'This begins like JSON and breaks its rules.',
  'json-no-key': 'JSON, but no key: a JWK has a member `kty`, a set has `keys`.',
  'jwk-kty-unknown': 'The key type in `kty` is none that is known here.',
  'jwk-member-missing': 'The JWK lacks a member that its type needs.',
  'jwk-member-type': 'A member of the JWK is not a string.',
  'jwk-member-encoding': 'A member of the JWK is not base64url.',
  'jwk-member-length': 'A member of the JWK has the wrong length.',
  'jwks-empty': 'The set has no keys.',
  'pem-unclosed': 'The `END` line is missing: copy it all.',
  'pem-character': 'A character in the PEM is not of base64.',
  'pem-encrypted':
    'This key is encrypted with a passphrase. Decrypt it first, with `openssl pkey`, on a machine you trust.',
  'pem-label-unknown': 'This kind of PEM holds no key that is known here.',
  'der-malformed': 'The PEM can be decoded, but there is no complete key inside.',
  'key-type-unknown': 'The key is of a type that JOSE does not use.',
  'key-parameters-missing': 'The key does not say its curve.',
  'ssh-key': 'A key in the format of SSH. Convert it: `ssh-keygen -e -m PKCS8 -f key.pub`.',
};

/** What is wrong with a key's text, where, and what to do. Backticks mark code. */
export function keyProblemWords({ code, at, subject }: KeyProblem): string {
  const about = subject === null ? '' : ` (${shown(subject)})`;
  const where = at === null ? '' : ` At offset ${numberText(at)}.`;
  return `${PROBLEMS[code]}${about}${where}`;
}

const NOTES: Readonly<Record<KeyNote['code'], string>> = {
  'secret-edges': 'There is white space at an end of the secret, and it counts.',
  'secret-looks-like-key':
    'The text of a key is taken for a secret here. That is what an algorithm confusion attack does (RFC 8725).',
  'private-part': 'This is a private key: whoever holds it can sign. Verifying needs only its public half.',
  'certificate-unchecked': 'Only the key was taken from the certificate: its dates, names and issuer were not checked.',
  'pem-escaped': 'The `\\n` in it were read as line breaks.',
  'text-ignored': 'Text around the key was passed over.',
  'block-ignored': 'A further block was passed over.',
  'jwk-spelling': 'A member is not in canonical base64url, and was understood all the same.',
  'jwk-duplicate': 'A member occurs twice, and the last one counts.',
  'jwk-alg-unknown': 'Its `alg` names no registered algorithm.',
  'jwks-skipped': 'A key of the set could not be read and was skipped.',
  'jwks-kid-absent': 'No key of the set has the token’s `kid`.',
};

export function keyNoteWords({ code }: KeyNote): string {
  return NOTES[code];
}

/** Why a key is not for this token. Nothing is said about the token. */
export function misfitWords({ reason, expected, found }: KeyMisfit): string {
  const got = shown(found);
  switch (reason) {
    case 'type':
      return confusionWords(expected, got);
    case 'curve':
      return `The algorithm needs ${expected}, the key is ${got}.`;
    case 'secret-length':
      return `The algorithm needs exactly ${expected} bits, the secret has ${got}.`;
    case 'alg':
      return `The JWK says it is for ${got}, the token says ${shown(expected)}.`;
    case 'use':
      return `The JWK says it is for ${got === 'enc' ? 'encryption' : `\`${got}\``}, not for signatures.`;
    case 'key-ops':
      return `The JWK allows ${got === '' ? 'nothing' : got} only.`;
    case 'private-part':
      return 'It is a private key. To check a signature its public half is enough.';
    case 'public-only':
      return 'It is a public key, and this needs the private one.';
    case 'rejected':
      return 'The browser refuses its numbers: they make no sound key.';
  }
}

function confusionWords(expected: string, found: string): string {
  const names: Readonly<Record<string, string>> = {
    oct: 'a secret',
    RSA: 'an RSA key',
    EC: 'an EC key',
    OKP: 'an Edwards key',
    AKP: 'an ML-DSA key',
  };
  const needs = `The algorithm needs ${names[expected] ?? expected}, this is ${names[found] ?? found}.`;
  return expected === 'oct' ? `${needs} Using it as a secret would be an algorithm confusion (RFC 8725 §2.1).` : needs;
}

/** What somebody may have meant with a text that could only be read as a secret; null where nothing comes to mind. */
export function whatSecretLooksLike(text: string): string | null {
  const trimmed = text.trim();
  if (/^https?:\/\/\S+$/i.test(trimmed)) {
    return 'It looks like an address. Nothing is fetched here: open it yourself, and paste the key.';
  }
  if (/^["'`]\s*\{/.test(trimmed)) return 'It looks like a JWK in quotes: paste it without them.';
  if (/^-{2,}\s*BEGIN/.test(trimmed)) return 'It looks like a PEM: its first line begins and ends with five hyphens.';
  if (/^MI[A-Z][\w+/\s-]{60,}=*$/.test(trimmed))
    return 'It looks like a PEM without its first and last line: paste those too.';
  if (/^ey[\w-]+\.[\w-]*\.[\w-]*$/.test(trimmed)) return 'It looks like a token, not a key.';
  return null;
}
