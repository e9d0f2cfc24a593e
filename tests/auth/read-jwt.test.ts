import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJws, readJwt } from '#auth/read-jws.ts';
import { encodeBase64url } from '#token/base64url.ts';

const encoder = new TextEncoder();
const segment = (text: string): string => encodeBase64url(encoder.encode(text));
const token = (header: string, payload: string): string => `${segment(header)}.${segment(payload)}.AAAA`;
const reason = (text: string): string => {
  const reading = readJwt(text);
  return reading.ok ? 'ok' : `${reading.refusal.reason} (${reading.refusal.subject})`;
};

describe('taking a token apart', () => {
  test('gives header and claims as they stand', () => {
    expect(readJwt(token('{"alg":"x"}', ' {"exp":1.5e9, "a":[{"b":null}]} '))).toEqual({
      ok: true,
      value: { header: { alg: 'x' }, payload: { exp: 1_500_000_000, a: [{ b: null }] } },
    });
  });

  test('never throws, whatever it is given', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => token(text, text)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(typeof readJwt(text).ok).toBe('boolean');
      }),
    );
  });

  test('agrees with JSON.parse on what it accepts', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
        const text = JSON.stringify(claims);
        const reading = readJwt(token('{}', text));
        const payload = reading.ok ? reading.value.payload : null;
        expect(JSON.stringify(payload)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('has one spelling for the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.string({ minLength: 1, maxLength: 1 }), (bytes, last) => {
        const text = encodeBase64url(bytes);
        const other = text.slice(0, -1) + last;
        fc.pre(other !== text);
        const reading = readJws(`e30.${other}.`);
        const again = reading.ok ? encodeBase64url(reading.value.payload) : other;
        expect(again).toBe(other);
      }),
    );
  });

  test.each([
    ['', 'token-malformed (token)'],
    ['a.b', 'token-malformed (token)'],
    ['a.b.c.d', 'token-malformed (token)'],
    ['e30.e30.A', 'token-encoding (length)'],
    ['e30.e30.AB', 'token-encoding (trailing-bits)'],
    ['e30.e30=.', 'token-encoding (padding)'],
    ['e30.e3 0.', 'token-encoding (whitespace)'],
    ['e30.e+30.', 'token-encoding (alphabet)'],
    ['e30.e3?.', 'token-encoding (character)'],
    ['.e30.', 'token-malformed (header)'],
    ['e30..', 'token-malformed (payload)'],
    [token('[]', '{}'), 'token-malformed (header)'],
    [token('{}', 'null'), 'token-malformed (payload)'],
    [token('{}', '{} {}'), 'token-malformed (payload)'],
    [token('{}', '{"a":1,}'), 'token-malformed (payload)'],
    [token('{}', '\ufeff{}'), 'token-malformed (payload)'],
    [`e30.${encodeBase64url(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))}.`, 'token-malformed (payload)'],
    [token('{"alg":1,"alg":1}', '{}'), 'token-duplicate-member (alg)'],
    [token('{}', '{"a":{"x":1,"\\u0078":2}}'), 'token-duplicate-member (x)'],
    [token('{}', '['.repeat(100_000)), 'token-malformed (payload)'],
  ])('says what is wrong with %j', (text, wrong) => {
    expect(reason(text)).toBe(wrong);
  });
});
