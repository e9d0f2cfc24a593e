import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { verifyJws } from '#auth/verify-jws.ts';
import { encodeBase64url } from '#token/base64url.ts';

const encoder = new TextEncoder();
const PAYLOAD = encoder.encode('{"a":1}');
const SECRET = new Uint8Array(32).fill(7);

const hs256 = (header: object = {}): Promise<string> =>
  new CompactSign(PAYLOAD).setProtectedHeader({ alg: 'HS256', ...header }).sign(SECRET);

describe('verifying a JWS', () => {
  test('gives back header and payload of a genuine one', async () => {
    expect(await verifyJws(await hs256({ kid: 'x' }), SECRET, ['HS256'])).toEqual({
      outcome: 'valid',
      header: { alg: 'HS256', kid: 'x' },
      payload: PAYLOAD,
    });
  });

  test.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'])(
    'does %s, with an imported key and with a JWK',
    async (alg) => {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const token = await new CompactSign(PAYLOAD).setProtectedHeader({ alg }).sign(privateKey);
      expect((await verifyJws(token, publicKey, [alg])).outcome).toBe('valid');
      expect((await verifyJws(token, { ...(await exportJWK(publicKey)), alg }, [alg])).outcome).toBe('valid');
      const other = await generateKeyPair(alg);
      expect((await verifyJws(token, other.publicKey, [alg])).outcome).toBe('invalid');
    },
  );

  test('does HS384 and HS512, and accepts a payload that is no JSON', async () => {
    for (const alg of ['HS384', 'HS512']) {
      const token = await new CompactSign(encoder.encode('text')).setProtectedHeader({ alg }).sign(SECRET);
      expect((await verifyJws(token, SECRET, [alg])).outcome).toBe('valid');
    }
  });

  test('takes the algorithms from the caller and never from the token', async () => {
    const refused = await verifyJws(await hs256(), SECRET, ['HS512', 'RS256']);
    expect(refused).toMatchObject({ outcome: 'invalid', refusal: { reason: 'token-alg' } });
    expect(await verifyJws(await hs256(), SECRET, [])).toMatchObject({ refusal: { reason: 'token-alg' } });
  });

  test('says that a key is unusable and not that the token is bad', async () => {
    const rsa = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(rsa.publicKey);
    const token = await new CompactSign(PAYLOAD).setProtectedHeader({ alg: 'RS256' }).sign(rsa.privateKey);
    const keys = [
      { ...jwk, use: 'enc' },
      { ...jwk, key_ops: ['encrypt'] },
      { ...jwk, alg: 'RS512' },
      { ...jwk, n: '!' },
      SECRET,
      (await generateKeyPair('ES256')).publicKey,
      rsa.privateKey,
    ];
    const outcomes = await Promise.all(keys.map(async (key) => (await verifyJws(token, key, ['RS256'])).outcome));
    expect(outcomes).toEqual(keys.map(() => 'unusable-key'));
  });

  test('says of an algorithm that nobody here knows that it is not supported', async () => {
    const [, payload = '', signature = ''] = (await hs256()).split('.');
    const header = encodeBase64url(encoder.encode('{"alg":"ES256K"}'));
    expect(await verifyJws(`${header}.${payload}.${signature}`, SECRET, ['ES256K'])).toEqual({
      outcome: 'unsupported',
    });
  });

  test('understands no extension', async () => {
    const [, payload = '', signature = ''] = (await hs256()).split('.');
    for (const crit of ['["exp"]', '[]', '"b64"', 'null']) {
      const header = encodeBase64url(encoder.encode(`{"alg":"HS256","exp":1,"crit":${crit}}`));
      const verdict = await verifyJws(`${header}.${payload}.${signature}`, SECRET, ['HS256']);
      expect(verdict).toMatchObject({ outcome: 'invalid', refusal: { reason: 'token-crit' } });
    }
  });

  test('verifies with a short secret too: that is a warning, not a verdict', async () => {
    const short = encoder.encode('secret');
    const token = await new CompactSign(PAYLOAD).setProtectedHeader({ alg: 'HS256' }).sign(short);
    expect((await verifyJws(token, short, ['HS256'])).outcome).toBe('valid');
  });
});
