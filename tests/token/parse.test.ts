import { describe, expect, test } from 'vitest';
import { nestedToken } from '#token/nested.ts';
import { parseToken } from '#token/parse.ts';
import { signingInput } from '#token/signing-input.ts';
import { decodeUtf8 } from '#token/utf8.ts';
import { formatVerdict } from '#token/verdict.ts';
import { GOOD, HS256, SIGNATURE, codesIn, codesOf, compact, encoded, parseCompact } from './tokens.ts';

// RFC 7515 appendix A.1: line breaks and spaces inside the JSON are part of what is signed.
const RFC7515_A1 =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('compact JWS', () => {
  test('the example of RFC 7515 is read to the byte', () => {
    const token = parseCompact(RFC7515_A1);
    expect(codesOf(token)).toEqual([]);
    expect(decodeUtf8(token.header.bytes)).toBe('{"typ":"JWT",\r\n "alg":"HS256"}');
    expect(token.payload.json?.rootString('iss')).toBe('joe');
    expect(token.signature.bytes).toHaveLength(32);
    expect(formatVerdict(token)).toEqual({
      state: 'well-formed',
      isJwt: true,
      invalid: 0,
      warnings: 0,
    });
  });

  test('segments say where they stand in the text', () => {
    const token = parseCompact(RFC7515_A1);
    for (const { start, text } of token.segments) {
      expect(RFC7515_A1.slice(start ?? -1, (start ?? 0) + text.length)).toBe(text);
    }
  });

  test('the signing input is the pasted text up to the second period', () => {
    const { header, payload } = parseCompact(RFC7515_A1);
    const end = RFC7515_A1.lastIndexOf('.');
    expect(decodeUtf8(signingInput(header, payload))).toBe(RFC7515_A1.slice(0, end));
  });

  test('a detached payload takes the place of the missing one', () => {
    const [header = '', payload = '', signature = ''] = RFC7515_A1.split('.');
    const token = parseCompact(`${header}..${signature}`);
    expect(token.form).toBe('detached');
    expect(codesOf(token)).toEqual(['payload-empty']);
    const input = signingInput(token.header, token.payload, Buffer.from(payload));
    expect(decodeUtf8(input)).toBe(`${header}.${payload}`);
  });

  test('an unencoded payload is signed as it is (RFC 7797 §4.2)', () => {
    const header = 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19';
    const token = parseCompact(`${header}..A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY`);
    expect(token).toMatchObject({ form: 'detached', unencoded: true });
    const input = signingInput(token.header, token.payload, Buffer.from('$.02'));
    expect(decodeUtf8(input)).toBe(`${header}.$.02`);
  });

  test('an unencoded payload with other than printable ASCII is refused', () => {
    const header = encoded('{"alg":"HS256","b64":false,"crit":["b64"]}');
    expect(codesIn(`${header}.é.${SIGNATURE}`)).toContain('b64-character');
    expect(codesIn(`${encoded('{"alg":"HS256","b64":false}')}.x.${SIGNATURE}`)).toContain('b64-not-critical');
  });

  test.each([
    ['{"typ":"JWT"}', 'alg-missing'],
    ['{"alg":1}', 'header-parameter-type'],
    ['{"alg":"HS256","kid":7}', 'header-parameter-type'],
    ['{"alg":"HS256","b64":"no"}', 'header-parameter-type'],
    ['{"alg":"RSA-OAEP"}', 'alg-not-for-signing'],
    ['{"alg":"XS256"}', 'alg-unknown'],
    ['{"alg":"HS256","alg":"none"}', 'json-duplicate-name'],
    ['{"alg":"HS256","crit":["alg"]}', 'crit-registered'],
    ['{"alg":"HS256","crit":["b64","b64"],"b64":true}', 'crit-duplicate'],
  ])('the header %s breaks %s', (header, code) => {
    expect(codesIn(compact(header, '{}'))).toContain(code);
  });

  test('of a repeated alg the last counts, as for most parsers', () => {
    expect(parseCompact(compact('{"alg":"HS256","alg":"none"}', '{}', '')).form).toBe('unsecured');
  });

  test('an empty signature is invalid unless alg is none', () => {
    const text = compact(HS256, '{}', '');
    expect(codesIn(text)).toEqual(['signature-empty']);
    expect(formatVerdict(parseToken(text)).state).toBe('invalid');
  });

  test.each(['{ "alg" : "HS256" }', '{\n  "alg": "HS256"\n}', '\t{"alg":"HS256"}'])(
    'a header with blanks, %j, is recognised even with strays in the token',
    (header) => {
      expect(parseToken(compact(header, '{}').replace('.', ' .'))).toMatchObject({ form: 'jws', alg: 'HS256' });
    },
  );

  test('ES256K, Ed25519 and ML-DSA are known algorithms', () => {
    for (const alg of ['ES256K', 'Ed25519', 'EdDSA', 'ML-DSA-65']) {
      expect(codesIn(compact(`{"alg":"${alg}"}`, '{}'))).toEqual([]);
    }
  });
});

describe('nested tokens', () => {
  test('the inner token is parsed when asked for', () => {
    const outer = parseToken(compact('{"alg":"HS256","cty":"JWT"}', GOOD));
    expect(nestedToken(outer)).toMatchObject({ form: 'jws', text: GOOD, content: 'claims' });
    expect(nestedToken(parseToken(GOOD))).toBeNull();
  });
});

describe('empty texts', () => {
  test.each(['', ' ', '\n\t'])('%j is empty', (text) => {
    const token = parseToken(text);
    expect(token.form).toBe('empty');
    expect(formatVerdict(token).state).toBe('empty');
    expect(codesOf(token)).toEqual(['token-empty']);
  });
});
