import { describe, expect, test } from 'vitest';
import { claimsSegment, findClaim, readClaims } from '#token/claims.ts';
import { parseToken } from '#token/parse.ts';
import { GOOD, HS256, codesOf, compact } from './tokens.ts';

const NOW = 1_709_500_000;

function read(payload: string, leeway = 0) {
  return readClaims(claimsSegment(parseToken(compact(HS256, payload))), { now: NOW, leeway });
}

describe('registered claims', () => {
  test('are read in the order of the payload, with rule and value', () => {
    const reading = readClaims(claimsSegment(parseToken(GOOD)), { now: NOW });
    expect(reading.claims.map(({ name }) => name)).toEqual(['iss', 'sub', 'aud', 'jti', 'iat', 'exp']);
    expect(findClaim(reading, 'iss')).toMatchObject({
      rule: { type: 'string', source: { document: 'RFC 7519', section: '4.1.1' } },
      value: { kind: 'text', text: 'https://app.example' },
    });
    expect(reading.findings).toEqual([]);
    expect(reading.verdict).toEqual({
      state: 'current',
      secondsToExpiry: 3600,
      secondsToStart: null,
    });
  });

  test('of a repeated claim the last one counts', () => {
    const reading = read('{"exp":1,"exp":1709503600}');
    expect(reading.claims).toHaveLength(1);
    expect(reading.verdict.state).toBe('current');
  });

  test('values have the types of their specifications', () => {
    const reading = read(
      '{"aud":["a","b"],"amr":["pwd"],"email_verified":true,"cnf":{"jkt":"x"},"auth_time":1,"scope":"a b"}',
    );
    expect(reading.claims.map(({ value }) => value.kind)).toEqual([
      'texts',
      'texts',
      'boolean',
      'object',
      'date',
      'text',
    ]);
  });

  test.each([
    ['{"iss":1}', 'iss', 'string', 'number'],
    ['{"aud":["a",1]}', 'aud', 'audience', 'array'],
    ['{"aud":{}}', 'aud', 'audience', 'object'],
    ['{"jti":null}', 'jti', 'string', 'null'],
    ['{"amr":"pwd"}', 'amr', 'string-array', 'string'],
    ['{"email_verified":"true"}', 'email_verified', 'boolean', 'string'],
  ])('%s is of the wrong type', (payload, name, expected, found) => {
    expect(read(payload).findings).toMatchObject([
      { code: 'claim-type', severity: 'invalid', detail: { name, expected, found } },
    ]);
  });

  test('a wrong type in a claim of another specification does not decide the verdict', () => {
    expect(read('{"email_verified":"true"}').verdict.state).toBe('no-expiry');
    expect(read('{"sub":42}').verdict.state).toBe('wrong-type');
  });
});

describe('time', () => {
  test('leeway moves every limit outward', () => {
    const past = `{"exp":${NOW - 30}}`;
    expect(read(past).verdict.state).toBe('expired');
    expect(read(past, 30).verdict.state).toBe('expired');
    expect(read(past, 31).verdict.state).toBe('current');
    const ahead = `{"nbf":${NOW + 30}}`;
    expect(read(ahead, 29).verdict.state).toBe('not-yet-valid');
    expect(read(ahead, 30).verdict.state).toBe('no-expiry');
    expect(codesOf(read(`{"iat":${NOW + 30}}`, 30))).toEqual([]);
  });

  test('expired and not yet valid at once is both, and in the wrong order', () => {
    const reading = read(`{"exp":${NOW - 10},"nbf":${NOW + 10}}`);
    expect(reading.verdict).toEqual({
      state: 'expired',
      secondsToExpiry: -10,
      secondsToStart: 10,
    });
    expect(codesOf(reading)).toEqual(['claim-expired', 'claim-not-yet-valid', 'claim-date-order']);
  });

  test('a lifetime in the place of a date is flagged', () => {
    expect(codesOf(read('{"exp":3600}'))).toEqual(['claim-date-early', 'claim-expired']);
  });

  test.each([
    ['1709503600000', 'milliseconds'],
    ['1709503600000000', 'microseconds'],
    ['1709503600000000000', 'nanoseconds'],
  ])('%s was probably counted in %s', (literal, unit) => {
    expect(read(`{"exp":${literal}}`).findings).toMatchObject([
      { code: 'claim-date-unit', detail: { unit, seconds: 1_709_503_600 } },
      ...(unit === 'milliseconds' ? [] : [{ code: 'claim-date-beyond-calendar' }]),
    ]);
  });

  test('tokens without a claims set have no claims verdict', () => {
    for (const text of ['', 'hello', compact(HS256, 'text'), compact(HS256, '[1]')]) {
      const { verdict, claims } = readClaims(claimsSegment(parseToken(text)), { now: NOW });
      expect(verdict.state).toBe('no-claims');
      expect(claims).toEqual([]);
    }
  });

  test('a malformed token shows its claims all the same', () => {
    const [header = '', payload = ''] = GOOD.split('.');
    const segment = claimsSegment(parseToken(`${header}.${payload}`));
    expect(readClaims(segment, { now: NOW }).claims).toHaveLength(6);
  });
});
