import { expect, test } from 'vitest';
import { searchSecret } from '#auth/secret-search.ts';
import { parseToken } from '#token/parse.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { compareTokens, sameSpelling } from '#token-bench/compare/compare.ts';
import { outcomeWords, rateWords } from '#token-bench/guess/guess-words.ts';
import { guesses } from '#token-bench/guess/word-list.ts';
import { decodeTokenLink, encodeTokenLink, withoutSignature } from '#token-bench/share/token-link.ts';
import { SAMPLES } from '#token-bench/samples/samples.ts';
import { tokenText } from '../anatomy/tokens.ts';
import { NOW } from './benches.ts';

test('the list has some thousand guesses, none of them twice', () => {
  const words = guesses();
  expect(words.length).toBeGreaterThan(3000);
  expect(words.length).toBeLessThan(15_000);
  expect(new Set(words).size).toBe(words.length);
});

test('the list knows what tutorials print', () => {
  const words = new Set(guesses());
  const printed = [
    '',
    'secret',
    'your-256-bit-secret',
    'a-string-secret-at-least-256-bits-long',
    'qwerty123',
    'Password123',
    'changeme!',
  ];
  expect(printed.filter((word) => !words.has(word))).toEqual([]);
});

test('the weak sample is guessed', async () => {
  const weak = SAMPLES.find(({ id }) => id === 'weak');
  const token = parseToken((await weak?.make(NOW))?.text ?? '');
  if (token.form !== 'jws') throw new Error(token.form);
  const input = encodeUtf8(`${token.header.text}.${token.payload.text}`);
  const order = { alg: 'HS256', input, signature: token.signature.bytes, words: guesses() } as const;
  const run = searchSecret({ ...order, now: () => 0, signal: new AbortController().signal });
  let step = await run.next();
  while (!step.done) step = await run.next();
  expect(step.value.found).toBe('qwerty123');
});

test('a search says how it ended, and no more than it knows', () => {
  const report = { tried: 5000, total: 5000, perSecond: 50_000, isDone: true };
  expect(outcomeWords({ ...report, found: null })).toBe(
    'Not among 5000 guesses. That says it is not in this list, and no more.',
  );
  expect(outcomeWords({ ...report, tried: 12, found: 'x' })).toBe('Found after 12 of 5000 guesses.');
  expect(outcomeWords({ ...report, found: null, isDone: false })).toBeNull();
  expect(rateWords(50_000)).toContain('every word of 6 small letters');
});

test('two tokens are compared member by member, as they are written', () => {
  const left = parseToken(tokenText('{"sub":"42","role":"admin","n":1.0,"old":[1]}'));
  const right = parseToken(tokenText('{"sub":"42","role":"member","n":1,"new":{"x":[]}}'));
  const differences = compareTokens(left, right).filter(({ part }) => part === 'payload');
  expect(differences.map(({ path, state }) => [path, state])).toEqual([
    ['sub', 'same'],
    ['role', 'differs'],
    ['n', 'differs'],
    ['old[0]', 'only-left'],
    ['new.x', 'only-right'],
  ]);
  expect(sameSpelling(left, right, 'header')).toBe(true);
  expect(sameSpelling(left, right, 'payload')).toBe(false);
  expect(sameSpelling(left, parseToken('nothing'), 'payload')).toBeNull();
});

test('a link gives back the token it was made of', () => {
  for (const text of [tokenText('{}'), 'a~b~', 'Bearer x=1&y=%20+ü', '{"payload":"x"}']) {
    for (const isRedacted of [true, false]) {
      expect(decodeTokenLink(encodeTokenLink({ text, isRedacted }))).toEqual({ text, isRedacted });
    }
  }
});

test('other fragments carry no token', () => {
  for (const fragment of ['', '#', '#/token', '#/token?', '#/token?t=', '#/flows/x?t=abc', '#/tokens?t=abc']) {
    expect(decodeTokenLink(fragment)).toBeNull();
  }
});

test('a token without its signature can be read and not used', () => {
  const token = parseToken(withoutSignature(tokenText('{"sub":"42"}')));
  expect(token.form === 'jws' && token.signature.text).toBe('');
});
