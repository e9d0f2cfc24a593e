import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactEncrypt } from 'jose';
import { describe, expect, test } from 'vitest';
import { INFLATED_LIMIT, decryptJwe, type Decryption } from '#auth/jwe-decrypt.ts';
import type { SecretEncoding } from '#auth/keys/secret-text.ts';
import { encodeBase64url } from '#token/base64url.ts';
import { parseToken } from '#token/parse.ts';
import { decodeUtf8, encodeUtf8 } from '#token/utf8.ts';
import { keysOf, readAlone } from './bench.ts';

interface Example {
  readonly section: string;
  readonly key: object;
  readonly plaintext?: string;
  readonly compact?: string;
  readonly general?: object;
  readonly flattened?: object;
}

interface Rfc7516 {
  readonly examples: readonly Example[];
  readonly general: { readonly keys: readonly object[]; readonly text: string; readonly plaintext: string };
}

interface Rfc7520 {
  readonly jwe: readonly Example[];
  readonly plaintext: string;
  readonly severalRecipients: { readonly keys: readonly object[]; readonly general: object };
}

function load(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'vectors', name), 'utf8'));
}

async function decrypt(text: string, keyText: string, encoding: SecretEncoding | 'auto' = 'auto'): Promise<Decryption> {
  const token = parseToken(text);
  if (token.form !== 'jwe' && token.form !== 'jwe-json') throw new Error(`no JWE but ${token.form}`);
  return decryptJwe(token, keysOf(readAlone(keyText, encoding)));
}

async function plaintextOf(text: string, key: object): Promise<string> {
  const result = await decrypt(text, JSON.stringify(key));
  return result.state === 'decrypted' ? decodeUtf8(result.plaintext) : JSON.stringify(result);
}

const formsOf = ({ compact, general, flattened, ...rest }: Example) =>
  [compact, general, flattened]
    .filter((form) => form !== undefined)
    .map((form) => ({ ...rest, text: typeof form === 'string' ? form : JSON.stringify(form) }));

describe('RFC 7516, appendix A', () => {
  const { examples, general } = load('rfc7516.json') as Rfc7516;
  const [rsaOaep, rsa15, aesWrap] = examples;

  test('A.1 is decrypted with RSA-OAEP', async () => {
    expect(await plaintextOf(rsaOaep?.compact ?? '', rsaOaep?.key ?? {})).toBe(rsaOaep?.plaintext);
  });

  test('A.2 wants RSA1_5, which nothing here does', async () => {
    expect(await decrypt(rsa15?.compact ?? '', JSON.stringify(rsa15?.key))).toEqual({
      state: 'cannot-decrypt-here',
      reason: 'alg-unsupported',
    });
  });

  test('A.3 is decrypted with A128KW', async () => {
    expect(await plaintextOf(aesWrap?.compact ?? '', aesWrap?.key ?? {})).toBe(aesWrap?.plaintext);
  });

  test('A.4 is for two, and the second can be served', async () => {
    const result = await decrypt(general.text, JSON.stringify({ keys: general.keys }));
    expect(result).toMatchObject({ state: 'decrypted', recipient: 1 });
    expect(result.state === 'decrypted' && decodeUtf8(result.plaintext)).toBe(general.plaintext);
  });
});

describe('RFC 7520, section 5', () => {
  const { jwe, plaintext, severalRecipients } = load('rfc7520.json') as Rfc7520;
  const [rsa15, ...others] = jwe;

  test('5.1 wants RSA1_5, which nothing here does', async () => {
    expect(await decrypt(rsa15?.compact ?? '', JSON.stringify(rsa15?.key))).toMatchObject({
      state: 'cannot-decrypt-here',
    });
  });

  test.each(others.flatMap(formsOf))('$section is decrypted', async (example) => {
    expect(await plaintextOf(example.text, example.key)).toBe(example.plaintext ?? plaintext);
  });

  test('5.13 is for three, and each of the two keys here opens it for its own', async () => {
    const text = JSON.stringify(severalRecipients.general);
    const results = await Promise.all(severalRecipients.keys.map((key) => decrypt(text, JSON.stringify(key))));
    expect(results).toMatchObject([
      { state: 'decrypted', recipient: 1 },
      { state: 'decrypted', recipient: 2 },
    ]);
    const texts = results.map((result) => (result.state === 'decrypted' ? decodeUtf8(result.plaintext) : ''));
    expect(texts).toEqual([plaintext, plaintext]);
  });
});

