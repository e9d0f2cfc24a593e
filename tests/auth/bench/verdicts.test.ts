import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO_RSA_KEY } from '#auth/demo-keys.ts';
import { signJws } from '#auth/sign-jws.ts';
import { encodeBase64url } from '#token/base64url.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { keysOf, readAlone, verdict, verdicts, type Settings } from './bench.ts';

const RSA_PRIVATE = JSON.stringify({ ...DEMO_RSA_KEY, alg: undefined });
const RSA_PUBLIC = JSON.stringify({ kty: 'RSA', n: DEMO_RSA_KEY.n, e: DEMO_RSA_KEY.e });
const EC_PUBLIC = {
  kty: 'EC',
  crv: 'P-256',
  x: 'zext_bsxoq9zjsKA35etBcr8NyQnyUibU0nzRe25WYE',
  y: 'BehUm_K4Wl1ncOxDrxeLGRP0F515ELPlvGuq1G2BWvI',
};

async function sign(header: object, keyText: string, payload = '{"sub":"1"}'): Promise<string> {
  const [key] = keysOf(readAlone(keyText, keyText.startsWith('{') ? 'auto' : 'utf8'));
  if (!key) throw new Error('no key');
  const alg = String(Reflect.get(header, 'alg'));
  const result = await signJws({ alg, header: JSON.stringify(header), payload: encodeUtf8(payload), key });
  if (result.state !== 'signed') throw new Error(JSON.stringify(result));
  return result.token;
}

const unsigned = (header: object, signature = ''): string =>
  `${encodeBase64url(encodeUtf8(JSON.stringify(header)))}.e30.${signature}`;

