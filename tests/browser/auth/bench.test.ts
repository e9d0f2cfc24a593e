import { expect, test } from 'vitest';
import { generateKey } from '#auth/generate-key.ts';
import type { BenchKey } from '#auth/keys/bench-key.ts';
import { readKey } from '#auth/keys/read-key.ts';
import { searchSecret } from '#auth/secret-search.ts';
import { signJws } from '#auth/sign-jws.ts';
import { supportedAlgorithms } from '#auth/supported-algorithms.ts';
import { verifyToken, type SignatureVerdict } from '#auth/verify-for-bench.ts';
import { parseToken } from '#token/parse.ts';
import { encodeUtf8 } from '#token/utf8.ts';

/** What every browser of this year has; more is welcome. */
const EXPECTED = 'HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

/** Made with OpenSSL for these tests: a key on P-256 in its older wrapping, and a certificate for it. */
const SEC1 = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIPDLiD+b/WZg9L4B2BZnBlxDv1Ax2pGw8GQZlTkMzesVoAoGCCqGSM49
AwEHoUQDQgAEzext/bsxoq9zjsKA35etBcr8NyQnyUibU0nzRe25WYEF6FSb8rha
XWdw7EOvF4sZE/QXnXkQs+W8a6rUbYFa8g==
-----END EC PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBijCCATGgAwIBAgIURPLCb/pQpBQ1Txc3BJkXSnvrJOcwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPY2xhaW1jaGVjayB0ZXN0MCAXDTI2MTEyMjAzMDY0OFoYDzIx
MjYxMDI5MDMwNjQ4WjAaMRgwFgYDVQQDDA9jbGFpbWNoZWNrIHRlc3QwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATN7G39uzGir3OOwoDfl60Fyvw3JCfJSJtTSfNF
7blZgQXoVJvyuFpdZ3DsQ68XixkT9BedeRCz5bxrqtRtgVryo1MwUTAdBgNVHQ4E
FgQU6NOFnsvDixOn6grMFN3TcjqgDC8wHwYDVR0jBBgwFoAU6NOFnsvDixOn6grM
FN3TcjqgDC8wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBzD5bf
0tTZnQwwkY+JhjZ/X73PaB2SVOZbFqFEpXufYQIgIjAC41d7hQ48L4XzZ8vFpKbI
9PAW2MUTHE1LHjGVa6I=
-----END CERTIFICATE-----`;

function keysIn(text: string): readonly BenchKey[] {
  const reading = readKey(text, { encoding: 'auto', kid: null, fits: () => false });
  return reading.state === 'read' ? reading.keys : [];
}

async function sign(alg: string, keyText: string): Promise<string> {
  const [key] = keysIn(keyText);
  if (!key) throw new Error('no key');
  const result = await signJws({ alg, header: JSON.stringify({ alg }), payload: encodeUtf8('{"sub":"1"}'), key });
  if (result.state !== 'signed') throw new Error(JSON.stringify(result));
  return result.token;
}

async function verify(token: string, keyText: string, usePrivate = false): Promise<SignatureVerdict | undefined> {
  const [found] = await verifyToken(parseToken(token), keysIn(keyText), { usePrivate, detached: null });
  return found?.verdict;
}

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const supported = await supportedAlgorithms();

test('this browser has the algorithms that every one has', () => {
  expect(supported).toEqual(expect.arrayContaining(EXPECTED));
});

test.each(supported)('%s signs and verifies with what this browser generates', async (alg) => {
  const made = await generateKey(alg, { rsaBits: 2048, randomBytes });
  if (made.state !== 'generated') throw new Error(made.reason);
  const { key } = made;
  const forms =
    key.kind === 'secret'
      ? [[JSON.stringify(key.jwk), JSON.stringify(key.jwk)] as const]
      : [
          [key.privatePem, key.publicPem] as const,
          [JSON.stringify(key.privateJwk), JSON.stringify(key.publicJwk)] as const,
        ];
  for (const [owner, public_] of forms) {
    const token = await sign(alg, owner);
    expect(await verify(token, public_)).toMatchObject({ state: 'valid' });
    expect(await verify(token, owner, true)).toMatchObject({ state: 'valid' });
    const tampered = token.replace(/\.(.)/, (_, letter: string) => `.${letter === 'f' ? 'e' : 'f'}`);
    expect(await verify(tampered, public_)).toMatchObject({ state: 'invalid' });
  }
});

test('an older wrapping and a certificate are read', async () => {
  const token = await sign('ES256', SEC1);
  expect(await verify(token, CERTIFICATE)).toMatchObject({ state: 'valid' });
  expect(await verify(token, SEC1, true)).toMatchObject({ state: 'valid' });
});

test('a curve that this browser lacks is "cannot verify here"', async () => {
  const header = btoa('{"alg":"ES256K"}').replaceAll('=', '');
  const token = `${header}.e30.${'A'.repeat(86)}`;
  const jwk = { kty: 'EC', crv: 'secp256k1', x: 'A'.repeat(43), y: 'A'.repeat(43) };
  for (const key of ['', JSON.stringify(jwk)]) {
    expect(await verify(token, key)).toEqual({ state: 'cannot-verify-here', reason: 'alg-unsupported' });
  }
});

test('a point off its curve is refused by the browser, and not blamed on the token', async () => {
  const token = `${btoa('{"alg":"ES256"}').replaceAll('=', '')}.e30.${'A'.repeat(86)}`;
  const jwk = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
  expect(await verify(token, JSON.stringify(jwk))).toMatchObject({
    state: 'key-mismatch',
    misfit: { reason: 'rejected' },
  });
});

test('a weak secret is found among words, the empty one too', async () => {
  for (const secret of ['secret', '']) {
    const k = btoa(secret).replaceAll('=', '');
    const token = await sign('HS256', JSON.stringify({ kty: 'oct', k }));
    const end = token.lastIndexOf('.');
    const parsed = parseToken(token);
    if (parsed.form !== 'jws') throw new Error(parsed.form);
    const searching = searchSecret({
      alg: 'HS256',
      input: encodeUtf8(token.slice(0, end)),
      signature: parsed.signature.bytes,
      words: [...Array.from({ length: 1000 }, (_, index) => `word${index}`), 'secret', ''],
      now: () => performance.now(),
      signal: new AbortController().signal,
    });
    let step = await searching.next();
    while (!step.done) step = await searching.next();
    expect(step.value).toMatchObject({ found: secret });
  }
});
