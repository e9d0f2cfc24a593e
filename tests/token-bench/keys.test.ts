import { expect, test } from 'vitest';
import { generateKey, type GeneratedKey } from '#auth/generate-key.ts';
import { signJws } from '#auth/sign-jws.ts';
import { readKey } from '#auth/keys/read-key.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { parseToken } from '#token/parse.ts';
import type { KeyInput } from '#token-bench/keys/key-input.ts';
import { NO_KEY } from '#token-bench/keys/key-input.ts';
import { keyReadingWords } from '#token-bench/keys/key-words.ts';
import { verifyWith } from '#token-bench/keys/verify.ts';
import { encodeText } from '#token-bench/samples/encode-text.ts';
import { signSample } from '#token-bench/samples/sign-sample.ts';
import { tokenText } from '../anatomy/tokens.ts';

const SECRET = 'a-string-secret-at-least-256-bits-long';
const CLAIMS = '{"sub":"42"}';

async function said(text: string, input: Partial<KeyInput>) {
  const token = parseToken(text);
  const verification = await verifyWith(token, { ...NO_KEY, ...input });
  const { kind, says, detail } = verification.says;
  return { kind, says, detail };
}

async function pair(alg: string): Promise<Extract<GeneratedKey, { kind: 'pair' }>> {
  const made = await generateKey(alg, { rsaBits: 2048, randomBytes: (length) => new Uint8Array(length) });
  if (made.state !== 'generated' || made.key.kind !== 'pair') throw new Error(`no pair for ${alg}`);
  return made.key;
}

async function signedBy(alg: string, keyText: string): Promise<string> {
  const reading = readKey(keyText, { encoding: 'auto', kid: null, fits: () => true });
  const key = reading.state === 'read' ? reading.keys[0] : undefined;
  if (!key) throw new Error('key not read');
  const signed = await signJws({ alg, header: `{"alg":"${alg}"}`, payload: encodeUtf8(CLAIMS), key });
  if (signed.state !== 'signed') throw new Error(signed.state);
  return signed.token;
}

const hs = () => signSample('{"alg":"HS256"}', CLAIMS, SECRET);

test('without a key nothing is said against the token, and what is needed is said', async () => {
  expect(await said(await hs(), {})).toEqual({
    kind: 'neutral',
    says: 'Not checked',
    detail: 'HS256: paste the secret to check it.',
  });
});

test('the right secret matches', async () => {
  expect(await said(await hs(), { text: SECRET })).toMatchObject({ kind: 'valid', says: 'Matches this secret' });
});

test('the right secret in hex matches, as what it is', async () => {
  const hex = Array.from(SECRET, (letter) => letter.charCodeAt(0).toString(16)).join('');
  expect(await said(await hs(), { text: hex, encoding: 'hex' })).toMatchObject({ kind: 'valid' });
  expect(await said(await hs(), { text: hex, encoding: 'utf8' })).toMatchObject({
    kind: 'wrong',
    says: 'Does not match',
  });
  expect(await said(await hs(), { text: hex })).toMatchObject({ kind: 'valid' });
});

test('a short secret matches with a warning', async () => {
  const token = await signSample('{"alg":"HS256"}', CLAIMS, 'secret');
  const { kind, says, detail } = await said(token, { text: 'secret' });
  expect({ kind, says }).toEqual({ kind: 'warning', says: 'Matches, with a weak secret' });
  expect(detail).toContain('48 bits. HS256 needs 256');
});

test.each(['RS256', 'ES256', 'EdDSA'])(
  'a token of %s is verified with its public key as PEM and as JWK',
  async (alg) => {
    const made = await pair(alg);
    const token = await signedBy(alg, JSON.stringify(made.privateJwk));
    expect(await said(token, { text: made.publicPem })).toMatchObject({ kind: 'valid', says: 'Matches this key' });
    expect(await said(token, { text: JSON.stringify(made.publicJwk) })).toMatchObject({ kind: 'valid' });
  },
);

test('a private key is named as one, and used only when asked', async () => {
  const made = await pair('ES256');
  const token = await signedBy('ES256', made.privatePem);
  expect(await said(token, { text: made.privatePem })).toMatchObject({
    kind: 'warning',
    says: 'That is a private key',
  });
  expect(await said(token, { text: made.privatePem, usePrivate: true })).toMatchObject({ kind: 'valid' });
});