describe('the verdict on a signature', () => {
  test('is that a short secret verifies, with a warning', async () => {
    const token = await sign({ alg: 'HS256' }, 'secret');
    expect(await verdict(token, 'secret')).toMatchObject({
      state: 'valid',
      weakness: { code: 'hmac-short', bits: 48, needed: 256 },
    });
  });

  test('is that the empty secret verifies too', async () => {
    const token = await sign({ alg: 'HS256' }, '{"kty":"oct","k":""}');
    expect(await verdict(token, '{"kty":"oct","k":""}')).toMatchObject({ state: 'valid', weakness: { bits: 0 } });
    expect(await verdict(token, '{"kty":"oct","k":"AA"}')).toMatchObject({ state: 'valid' });
  });

  test('tells in which encoding the secret was right', async () => {
    const token = await sign({ alg: 'HS256' }, '{"kty":"oct","k":"c2VjcmV0LXNlY3JldC1z"}');
    expect(await verdict(token, 'c2VjcmV0LXNlY3JldC1z')).toMatchObject({
      state: 'valid',
      key: { encoding: 'base64url' },
    });
    expect(await verdict(token, 'c2VjcmV0LXNlY3JldC1z', { encoding: 'utf8' })).toMatchObject({ state: 'invalid' });
  });

  test('is not "invalid" where no key was typed', async () => {
    expect(await verdict(await sign({ alg: 'HS256' }, 'secret'), '')).toEqual({ state: 'no-key' });
  });

  test('is that the key does not fit, where its type is another', async () => {
    const hmac = await sign({ alg: 'HS256' }, 'secret');
    const rsa = await sign({ alg: 'RS256' }, RSA_PRIVATE);
    expect(await verdict(hmac, RSA_PUBLIC)).toMatchObject({
      state: 'key-mismatch',
      misfit: { reason: 'type', expected: 'oct', found: 'RSA' },
    });
    expect(await verdict(rsa, 'secret')).toMatchObject({ misfit: { reason: 'type', expected: 'RSA', found: 'oct' } });
    expect(await verdict(rsa, JSON.stringify(EC_PUBLIC))).toMatchObject({ misfit: { reason: 'type', found: 'EC' } });
    const es384 = unsigned({ alg: 'ES384' }, encodeBase64url(new Uint8Array(96)));
    expect(await verdict(es384, JSON.stringify(EC_PUBLIC))).toMatchObject({
      misfit: { reason: 'curve', expected: 'P-384', found: 'P-256' },
    });
  });

  test('holds a JWK to what it says it is for', async () => {
    const token = await sign({ alg: 'RS256' }, RSA_PRIVATE);
    const bound = async (more: object) => verdict(token, JSON.stringify({ ...JSON.parse(RSA_PUBLIC), ...more }));
    expect(await bound({ alg: 'PS256' })).toMatchObject({
      misfit: { reason: 'alg', expected: 'RS256', found: 'PS256' },
    });
    expect(await bound({ use: 'enc' })).toMatchObject({ misfit: { reason: 'use' } });
    expect(await bound({ key_ops: ['encrypt'] })).toMatchObject({ misfit: { reason: 'key-ops' } });
    expect(await bound({ alg: 'RS256', use: 'sig', key_ops: ['verify'] })).toMatchObject({ state: 'valid' });
  });

  test('is that a private key was pasted, until its public half is asked for', async () => {
    const token = await sign({ alg: 'RS256' }, RSA_PRIVATE);
    const pem = createPrivateKey({ key: DEMO_RSA_KEY, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' });
    for (const text of [String(pem), RSA_PRIVATE]) {
      expect(await verdict(token, text)).toMatchObject({ state: 'key-mismatch', misfit: { reason: 'private-part' } });
      expect(await verdict(token, text, { usePrivate: true })).toMatchObject({ state: 'valid' });
    }
  });

  test('is that the platform refuses a point off its curve', async () => {
    const token = unsigned({ alg: 'ES256' }, encodeBase64url(new Uint8Array(64)));
    const off = JSON.stringify({ ...EC_PUBLIC, y: EC_PUBLIC.x });
    expect(await verdict(token, off)).toMatchObject({ state: 'key-mismatch', misfit: { reason: 'rejected' } });
  });

  test('is that RSA of 1024 bits verifies, with a warning', async () => {
    const weak = {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 1024,
      publicExponent: Uint8Array.of(1, 0, 1),
    };
    const pair = await crypto.subtle.generateKey(weak, true, ['sign', 'verify']);
    const jwk = JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey));
    const token = await sign({ alg: 'RS256' }, jwk);
    expect(await verdict(token, jwk, { usePrivate: true })).toMatchObject({
      state: 'valid',
      weakness: { code: 'rsa-short', bits: 1024, needed: 2048 },
    });
  });

  test('is "cannot verify here" for algorithms that are unknown or missing, with and without a key', async () => {
    const es256k = unsigned({ alg: 'ES256K' }, encodeBase64url(new Uint8Array(64)));
    const key = JSON.stringify({ ...EC_PUBLIC, crv: 'secp256k1' });
    const missing = { state: 'cannot-verify-here', reason: 'alg-unsupported' };
    expect(await verdict(es256k, '')).toEqual(missing);
    expect(await verdict(es256k, key)).toEqual(missing);
    const unknown = { state: 'cannot-verify-here', reason: 'alg-unknown' };
    expect(await verdict(unsigned({ alg: 'XX99' }, 'AAAA'), 'secret')).toEqual(unknown);
  });

  test('is unsecured for none without a signature, and invalid for none with one', async () => {
    expect(await verdict(unsigned({ alg: 'none' }), 'secret')).toEqual({ state: 'unsecured' });
    expect(await verdict(unsigned({ alg: 'none' }, 'AAAA'), 'secret')).toMatchObject({
      state: 'invalid',
      code: 'alg-none-with-signature',
    });
    expect(await verdict(unsigned({ alg: 'nOnE' }), '')).toMatchObject({ state: 'invalid', code: 'alg-spelling' });
  });

  test('is invalid where a rule is broken, and says whether the bytes match all the same', async () => {
    const token = await sign({ alg: 'HS256' }, 'secret');
    const padded = { state: 'invalid', reason: 'format', code: 'base64url-padding' };
    expect(await verdict(`${token}=`, 'secret')).toEqual({ ...padded, bytesMatch: true });
    expect(await verdict(`${token}=`, 'other')).toEqual({ ...padded, bytesMatch: false });
    expect(await verdict(`${token}=`, '')).toEqual({ ...padded, bytesMatch: null });
    const critical = await sign({ alg: 'HS256', crit: ['x'], x: 1 }, 'secret');
    expect(await verdict(critical, 'secret')).toMatchObject({ code: 'crit-unknown', bytesMatch: true });
    expect(await verdict(unsigned({ typ: 'JWT' }, 'AAAA'), 'secret')).toMatchObject({ code: 'alg-missing' });
    expect(await verdict(unsigned({ alg: 'HS256' }), 'secret')).toMatchObject({ code: 'signature-empty' });
  });

  test('is valid for every other spelling of the same signature', async () => {
    const token = await sign({ alg: 'HS256' }, 'secret');
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = letters.indexOf(token.at(-1) ?? '');
    const twins = [1, 2, 3].map((spare) => token.slice(0, -1) + letters.charAt(last + spare));
    for (const twin of twins) expect(await verdict(twin, 'secret')).toMatchObject({ state: 'valid' });
    const next = token.slice(0, -1) + letters.charAt((last + 4) % 64);
    expect(await verdict(next, 'secret')).toMatchObject({ state: 'invalid', reason: 'mismatch' });
  });

  test('covers the letters of the payload, not what they decode to', async () => {
    const token = await sign({ alg: 'HS256' }, 'secret', '>>>>');
    const [header, , signature] = token.split('.');
    const settings: Settings = { encoding: 'utf8' };
    expect(await verdict(`${header}.Pj4-Pg.${signature}`, 'secret', settings)).toMatchObject({ state: 'valid' });
    expect(await verdict(`${header}.Pj4+Pg.${signature}`, 'secret', settings)).toMatchObject({
      code: 'base64url-alphabet',
      bytesMatch: false,
    });
    expect(await verdict(`${header}.Pj4-Ph.${signature}`, 'secret', settings)).toMatchObject({
      reason: 'mismatch',
    });
  });

  test('names a signature of a length that cannot be', async () => {
    const token = await sign({ alg: 'HS512' }, 'secret');
    const other = token.replace(/^[^.]+/, encodeBase64url(encodeUtf8('{"alg":"HS256"}')));
    expect(await verdict(other, 'secret')).toEqual({ state: 'invalid', reason: 'length', bytes: 64, expected: [32] });
  });

  test('in JSON does not blame one signature for the header of another', async () => {
    const [protectedHeader, payload, signature] = (await sign({ alg: 'HS256' }, 'secret')).split('.');
    const good = { protected: protectedHeader, signature };
    const text = JSON.stringify({ payload, signatures: [good, { header: { alg: 'hs256' }, signature }] });
    const [first, second] = await verdicts(text, 'secret');
    expect(first).toMatchObject({ state: 'valid' });
    expect(second).toMatchObject({ state: 'invalid', code: 'alg-spelling' });
  });

  test('of an SD-JWT covers what its issuer signed', async () => {
    const token = await sign({ alg: 'HS256', typ: 'dc+sd-jwt' }, 'secret', '{"_sd":[],"_sd_alg":"sha-256"}');
    const disclosure = encodeBase64url(encodeUtf8('["salt","name","value"]'));
    expect(await verdict(`${token}~${disclosure}~`, 'secret')).toMatchObject({ state: 'valid' });
  });
});

