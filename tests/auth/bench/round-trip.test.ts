import fc from 'fast-check';
import { compactVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { generateKey, type GeneratedKey } from '#auth/generate-key.ts';
import { JWS_ALGORITHMS, jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { prepareVerifier } from '#auth/jws-key.ts';
import { signJws } from '#auth/sign-jws.ts';
import { isSupported, supportedAlgorithms } from '#auth/supported-algorithms.ts';
import { decodeBase64url, encodeBase64url } from '#token/base64url.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { keysOf, readAlone, verdict } from './bench.ts';

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const PAYLOAD = encodeUtf8('{ "sub": "1",\n  "sub": 2.0 }');

async function made(alg: string): Promise<GeneratedKey> {
  const result = await generateKey(alg, { rsaBits: 2048, randomBytes });
  if (result.state !== 'generated') throw new Error(`${alg}: ${result.reason}`);
  return result.key;
}

/** The texts of a generated key that sign, and those that verify. */
function textsOf(key: GeneratedKey): { readonly signing: readonly string[]; readonly verifying: readonly string[] } {
  if (key.kind === 'secret') {
    const texts = [JSON.stringify(key.jwk), key.base64url];
    return { signing: texts.slice(0, 1), verifying: texts };
  }
  return {
    signing: [JSON.stringify(key.privateJwk), key.privatePem],
    verifying: [JSON.stringify(key.publicJwk), key.publicPem],
  };
}

async function signed(alg: string, keyText: string): Promise<string> {
  const [key] = keysOf(readAlone(keyText));
  if (!key) throw new Error('no key');
  const result = await signJws({ alg, header: `{"alg":"${alg}"}`, payload: PAYLOAD, key });
  if (result.state !== 'signed') throw new Error(JSON.stringify(result));
  return result.token;
}

const supported = await supportedAlgorithms();
const missing = JWS_ALGORITHMS.filter((alg) => !supported.includes(alg));
if (missing.length > 0) console.warn(`NOT RUN: ${missing.join(', ')}, which this platform lacks`);

describe.each(supported)('%s', async (alg) => {
  const key = await made(alg);
  const { signing, verifying } = textsOf(key);
  const token = await signed(alg, signing[0] ?? '');

  test('verifies what each form of its key signed, with each form of the other half', async () => {
    for (const from of signing) {
      const text = await signed(alg, from);
      for (const to of verifying) expect(await verdict(text, to)).toMatchObject({ state: 'valid', weakness: null });
    }
  });

  test('does not verify any other byte, in the text or in the signature', async () => {
    const algorithm = jwsAlgorithm(alg);
    const [half] = keysOf(readAlone(verifying[0] ?? ''));
    if (!algorithm || !half) throw new Error('no key');
    const verifier = await prepareVerifier(algorithm, half, false);
    if (verifier.state !== 'ready') throw new Error(verifier.state);
    const end = token.lastIndexOf('.');
    const input = encodeUtf8(token.slice(0, end));
    const { bytes } = decodeBase64url(token.slice(end + 1));
    expect(await verifier.verify(input, bytes)).toBe(true);

    const change = fc.tuple(fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([isText, place, flip]) => {
        const [text, signature] = [Uint8Array.from(input), Uint8Array.from(bytes)];
        const target = isText ? text : signature;
        const at = place % target.length;
        target[at] = (target[at] ?? 0) ^ flip;
        expect(await verifier.verify(text, signature)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('does not verify with another key of its kind', async () => {
    const other = textsOf(await made(alg)).verifying[0] ?? '';
    expect(await verdict(token, other)).toEqual({ state: 'invalid', reason: 'mismatch', tried: 1 });
  });

  test('names a signature that is too short', async () => {
    const end = token.lastIndexOf('.') + 1;
    const short = token.slice(0, end) + encodeBase64url(new Uint8Array(7));
    const { state } = (await verdict(short, verifying[0] ?? '')) ?? {};
    expect(state).toBe('invalid');
  });

  test.skipIf(alg === 'Ed448')('agrees with jose', async () => {
    const jwk = key.kind === 'secret' ? key.jwk : key.publicJwk;
    const { payload } = await compactVerify(token, jwk);
    expect(payload).toEqual(PAYLOAD);
  });
});

test('what cannot be had is said, not pretended', async () => {
  const options = { rsaBits: 2048, randomBytes } as const;
  expect(await isSupported('ES256K')).toBe(false);
  expect(await generateKey('ES256K', options)).toEqual({ state: 'cannot-generate-here', reason: 'alg-unsupported' });
  expect(await generateKey('none', options)).toEqual({ state: 'cannot-generate-here', reason: 'alg-unknown' });
});

test('a generated pair is named by its thumbprint and says what it is for', async () => {
  const key = await made('ES256');
  expect(key).toMatchObject({
    kind: 'pair',
    privateJwk: { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' },
    publicJwk: { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' },
  });
  if (key.kind !== 'pair') throw new Error(key.kind);
  expect(key.publicJwk).not.toHaveProperty('d');
  expect(Reflect.get(key.publicJwk, 'kid')).toMatch(/^[\w-]{43}$/);
  expect(Reflect.get(key.publicJwk, 'kid')).toBe(Reflect.get(key.privateJwk, 'kid'));
});

const nines = (length: number): Uint8Array => new Uint8Array(length).fill(9);

test('a generated secret is as long as the hash and comes from the given bytes', async () => {
  for (const [alg, length] of [
    ['HS256', 32],
    ['HS384', 48],
    ['HS512', 64],
  ] as const) {
    const result = await generateKey(alg, { rsaBits: 2048, randomBytes: nines });
    expect(result).toMatchObject({ state: 'generated', key: { bytes: nines(length) } });
  }
});