test('a public key is not taken for the secret of an HMAC', async () => {
  const made = await pair('RS256');
  const { says, detail } = await said(await hs(), { text: made.publicPem });
  expect(says).toBe('The key does not fit');
  expect(detail).toContain('algorithm confusion');
});

test('an algorithm that is missing here is no fault of the token', async () => {
  const text = `${encodeText('{"alg":"ES256K"}')}.${encodeText(CLAIMS)}.${'A'.repeat(86)}`;
  const { kind, says, detail } = await said(text, { text: '' });
  expect({ kind, says }).toEqual({ kind: 'neutral', says: 'Cannot verify here' });
  expect(detail).toContain('says nothing against the token');
});

test('of a set the key with the token’s kid is picked', async () => {
  const [one, two] = [await pair('ES256'), await pair('ES256')];
  const key = readKey(JSON.stringify(two.privateJwk), { encoding: 'auto', kid: null, fits: () => true });
  const signer = key.state === 'read' ? key.keys[0] : undefined;
  if (!signer) throw new Error('key not read');
  const header = JSON.stringify({ alg: 'ES256', kid: signer.kid });
  const signed = await signJws({ alg: 'ES256', header, payload: encodeUtf8(CLAIMS), key: signer });
  const set = JSON.stringify({ keys: [one.publicJwk, two.publicJwk] });
  const token = parseToken(signed.state === 'signed' ? signed.token : '');
  const verification = await verifyWith(token, { ...NO_KEY, text: set });
  expect(verification.signatures[0]?.verdict.state).toBe('valid');
  expect(verification.key.state === 'read' && keyReadingWords(verification.key)).toContain(
    'Picked from the set by kid',
  );
});

test('a key that cannot be read says what is wrong and where', async () => {
  const { says, detail } = await said(await hs(), { text: 'zz', encoding: 'hex' });
  expect(says).toBe('Key not readable');
  expect(detail).toContain('offset 0');
});

test('an unsecured token has nothing to verify, whatever the key', async () => {
  const text = `${encodeText('{"alg":"none"}')}.${encodeText(CLAIMS)}.`;
  expect(await said(text, { text: SECRET })).toMatchObject({ kind: 'wrong', says: 'Not signed' });
});

test('a detached payload is verified once it is given', async () => {
  const [head = '', , signature = ''] = (await hs()).split('.');
  const text = `${head}..${signature}`;
  expect(await said(text, { text: SECRET })).toMatchObject({ says: 'Cannot verify here' });
  expect(await said(text, { text: SECRET, detached: CLAIMS })).toMatchObject({ kind: 'valid' });
});

test('a broken format is refused unseen, and the bytes are judged beside it', async () => {
  const text = await signSample('{"alg":"HS256","crit":["x"],"x":1}', CLAIMS, SECRET);
  const { says, detail } = await said(text, { text: SECRET });
  expect(says).toBe('To be refused unseen');
  expect(detail).toContain('The bytes do match this key');
});

test.each([
  ['https://idp.example/.well-known/jwks.json', 'Nothing is fetched here'],
  ['"{\\"kty\\":\\"RSA\\"}"', 'a JWK in quotes'],
  ['----BEGIN PUBLIC KEY----\nMIIB', 'five hyphens'],
  [`MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA${'u'.repeat(60)}`, 'without its first and last line'],
  ['eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.', 'a token, not a key'],
])('%s in the place of a key is taken for what it may have been meant as', async (text, looks) => {
  const { says, detail } = await said(tokenText('{"sub":"42"}', '{"alg":"RS256"}'), { text });
  expect(says).toBe('The key does not fit');
  expect(detail).toContain(looks);
});

test('a secret in the place of a key, and an address as a secret, are called nothing else', async () => {
  const other = await said(tokenText('{"sub":"42"}', '{"alg":"RS256"}'), { text: SECRET });
  expect(other.detail).not.toContain('looks like');
  expect((await said(await hs(), { text: 'https://idp.example/' })).detail).not.toContain('looks like');
});

test('an algorithm without a name is called so', async () => {
  const { detail } = await said(tokenText('{"sub":"42"}', '{"alg":""}'), { text: SECRET });
  expect(detail).toContain('An empty `alg` is no algorithm');
});
