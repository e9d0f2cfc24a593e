import { expect, test } from 'vitest';
import { prepareVerifier } from '#auth/jws-key.ts';
import { jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { UNBOUND } from '#auth/keys/bench-key.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { decodeBase64url } from '#token/base64url.ts';
import { parseToken } from '#token/parse.ts';
import type { CompactJws } from '#token/token-forms.ts';
import { NO_KEY } from '#token-bench/keys/key-input.ts';
import { verifyWith } from '#token-bench/keys/verify.ts';
import { signSample } from '#token-bench/samples/sign-sample.ts';
import { bitsOfLetter, everyBit, flipBit, signatureTwins } from '#token-bench/tamper/flips.ts';
import { tryEveryBit } from '#token-bench/tamper/try-every-bit.ts';

const SECRET = 'a-string-secret-at-least-256-bits-long';

async function signed(): Promise<CompactJws> {
  const token = parseToken(await signSample('{"alg":"HS256"}', '{"sub":"42"}', SECRET));
  if (token.form !== 'jws') throw new Error(token.form);
  return token;
}

test('a letter has six bits, the first worth 32', () => {
  expect(bitsOfLetter('A')).toEqual([false, false, false, false, false, false]);
  expect(bitsOfLetter('g')).toEqual([true, false, false, false, false, false]);
  expect(bitsOfLetter('_')).toEqual([true, true, true, true, true, true]);
  expect(bitsOfLetter('.')).toBeNull();
});

test('turning a bit twice gives the text back', () => {
  const text = 'eyJh.b-_0';
  for (let offset = 0; offset < text.length; offset += 1) {
    for (let bit = 0; bit < 6; bit += 1) {
      const turned = flipBit(text, { offset, bit });
      expect(turned === text).toBe(text[offset] === '.');
      expect(flipBit(turned, { offset, bit })).toBe(text);
    }
  }
});

test('an HS256 signature has three twins, which decode to the same bytes and still verify', async () => {
  const token = await signed();
  const twins = signatureTwins(token);
  expect(twins).toHaveLength(3);
  for (const { text } of twins) {
    expect(text).not.toBe(token.text);
    expect(decodeBase64url(text.split('.')[2] ?? '').bytes).toEqual(token.signature.bytes);
    const verification = await verifyWith(parseToken(text), { ...NO_KEY, text: SECRET });
    expect(verification.signatures[0]?.verdict.state).toBe('valid');
  }
});

test('of all bits of a token only the spare ones of its signature can be turned unnoticed', async () => {
  const token = await signed();
  const algorithm = jwsAlgorithm('HS256');
  const key = { ...UNBOUND, kind: 'secret', encoding: 'utf8', bytes: new Uint8Array(encodeUtf8(SECRET)) } as const;
  const verifier = algorithm && (await prepareVerifier(algorithm, key, false));
  if (verifier?.state !== 'ready') throw new Error('no verifier');
  let last;
  for await (const trial of tryEveryBit(token, verifier, new AbortController().signal)) last = trial;
  const offset = token.text.length - 1;
  expect(last).toEqual({
    tried: everyBit(token).length,
    total: (token.text.length - 2) * 6,
    survivors: [
      { offset, bit: 4 },
      { offset, bit: 5 },
    ],
  });
});

test('a trial that is stopped goes no further', async () => {
  const token = await signed();
  const stop = new AbortController();
  const verifier = { state: 'ready', weakness: null, verify: async () => false } as const;
  const seen: number[] = [];
  for await (const { tried } of tryEveryBit(token, verifier, stop.signal)) {
    seen.push(tried);
    stop.abort();
  }
  expect(seen).toHaveLength(1);
});
