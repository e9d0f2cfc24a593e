import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseToken } from '#token/parse.ts';
import { changeWords, partChanges } from '#token-bench/sign/changes.ts';
import { draftOf, EDITABLE, encodedPart, headerAlgorithm, withAlgorithm } from '#token-bench/sign/draft.ts';
import { makeFreshKey } from '#token-bench/sign/make-fresh-key.ts';
import { signDraft } from '#token-bench/sign/sign-draft.ts';
import { notSignedWords } from '#token-bench/sign/signing-words.ts';
import { NO_KEY } from '#token-bench/keys/key-input.ts';
import { verifyWith } from '#token-bench/keys/verify.ts';
import { tokenText } from '../anatomy/tokens.ts';
import { NOW } from './benches.ts';

const SECRET = 'a-string-secret-at-least-256-bits-long';
const KEY = { text: SECRET, encoding: 'utf8' } as const;

test('a draft begins with the pasted parts, to the letter', () => {
  const token = parseToken(tokenText('{ "sub" : "42" }'));
  const { header, payload } = draftOf(token, NOW);
  expect(payload).toEqual({ text: '{ "sub" : "42" }', pasted: token.segments[1]?.text });
  expect(encodedPart(header)).toBe(token.segments[0]?.text);
});

test('a token that is too long for a text field, or none at all, gives a plain draft', () => {
  const long = parseToken(tokenText(`{"a":"${'x'.repeat(EDITABLE)}"}`));
  expect(draftOf(long, NOW).payload.pasted).toBeNull();
  expect(draftOf(null, NOW).payload.text).toBe(`{"sub":"42","iat":${NOW},"exp":${NOW + 3600}}`);
});

test('signing keeps an untouched part by the letter, even where its bytes are usually spelled otherwise', async () => {
  // `{"a":1}` has 7 bytes, so that the last letter has four spare bits.
  const spelled = 'eyJhIjoxfR';
  const token = parseToken(`${tokenText('{}').split('.')[0]}.${spelled}.${'A'.repeat(43)}`);
  const draft = draftOf(token, NOW);
  const signed = await signDraft(draft, KEY);
  expect(signed.state === 'signed' && signed.token.split('.')[1]).toBe(spelled);
  const verification = await verifyWith(parseToken(signed.state === 'signed' ? signed.token : ''), {
    ...NO_KEY,
    text: SECRET,
  });
  expect(verification.signatures[0]?.verdict.state).toBe('valid');
});

test('what is written is signed byte for byte, and verifies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const draft = { header: { text: ' {"alg":"HS256"}\n', pasted: null }, payload: { text, pasted: null } };
      const signed = await signDraft(draft, KEY);
      const token = parseToken(signed.state === 'signed' ? signed.token : '');
      expect(token.segments[0]?.bytes).toEqual(new TextEncoder().encode(draft.header.text));
      const verification = await verifyWith(token, { ...NO_KEY, text: SECRET, encoding: 'utf8', detached: text });
      expect(verification.signatures[0]?.verdict.state).toBe('valid');
    }),
    { numRuns: 30 },
  );
});

test.each(['HS512', 'ES256', 'EdDSA'])('a fresh key for %s signs', async (alg) => {
  const made = await makeFreshKey(alg);
  const draft = { header: { text: `{"alg":"${alg}"}`, pasted: null }, payload: { text: '{}', pasted: null } };
  const signed = await signDraft(draft, { text: made?.keyText ?? '', encoding: 'auto' });
  expect(signed.state).toBe('signed');
});

test('the algorithm is written into a header without touching the rest', () => {
  expect(withAlgorithm('{ "alg" : "HS256", "x":1.0 }', 'ES256')).toBe('{ "alg" : "ES256", "x":1.0 }');
  expect(withAlgorithm('{"typ":"JWT"}', 'ES256')).toBe('{"alg":"ES256","typ":"JWT"}');
  expect(withAlgorithm('{}', 'ES256')).toBe('{"alg":"ES256"}');
  expect(withAlgorithm('not json', 'ES256')).toBe('not json');
  expect(headerAlgorithm('{"alg":"ES256"}')).toEqual({ alg: 'ES256', isJson: true });
  expect(headerAlgorithm('[]')).toEqual({ alg: null, isJson: false });
});

test.each([
  ['no key', '{"alg":"HS256"}', '', 'no key to sign with'],
  [
    'a public key',
    '{"alg":"ES256"}',
    '{"kty":"EC","crv":"P-256","x":"71f4ETT2C1MTnVL_hxM5Mz0n-shuYngofdQ6r9YjfUU","y":"wZKSV2qdJDJhmlFJw0tQhvBrTPNFeISn2wxlZBge584"}',
    'public key',
  ],
  ['a secret for ES256', '{"alg":"ES256"}', 'secret', 'an EC key'],
  ['alg none', '{"alg":"none"}', 'secret', 'none that can be signed with'],
  ['a broken header', '{"alg":', 'secret', 'none that can be signed with'],
])('%s is refused, and it says why', async (_, header, text, words) => {
  const draft = { header: { text: header, pasted: null }, payload: { text: '{}', pasted: null } };
  expect(notSignedWords(await signDraft(draft, { text, encoding: 'auto' }))).toContain(words);
});

test('what changed is said part by part', () => {
  const [header, payload, signature] = partChanges('aa.bbcc.', 'aa.bbXc.sig');
  expect([header, payload, signature].map((change) => change && changeWords(change))).toEqual([
    'unchanged, to the letter',
    'changed from character 2 to 2',
    'new, 3 characters',
  ]);
  expect(payload?.changed).toEqual({ start: 2, end: 3 });
});
