import { expect, test } from 'vitest';
import { readPaste } from '#token-bench/reading/read-paste.ts';
import { NO_KEY } from '#token-bench/keys/key-input.ts';
import { verifyWith } from '#token-bench/keys/verify.ts';
import { openSealed } from '#token-bench/inside/decrypt.ts';
import { checkDisclosure } from '#token-bench/inside/disclosures.ts';
import { readPhpSession } from '#token-bench/inside/php-session-fault.ts';
import { PHP_SESSION_SAMPLE } from '#token-bench/samples/fixed-samples.ts';
import { SAMPLES } from '#token-bench/samples/samples.ts';
import { judgeNow } from '#token-bench/claims/judge-now.ts';
import { parseToken } from '#token/parse.ts';
import { decodeUtf8 } from '#token/utf8.ts';
import { NOW } from './benches.ts';

async function sample(id: string) {
  const found = SAMPLES.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no sample ${id}`);
  const { text, keyText = '' } = await found.make(NOW);
  const reading = readPaste({ pasted: text, chosen: 0, now: NOW });
  const verification = await verifyWith(reading.token, { ...NO_KEY, text: keyText });
  return {
    reading,
    keyText,
    signature: verification.signatures[0]?.verdict.state,
    claims: judgeNow(reading, NOW).verdict.state,
  };
}

test.each([
  ['good', 'jws', 'valid', 'current'],
  ['expired', 'jws', 'valid', 'expired'],
  ['none', 'unsecured', 'unsecured', 'current'],
  ['weak', 'jws', 'no-key', 'current'],
  ['twice', 'jws', 'valid', 'current'],
  ['jwe', 'jwe', undefined, 'no-claims'],
  ['sd-jwt', 'sd-jwt', 'valid', 'no-expiry'],
  ['tutorial', 'jws', 'valid', 'expired'],
  ['php-session', 'other', undefined, 'no-claims'],
])('the sample %s is what it says: %s, %s, %s', async (id, form, signature, claims) => {
  const made = await sample(id);
  expect(made.reading.token.form).toBe(form);
  expect(made.signature).toBe(signature);
  expect(made.claims).toBe(claims);
});

test('the good sample breaks no rule and earns no warning', async () => {
  const { reading } = await sample('good');
  const grave = [...reading.token.findings, ...reading.claims.findings, ...reading.lint].filter(
    ({ severity }) => severity !== 'note',
  );
  expect(grave).toEqual([]);
});

test('the encrypted sample opens with its key, and holds a token', async () => {
  const { reading, keyText } = await sample('jwe');
  const { token } = reading;
  if (token.form !== 'jwe') throw new Error(token.form);
  const { decryption } = await openSealed(token, { ...NO_KEY, text: keyText });
  if (decryption.state !== 'decrypted') throw new Error(decryption.state);
  expect(parseToken(decodeUtf8(decryption.plaintext)).form).toBe('jws');
});

test('both disclosures of the SD-JWT sample are covered, and a foreign one is not', async () => {
  const { reading } = await sample('sd-jwt');
  const { token } = reading;
  if (token.form !== 'sd-jwt') throw new Error(token.form);
  const states = await Promise.all(token.disclosures.map(({ segment }) => checkDisclosure(token, segment.text)));
  expect(states).toEqual(['covered', 'covered']);
  expect(await checkDisclosure(token, 'WyJhIiwiYiIsImMiXQ')).toBe('stray');
});

test('the tutorial’s token has no iss', async () => {
  const { reading } = await sample('tutorial');
  expect(reading.lint.map(({ code }) => code)).toContain('iss-missing');
});

test('the tutorial’s session file promises ten bytes and has eight', () => {
  expect(readPhpSession(PHP_SESSION_SAMPLE.text)).toMatchObject({
    fault: { offset: expect.any(Number) },
    length: { stated: 10, actual: 8, text: 'John Doe' },
  });
  expect(readPhpSession('user|a:1:{s:2:"id";i:42;}')).toEqual({ fault: null, length: null });
  expect(readPhpSession('eyJhbGciOiJIUzI1NiJ9')).toBeNull();
});