describe('signing', () => {
  const secret = keysOf(readAlone('secret'))[0];
  const payload = encodeUtf8('{}');

  async function attempt(alg: string, header: string) {
    if (!secret) throw new Error('no key');
    return signJws({ alg, header, payload, key: secret });
  }

  test('leaves every byte of header and payload as it is', async () => {
    const header = '{ "typ":"JWT",\r\n "alg":"\\u0048S256", "alg":"HS256" }';
    const result = await attempt('HS256', header);
    const token = result.state === 'signed' ? result.token : '';
    expect(token.startsWith(`${encodeBase64url(encodeUtf8(header))}.e30.`)).toBe(true);
    expect(await verdict(token, 'secret')).toMatchObject({ state: 'valid' });
  });

  test('refuses a header that is not one, or names another algorithm', async () => {
    const rows: readonly (readonly [string, string, string, number | null])[] = [
      ['none', '{"alg":"none"}', 'alg-unknown', null],
      ['HS256', '{"alg":"HS256",}', 'header-not-json', 14],
      ['HS256', '{"alg":"HS256"} x', 'header-not-json', 16],
      ['HS256', '["HS256"]', 'header-not-object', null],
      ['HS256', '{"typ":"JWT"}', 'header-alg-missing', null],
      ['HS256', '{"alg":"HS512"}', 'header-alg-differs', 7],
      ['HS256', '{"alg":"hs256"}', 'header-alg-differs', 7],
      ['HS256', '{"alg":"HS256","x":"\uD800"}', 'header-not-text', 20],
    ];
    for (const [alg, header, reason, at] of rows) {
      expect(await attempt(alg, header)).toEqual({ state: 'refused', reason, at });
    }
  });

  test('needs the owner’s half of a key of the right type', async () => {
    expect(await attempt('RS256', '{"alg":"RS256"}')).toMatchObject({
      state: 'key-mismatch',
      misfit: { reason: 'type' },
    });
    const [key] = keysOf(readAlone(RSA_PUBLIC));
    if (!key) throw new Error('no key');
    expect(await signJws({ alg: 'RS256', header: '{"alg":"RS256"}', payload, key })).toMatchObject({
      misfit: { reason: 'public-only' },
    });
  });

  test('with b64: false covers the bare payload and leaves it out', async () => {
    const result = await attempt('HS256', '{"alg":"HS256","b64":false,"crit":["b64"]}');
    expect(result).toMatchObject({ state: 'signed', isDetached: true });
    const token = result.state === 'signed' ? result.token : '';
    expect(token.split('.')[1]).toBe('');
    const detached = { kind: 'content', bytes: payload } as const;
    expect(await verdict(token, 'secret', { detached })).toMatchObject({ state: 'valid' });
  });

  test('gives the very tokens of RFC 7520 where the algorithm is deterministic', async () => {
    const file = join(import.meta.dirname, 'vectors/rfc7520.json');
    const { keys, jws } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly keys: Readonly<Record<string, object>>;
      readonly jws: readonly { readonly section: string; readonly compact?: string }[];
    };
    for (const [section, name] of [
      ['4.1', 'rsaPrivate'],
      ['4.4', 'mac'],
    ] as const) {
      const expected = jws.find((example) => example.section === section)?.compact ?? '';
      const [header = '', body = ''] = expected.split('.');
      const [key] = keysOf(readAlone(JSON.stringify(keys[name])));
      const text = Buffer.from(header, 'base64url').toString();
      const alg = String(Reflect.get(JSON.parse(text) as object, 'alg'));
      if (!key) throw new Error('no key');
      const bytes = new Uint8Array(Buffer.from(body, 'base64url'));
      expect(await signJws({ alg, header: text, payload: bytes, key })).toMatchObject({ token: expected });
    }
  });
});
