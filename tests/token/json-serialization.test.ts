import { describe, expect, test } from 'vitest';
import { parseToken } from '#token/parse.ts';
import { formatVerdict } from '#token/verdict.ts';
import { HS256, SIGNATURE, codesIn, codesOf, encoded } from './tokens.ts';

const flattened = {
  payload: encoded('{"sub":"42"}'),
  protected: encoded(HS256),
  header: { kid: 'k1' },
  signature: SIGNATURE,
};

const flattenedJwe = {
  protected: encoded('{"enc":"A128GCM"}'),
  unprotected: { jku: 'https://server.example/keys' },
  header: { alg: 'A128KW', kid: '7' },
  encrypted_key: 'A'.repeat(32),
  iv: 'A'.repeat(16),
  ciphertext: 'AAAA',
  tag: 'A'.repeat(22),
};

describe('JWS in JSON serialisation', () => {
  test('flattened: parts are read where they stand, and it is not a JWT', () => {
    const text = JSON.stringify(flattened);
    const token = parseToken(text);
    expect(token).toMatchObject({ form: 'jws-json', syntax: 'flattened', content: 'claims' });
    expect(codesOf(token)).toEqual(['serialization-json']);
    expect(formatVerdict(token)).toMatchObject({ state: 'well-formed', isJwt: false });
    for (const segment of token.segments) {
      const start = segment.start ?? -1;
      expect(text.slice(start, start + segment.text.length)).toBe(segment.text);
    }
    expect(token.segments.map(({ name }) => name)).toEqual(['payload', 'header', 'signature']);
  });

  test('general: each signature has its own header', () => {
    const { payload, ...signature } = flattened;
    const other = { protected: encoded('{"alg":"ES256"}'), signature: 'A'.repeat(86) };
    const token = parseToken(JSON.stringify({ payload, signatures: [signature, other] }));
    expect(token).toMatchObject({
      form: 'jws-json',
      syntax: 'general',
      signatures: [{ alg: 'HS256' }, { alg: 'ES256' }],
    });
    expect(codesOf(token)).toEqual(['serialization-json']);
  });

  test('alg may stand in the unprotected header alone', () => {
    const { protected: _, ...rest } = flattened;
    const token = parseToken(JSON.stringify({ ...rest, header: { alg: 'HS256' } }));
    expect(token).toMatchObject({ signatures: [{ header: null, alg: 'HS256' }] });
  });

  test.each([
    ['a name in both headers', { ...flattened, header: { alg: 'HS256' } }, 'serialization-name-twice'],
    ['crit in the unprotected header', { ...flattened, header: { crit: ['b64'], b64: true } }, 'crit-unprotected'],
    ['a signature beside signatures', { ...flattened, signatures: [] }, 'serialization-mixed'],
    ['a payload that is no string', { ...flattened, payload: {} }, 'serialization-member-type'],
    ['no payload', { protected: flattened.protected, signature: SIGNATURE }, 'serialization-member-missing'],
  ])('%s is invalid', (_, document, code) => {
    const text = JSON.stringify(document);
    expect(codesIn(text)).toContain(code);
    expect(formatVerdict(parseToken(text)).state).toBe('invalid');
  });

  test('a part written with escapes has no place in the text', () => {
    const text = JSON.stringify(flattened).replace('"payload":"e', '"payload":"\\u0065');
    const token = parseToken(text);
    expect(token.segments.find(({ name }) => name === 'payload')).toMatchObject({ start: null });
    expect(token).toMatchObject({ content: 'claims' });
  });

  test('a hundred signatures are read, further ones are counted', () => {
    const { payload, ...signature } = flattened;
    const token = parseToken(JSON.stringify({ payload, signatures: Array.from({ length: 150 }, () => signature) }));
    if (token.form !== 'jws-json') throw new Error(token.form);
    expect(token.signatures).toHaveLength(100);
    expect(codesOf(token)).toContain('token-parts-unread');
  });
});

describe('JWE in JSON serialisation', () => {
  test('flattened: the header is made of three objects', () => {
    const token = parseToken(JSON.stringify(flattenedJwe));
    expect(token).toMatchObject({
      form: 'jwe-json',
      syntax: 'flattened',
      enc: 'A128GCM',
      recipients: [{ alg: 'A128KW' }],
    });
    expect(codesOf(token)).toEqual(['serialization-json', 'jwe-claims-hidden']);
  });

  test('general: one key per recipient', () => {
    const { header, encrypted_key, ...shared } = flattenedJwe;
    const recipients = [{ header, encrypted_key }, { header: { alg: 'dir' } }];
    const token = parseToken(JSON.stringify({ ...shared, recipients }));
    expect(token).toMatchObject({ syntax: 'general', recipients: [{ alg: 'A128KW' }, { alg: 'dir' }] });
  });

  test('lengths that cannot be right are named', () => {
    expect(codesIn(JSON.stringify({ ...flattenedJwe, iv: 'AAAA' }))).toContain('jwe-iv-length');
    expect(codesIn(JSON.stringify({ ...flattenedJwe, tag: 'AAAA' }))).toContain('jwe-tag-length');
  });
});
