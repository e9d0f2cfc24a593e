import { describe, expect, test } from 'vitest';
import { parseToken } from '#token/parse.ts';
import type { SdJwt } from '#token/token-forms.ts';
import { formatVerdict } from '#token/verdict.ts';
import { GOOD, codesIn, codesOf, compact, encoded } from './tokens.ts';

// RFC 9901 §4.2.1
const FAMILY_NAME = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
const ELEMENT = encoded('["lklxF5jMYlGTPUovMNIvCA","FR"]');
const KEY_BINDING = compact(
  '{"alg":"ES256","typ":"kb+jwt"}',
  '{"iat":1,"aud":"https://v.example","nonce":"1","sd_hash":"x"}',
  'A'.repeat(86),
);

function parseSdJwt(text: string): SdJwt {
  const token = parseToken(text);
  if (token.form !== 'sd-jwt') throw new Error(token.form);
  return token;
}

describe('SD-JWT', () => {
  test('disclosures of members and elements are decoded', () => {
    const text = `${GOOD}~${FAMILY_NAME}~${ELEMENT}~`;
    const token = parseSdJwt(text);
    expect(codesOf(token)).toEqual([]);
    expect(formatVerdict(token)).toMatchObject({ state: 'well-formed', isJwt: true });
    const [member, element] = token.disclosures;
    expect(member).toMatchObject({
      kind: 'property',
      salt: '_26bc4LT-ac6q2KI6cBW5es',
      name: 'family_name',
    });
    expect(member?.segment.json?.string(member.value)).toBe('Möbius');
    expect(element).toMatchObject({ kind: 'element', name: null });
    for (const { start, text: part } of token.segments) {
      expect(text.slice(start ?? -1, (start ?? 0) + part.length)).toBe(part);
    }
  });

  test('a key-binding JWT at the end is read as a second token', () => {
    const token = parseSdJwt(`${GOOD}~${FAMILY_NAME}~${KEY_BINDING}`);
    expect(codesOf(token)).toEqual([]);
    expect(token.keyBinding).toMatchObject({ alg: 'ES256', header: { index: 1 } });
  });

  test('without disclosures one tilde remains', () => {
    expect(parseSdJwt(`${GOOD}~`).disclosures).toEqual([]);
    expect(codesIn(`${GOOD}~`)).toEqual([]);
  });

  test.each([
    ['no tilde at the end', `${GOOD}~${FAMILY_NAME}`, 'sd-jwt-unclosed'],
    ['two tildes in a row', `${GOOD}~~`, 'disclosure-empty'],
    ['one disclosure twice', `${GOOD}~${FAMILY_NAME}~${FAMILY_NAME}~`, 'disclosure-duplicate'],
    ['an object', `${GOOD}~${encoded('{}')}~`, 'disclosure-not-array'],
    ['four elements', `${GOOD}~${encoded('["s","a",1,2]')}~`, 'disclosure-length'],
    ['a salt that is no string', `${GOOD}~${encoded('[1,"a",1]')}~`, 'disclosure-salt'],
    ['a reserved name', `${GOOD}~${encoded('["s","_sd",1]')}~`, 'disclosure-name'],
    ['broken JSON', `${GOOD}~${encoded('["s",')}~`, 'json-unclosed'],
    ['alg none', `${compact('{"alg":"none"}', '{}', '')}~`, 'sd-jwt-unsecured'],
    ['a key binding of another type', `${GOOD}~${GOOD}`, 'kb-jwt-typ'],
    ['a key binding without its claims', `${GOOD}~${GOOD}`, 'kb-jwt-claim-missing'],
  ])('%s is invalid', (_, text, code) => {
    expect(codesIn(text)).toContain(code);
    expect(formatVerdict(parseToken(text)).state).toBe('invalid');
  });
});