describe('a JWE', () => {
  const secret = encodeUtf8('0123456789abcdef');

  async function encrypted(plaintext: Uint8Array, header: { alg: string; enc: string; zip?: 'DEF' }): Promise<string> {
    return new CompactEncrypt(plaintext).setProtectedHeader(header).encrypt(secret);
  }

  test('says no more than "failed" for another key and for a changed byte', async () => {
    const text = await encrypted(encodeUtf8('{"sub":"1"}'), { alg: 'A128KW', enc: 'A128GCM' });
    expect(await decrypt(text, 'fedcba9876543210', 'utf8')).toEqual({ state: 'failed', tried: 1 });
    const parts = text.split('.');
    const changed = [...parts.slice(0, 3), encodeBase64url(encodeUtf8('{"sub":"2"}')), parts[4]].join('.');
    expect(await decrypt(changed, '0123456789abcdef', 'utf8')).toEqual({ state: 'failed', tried: 1 });
  });

  test('wants a secret of its length', async () => {
    const text = await encrypted(encodeUtf8('x'), { alg: 'dir', enc: 'A128GCM' });
    expect(await decrypt(text, 'short', 'utf8')).toMatchObject({
      state: 'key-mismatch',
      misfit: { reason: 'secret-length', expected: '128', found: '40' },
    });
    expect(await decrypt(text, '0123456789abcdef', 'utf8')).toMatchObject({ state: 'decrypted' });
  });

  test('finds the encoding of its secret by trying', async () => {
    const text = await encrypted(encodeUtf8('x'), { alg: 'dir', enc: 'A128GCM' });
    const hex = '30313233343536373839616263646566';
    const result = await decrypt(text, hex);
    expect(result).toMatchObject({ state: 'decrypted', key: { encoding: 'hex' } });
  });

  test('is told apart from a missing key, and from a key of another type', async () => {
    const text = await encrypted(encodeUtf8('x'), { alg: 'dir', enc: 'A128GCM' });
    expect(await decrypt(text, '')).toEqual({ state: 'no-key' });
    const key = { kty: 'OKP', crv: 'X25519', x: encodeBase64url(new Uint8Array(32).fill(9)) };
    expect(await decrypt(text, JSON.stringify(key))).toMatchObject({
      state: 'key-mismatch',
      misfit: { reason: 'type', expected: 'oct', found: 'OKP' },
    });
  });

  test('is not decrypted with the public key of its recipient', async () => {
    const { jwe } = load('rfc7520.json') as Rfc7520;
    const agreement = jwe.find(({ section }) => section === '5.4');
    const publicKey = { ...agreement?.key, d: undefined };
    expect(await decrypt(agreement?.compact ?? '', JSON.stringify(publicKey))).toMatchObject({
      state: 'key-mismatch',
      misfit: { reason: 'public-only' },
    });
  });

  test('is unpacked as far as a limit goes', async () => {
    const fits = await encrypted(new Uint8Array(INFLATED_LIMIT), { alg: 'dir', enc: 'A128GCM', zip: 'DEF' });
    expect(await decrypt(fits, '0123456789abcdef', 'utf8')).toMatchObject({ state: 'decrypted' });
    const bomb = await encrypted(new Uint8Array(INFLATED_LIMIT + 1), { alg: 'dir', enc: 'A128GCM', zip: 'DEF' });
    expect(bomb.length).toBeLessThan(3000);
    expect(await decrypt(bomb, '0123456789abcdef', 'utf8')).toEqual({
      state: 'refused',
      reason: 'inflated-size',
      limit: INFLATED_LIMIT,
    });
  });

  test('that says it is compressed and is not, is refused', async () => {
    const header = encodeBase64url(encodeUtf8('{"alg":"dir","enc":"A128GCM","zip":"DEF"}'));
    const key = await crypto.subtle.importKey('raw', secret.slice(), 'AES-GCM', false, ['encrypt']);
    const iv = new Uint8Array(12);
    const additionalData = new TextEncoder().encode(header);
    const parameters = { name: 'AES-GCM', iv, additionalData };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, key, new Uint8Array([0xff, 0xff, 0xff])));
    const parts = [header, '', ...[iv, sealed.slice(0, -16), sealed.slice(-16)].map(encodeBase64url)];
    expect(await decrypt(parts.join('.'), '0123456789abcdef', 'utf8')).toEqual({ state: 'refused', reason: 'inflate' });
  });

  test('with an excess of iterations is refused before any is run', async () => {
    const header = { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 4_000_000_000, p2s: 'c2FsdHNhbHQ' };
    const parts = [JSON.stringify(header), 'k'.repeat(24), 'i'.repeat(12), 'c', 't'.repeat(16)];
    const text = parts.map((part) => encodeBase64url(encodeUtf8(part))).join('.');
    expect(await decrypt(text, 'password', 'utf8')).toMatchObject({ state: 'refused', reason: 'iterations' });
  });

  test('with a broken form is refused with the rule', async () => {
    const text = await encrypted(encodeUtf8('x'), { alg: 'dir', enc: 'A128GCM' });
    expect(await decrypt(`${text}==`, '0123456789abcdef', 'utf8')).toEqual({
      state: 'refused',
      reason: 'format',
      code: 'base64url-padding',
    });
  });
});
