import { describe, expect, test } from 'vitest';
import { claimsSegment, findClaim, readClaims } from '#token/claims.ts';
import { extractTokens } from '#token/extract.ts';
import type { FindingCode } from '#token/findings.ts';
import { toPlainJson } from '#token/json-plain.ts';
import { classifyKeyMaterial, hasPrivatePart } from '#token/key-material.ts';
import { lintToken } from '#token/lint.ts';
import { parseToken } from '#token/parse.ts';
import { decodeUtf8 } from '#token/utf8.ts';
import { formatVerdict } from '#token/verdict.ts';
import { toVisible } from '#token/visible.ts';
import { GOOD, HS256, SIGNATURE, codesIn, codesOf, compact, encoded, parseCompact } from './tokens.ts';

const NOW = 1_709_500_000;

function stateOf(text: string) {
  return formatVerdict(parseToken(text)).state;
}

function claimsIn(payload: string, now = NOW) {
  return readClaims(claimsSegment(parseToken(compact(HS256, payload))), { now });
}

/** The first finding of this code in a text. */
function finding(text: string, code: FindingCode) {
  const found = parseToken(text).findings.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`no ${code} in ${text}`);
  return found;
}

/** A JWE with this header and parts of the lengths that A128GCM asks for. */
function jwe(header: string): string {
  return `${encoded(header)}.${'A'.repeat(32)}.${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`;
}

const [HEADER = '', PAYLOAD = ''] = GOOD.split('.');

// One test or more per row of the token bench's table of inputs.

describe('spaces, wraps, no-break spaces, zero-width characters, byte order marks', () => {
  test.each([
    ['a space', ' ', 'whitespace'],
    ['a line break', '\r\n', 'line-break'],
    ['a no-break space', '\u00a0', 'unicode-space'],
    ['a zero-width space', '\u200b', 'zero-width'],
    ['a byte order mark', '\ufeff', 'byte-order-mark'],
  ])('%s is not legal, and its repair is listed', (_, stray, kind) => {
    for (const pasted of [stray + GOOD, GOOD + stray, GOOD.replace('.', `.${stray}`)]) {
      expect(stateOf(pasted)).toBe('invalid');
      expect(codesIn(pasted)).toContain('base64url-whitespace');
      const { candidates } = extractTokens(pasted);
      expect(candidates.map(({ text }) => text)).toEqual([GOOD]);
      expect(candidates[0]?.repairs).toMatchObject([
        { kind, isDamage: true, offset: pasted.indexOf(stray), count: stray.length },
      ]);
    }
  });

  test('a token without them is taken as it is', () => {
    expect(extractTokens(GOOD).candidates[0]?.repairs).toEqual([]);
    expect(stateOf(GOOD)).toBe('well-formed');
  });
});

describe('characters that are not base64url', () => {
  test('padding is invalid at its offset, and still decoded', () => {
    const padded = `${HEADER}.${PAYLOAD}==.${SIGNATURE}`;
    const found = finding(padded, 'base64url-padding');
    expect(found).toMatchObject({
      severity: 'invalid',
      segment: 'payload',
      characters: { start: PAYLOAD.length, end: PAYLOAD.length + 2 },
    });
    expect(parseCompact(padded).payload.json?.isWellFormed).toBe(true);
  });

  test('plus and slash are invalid, and named as the other alphabet', () => {
    const token = `${HEADER}.${PAYLOAD}.${'+/'.repeat(21)}A`;
    expect(finding(token, 'base64url-alphabet')).toMatchObject({
      severity: 'invalid',
      detail: { count: 42 },
    });
    expect(parseCompact(token).signature.bytes).toHaveLength(32);
  });

  test('any other character is invalid at its offset', () => {
    const token = `${HEADER.slice(0, 5)}#${HEADER.slice(5)}.${PAYLOAD}.${SIGNATURE}`;
    expect(finding(token, 'base64url-character')).toMatchObject({
      segment: 'header',
      characters: { start: 5, end: 6 },
      detail: { character: '#' },
    });
    expect(parseCompact(token).alg).toBe('HS256');
  });

  test('4n+1 letters are invalid at the last of them', () => {
    const token = `${HEADER}.${PAYLOAD}.${SIGNATURE}AA`;
    expect(finding(token, 'base64url-length')).toMatchObject({
      severity: 'invalid',
      characters: { start: 44, end: 45 },
      detail: { letters: 45 },
    });
  });

  test('spare bits that are not zero: the same bytes, another string', () => {
    const twin = `${GOOD.slice(0, -1)}${GOOD.endsWith('w') ? 'x' : 'w'}`;
    expect(finding(twin, 'base64url-trailing-bits')).toMatchObject({
      severity: 'warning',
      detail: { canonical: GOOD.at(-1), bits: 2 },
    });
    expect(parseCompact(twin).signature.bytes).toEqual(parseCompact(GOOD).signature.bytes);
    expect(stateOf(twin)).toBe('well-formed');
  });
});

describe('the number of parts', () => {
  test.each([
    ['one part', HEADER, 0],
    ['two parts', `${HEADER}.${PAYLOAD}`, 1],
    ['four parts', `${GOOD}.abcd`, 3],
    ['a period in front', `.${GOOD}`, 3],
    ['a period behind', `${GOOD}.`, 3],
    ['a doubled period', GOOD.replace('.', '..'), 3],
  ])('%s: needs exactly two periods, and what can be read is read', (_, text, periods) => {
    const token = parseToken(text);
    expect(token.form).toBe('malformed');
    expect(stateOf(text)).toBe('invalid');
    expect(finding(text, 'token-segment-count').detail).toEqual({ periods, expected: 2 });
    const header = token.segments.find(({ name }) => name === 'header');
    expect(header?.json?.rootString('alg')).toBe('HS256');
    const payload = token.segments.find(({ name }) => name === 'payload');
    expect(payload === undefined || payload.json?.rootString('sub') === '42').toBe(true);
  });

  test('one part without JSON in it needs two periods too', () => {
    expect(codesIn('Zm9v')).toContain('token-segment-count');
  });

  test('empty parts are named', () => {
    expect(finding(`.${PAYLOAD}.${SIGNATURE}`, 'token-segment-empty').severity).toBe('invalid');
    expect(codesIn(`${HEADER}.${PAYLOAD}.`)).toContain('signature-empty');
    expect(codesIn('..')).toContain('token-segment-empty');
  });

  test('five parts are a JWE: header and lengths, never claims', () => {
    const text = `${encoded('{"alg":"dir","enc":"A128GCM"}')}..${'A'.repeat(16)}.${encoded('{"sub":"42"}')}.${'A'.repeat(22)}`;
    const token = parseToken(text);
    expect(token).toMatchObject({ form: 'jwe', alg: 'dir', enc: 'A128GCM' });
    expect(token.segments.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['header', 29],
      ['encrypted-key', 0],
      ['iv', 12],
      ['ciphertext', 12],
      ['tag', 16],
    ]);
    expect(codesIn(text)).toEqual(['jwe-claims-hidden']);
    expect(claimsSegment(token)).toBeNull();
    expect(token.segments.filter(({ json }) => json !== null)).toHaveLength(1);
  });
});

describe('header and payload', () => {
  test.each([
    ['text', 'hello', 'json-word'],
    ['an array', '["HS256"]', 'header-not-object'],
    ['a string', '"HS256"', 'header-not-object'],
  ])('a header that is %s is invalid, and its bytes are there', (_, header, code) => {
    const text = compact(header, '{}');
    expect(stateOf(text)).toBe('invalid');
    expect(codesIn(text)).toContain(code);
    expect(decodeUtf8(parseCompact(text).header.bytes)).toBe(header);
  });

  test('a payload of text is a legal JWS and no JWT', () => {
    const token = parseToken(compact(HS256, 'just text'));
    expect(formatVerdict(token)).toMatchObject({ state: 'well-formed', isJwt: false });
    expect(token).toMatchObject({ content: 'text' });
    expect(codesOf(token)).toEqual(['payload-not-json']);
  });

  test('a payload of bytes too', () => {
    const text = `${HEADER}.gICAgA.${SIGNATURE}`;
    expect(parseToken(text)).toMatchObject({ content: 'binary' });
    expect(stateOf(text)).toBe('well-formed');
  });

  test('a token in the payload is nested, declared by cty or not', () => {
    const declared = parseToken(compact('{"alg":"HS256","cty":"JWT"}', GOOD));
    expect(declared).toMatchObject({ content: 'nested' });
    expect(codesOf(declared)).toEqual(['payload-nested']);
    expect(codesIn(compact(HS256, GOOD))).toEqual(['payload-nested-undeclared']);
  });

  test.each([
    ['an array', '[1,2]', 'payload-not-object'],
    ['a string', '"text"', 'payload-not-object'],
    ['a number', '123400', 'payload-not-object'],
    ['null', 'null', 'payload-not-object'],
    ['an object with a trailing comma', '{"sub":"42",}', 'json-trailing-comma'],
    ['an object with text behind it', '{"sub":"42"} ok', 'json-text-after'],
  ])('%s is not a claims set', (_, payload, code) => {
    const token = parseToken(compact(HS256, payload));
    expect(codesOf(token)).toContain(code);
    expect(formatVerdict(token).isJwt).toBe(false);
  });

  test('of repeated names both are there, and the one that parsers keep is marked', () => {
    const text = compact(HS256, '{"sub":"a","\\u0073ub":"b"}');
    const { json } = parseCompact(text).payload;
    if (json === null) throw new Error('no JSON');
    const members = [...json.children(0)];
    expect(members.map((node) => [json.name(node), json.string(node), json.isShadowed(node)])).toEqual([
      ['sub', 'a', true],
      ['sub', 'b', false],
    ]);
    expect(finding(text, 'json-duplicate-name')).toMatchObject({
      severity: 'warning',
      node: members[0],
      detail: { name: 'sub', spelled: 'sub' },
    });
  });
});

describe('text that is not what it seems', () => {
  test('invalid UTF-8 is named by its first byte and never replaced', () => {
    const bad = Buffer.from('{"sub":"a\xff\xc3b"}', 'latin1').toString('base64url');
    const text = `${HEADER}.${bad}.${SIGNATURE}`;
    expect(finding(text, 'utf8-invalid')).toMatchObject({
      bytes: { start: 9, end: 10 },
      detail: { byte: '\\xFF', count: 2 },
    });
    expect(parseCompact(text).payload.json?.rootString('sub')).toBe('a\\xFF\\xC3b');
    expect(formatVerdict(parseToken(text)).isJwt).toBe(false);
  });

  test('UTF-16 is named', () => {
    const utf16 = Buffer.from('{"alg":"HS256"}', 'utf16le').toString('base64url');
    expect(finding(`${utf16}.${PAYLOAD}.${SIGNATURE}`, 'utf16-text').detail).toEqual({
      encoding: 'UTF-16LE',
    });
  });

  test.each([
    ['a lone surrogate', '"\\ud800"', 'text-lone-surrogate', '\\uD800'],
    ['a right-to-left override', '"\u202eadmin"', 'text-bidi-control', '\\u202E'],
    ['an escaped control character', '"\\u0000"', 'text-control-character', '\\u0000'],
    ['a zero-width space', '"a\u200bb"', 'text-invisible', '\\u200B'],
  ] as const)('%s is found and shown escaped', (_, value, code, shown) => {
    const text = compact(HS256, `{"sub":${value}}`);
    expect(finding(text, code)).toMatchObject({ severity: 'warning', detail: { shown } });
    const sub = parseCompact(text).payload.json?.rootString('sub') ?? '';
    expect(toVisible(sub)).toContain(shown);
  });

  test('names that look like claims are flagged', () => {
    expect(finding(compact(HS256, '{"ехр":1}'), 'name-confusable').detail).toEqual({
      name: 'ехр',
      looksLike: 'exp',
    });
    expect(codesIn(compact(HS256, '{"s\u200bub":1}'))).toContain('name-confusable');
    expect(finding(compact(HS256, '{"rоle":1}'), 'name-mixed-script').detail).toEqual({
      name: 'rоle',
      scripts: 'Latin, Cyrillic',
    });
  });

  test.each(['<img src=x onerror=alert(1)>', 'javascript:alert(1)', '[x](javascript:x)'])(
    '%s stays text, as alg, as kid and as a claim',
    (hostile) => {
      const json = JSON.stringify(hostile);
      const text = compact(`{"alg":${json},"kid":${json}}`, `{"sub":${json}}`);
      expect(parseCompact(text).alg).toBe(hostile);
      expect(finding(text, 'alg-unknown').detail).toEqual({ alg: hostile });
      expect(parseCompact(text).payload.json?.rootString('sub')).toBe(hostile);
    },
  );

  test('__proto__, constructor and toString are plain data', () => {
    const payload = '{"__proto__":{"exp":1},"constructor":"x","toString":"y"}';
    const { json } = parseCompact(compact(HS256, payload)).payload;
    if (json === null) throw new Error('no JSON');
    expect(JSON.stringify(toPlainJson(json))).toBe(payload);
    expect(claimsIn(payload).verdict.state).toBe('no-expiry');
    expect(json.rootString('constructor')).toBe('x');
    expect(json.rootString('hasOwnProperty')).toBeNull();
  });
});

describe('numbers', () => {
  test.each([
    ['9007199254740993', 'number-unsafe-integer', '9007199254740992'],
    ['1e400', 'number-overflow', 'Infinity'],
    ['1.0', 'number-rewritten', '1'],
  ] as const)('%s keeps its literal and is warned about', (literal, code, read) => {
    const text = compact(HS256, `{"id":${literal}}`);
    expect(finding(text, code)).toMatchObject({ severity: 'warning', detail: { literal, read } });
    const { json } = parseCompact(text).payload;
    expect(json?.literal(json.member(0, 'id'))).toBe(literal);
  });

  test.each([
    ['"2026-01-01"', 'string'],
    ['"1709500000"', 'string'],
    ['null', 'null'],
    ['true', 'true'],
    ['[1]', 'array'],
  ])('exp %s is a type error', (value, found) => {
    const { verdict, findings } = claimsIn(`{"exp":${value}}`);
    expect(verdict.state).toBe('wrong-type');
    expect(findings).toMatchObject([{ code: 'claim-type', severity: 'invalid', detail: { name: 'exp', found } }]);
  });

  test.each(['1709503600.5', '1.7095036e9'])('exp %s is valid', (literal) => {
    const { verdict, findings } = claimsIn(`{"exp":${literal}}`);
    expect(verdict.state).toBe('current');
    expect(findings).toMatchObject([{ code: 'claim-date-fraction', severity: 'note' }]);
  });

  test('exp in milliseconds is valid, and both readings are given', () => {
    const reading = claimsIn('{"exp":1709503600000}');
    expect(reading.verdict.state).toBe('current');
    expect(reading.findings).toMatchObject([
      { code: 'claim-date-unit', detail: { unit: 'milliseconds', seconds: 1_709_503_600 } },
    ]);
    const exp = findClaim(reading, 'exp');
    expect(exp?.value).toMatchObject({
      kind: 'date',
      date: {
        epochMilliseconds: 1_709_503_600_000_000,
        probableEpochMilliseconds: 1_709_503_600_000,
      },
    });
  });

  test.each([
    ['0', 0, 'expired'],
    ['-1', -1000, 'expired'],
    ['-1e20', null, 'expired'],
    ['1e20', null, 'current'],
    ['1e400', null, 'current'],
    ['8640000000001', null, 'current'],
    ['8640000000000', 8.64e15, 'current'],
  ])('exp %s gives no invalid date', (literal, epochMilliseconds, state) => {
    const reading = claimsIn(`{"exp":${literal}}`);
    expect(reading.verdict.state).toBe(state);
    const value = findClaim(reading, 'exp')?.value;
    expect(value).toMatchObject({ kind: 'date', date: { epochMilliseconds } });
    expect(Number.isNaN(new Date(epochMilliseconds ?? 0).getTime())).toBe(false);
    expect(codesOf(reading).includes('claim-date-beyond-calendar')).toBe(epochMilliseconds === null);
  });
});

describe('claims against a clock', () => {
  test('at exp the token is expired, a second before it is not', () => {
    expect(claimsIn('{"exp":100}', 100).verdict).toMatchObject({
      state: 'expired',
      secondsToExpiry: 0,
    });
    expect(claimsIn('{"exp":1709500000}', 1_709_499_999).verdict.state).toBe('current');
  });

  test('nbf ahead is not yet valid, at nbf it is valid', () => {
    const ahead = claimsIn('{"nbf":1709500001}');
    expect(ahead.verdict).toMatchObject({ state: 'not-yet-valid', secondsToStart: 1 });
    expect(codesOf(ahead)).toEqual(['claim-not-yet-valid']);
    expect(claimsIn('{"nbf":1709500000}').verdict.state).toBe('no-expiry');
  });

  test('iat ahead is a warning', () => {
    const { verdict, findings } = claimsIn('{"iat":1709500060,"exp":1709503600}');
    expect(verdict.state).toBe('current');
    expect(findings).toMatchObject([{ code: 'claim-issued-ahead', severity: 'warning', detail: { ahead: 60 } }]);
  });

  test.each(['"https://app.example"', '["https://app.example","x"]'])('aud %s is fine', (aud) => {
    const { verdict, findings } = claimsIn(`{"aud":${aud},"exp":1709503600}`);
    expect(findings).toEqual([]);
    expect(verdict.state).toBe('current');
  });
});

describe('algorithms and crit', () => {
  test('alg none with an empty signature is unsecured, and decoded', () => {
    const token = parseToken(compact('{"alg":"none"}', '{"sub":"42"}', ''));
    expect(token.form).toBe('unsecured');
    expect(formatVerdict(token).state).toBe('unsecured');
    expect(claimsSegment(token)?.json?.rootString('sub')).toBe('42');
  });

  test('alg none with a signature is invalid', () => {
    const text = compact('{"alg":"none"}', '{}');
    expect(stateOf(text)).toBe('invalid');
    expect(codesIn(text)).toContain('alg-none-with-signature');
  });

  test.each([
    ['nOnE', 'none'],
    ['hs256', 'HS256'],
    ['HS-256', 'HS256'],
  ])('%s is unknown, because names are case-sensitive', (alg, meant) => {
    const text = compact(`{"alg":"${alg}"}`, '{}');
    expect(parseToken(text).form).toBe('jws');
    expect(finding(text, 'alg-spelling')).toMatchObject({
      severity: 'invalid',
      detail: { alg, meant },
    });
  });

  test.each([
    ['an unknown extension', '{"alg":"HS256","crit":["x"],"x":1}', 'crit-unknown'],
    ['an empty list', '{"alg":"HS256","crit":[]}', 'crit-empty'],
    ['an absent parameter', '{"alg":"HS256","crit":["b64"]}', 'crit-absent'],
    ['no list', '{"alg":"HS256","crit":"b64"}', 'crit-not-array'],
    ['a number', '{"alg":"HS256","crit":[1]}', 'crit-not-string'],
  ])('crit with %s is invalid', (_, header, code) => {
    const text = compact(header, '{}');
    expect(codesIn(text)).toContain(code);
    expect(stateOf(text)).toBe('invalid');
  });

  test('crit may name an extension that is understood', () => {
    expect(codesIn(compact('{"alg":"HS256","crit":["b64"],"b64":true}', '{}'))).toEqual([]);
  });

  test('b64 false is explained, and must not be used in a JWT', () => {
    const header = encoded('{"alg":"HS256","b64":false,"crit":["b64"]}');
    const plain = parseCompact(`${header}.$02.${SIGNATURE}`);
    expect(codesOf(plain)).toEqual(['b64-unencoded', 'payload-not-json']);
    expect(decodeUtf8(plain.payload.bytes)).toBe('$02');
    const jwt = `${header}.{"sub":"42"}.${SIGNATURE}`;
    expect(codesIn(jwt)).toContain('b64-in-jwt');
    expect(stateOf(jwt)).toBe('invalid');
  });
});

describe('limits', () => {
  test('a huge p2c and compression are said', () => {
    const alg = '"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"AAAAAAAAAAA"';
    expect(finding(jwe(`{${alg},"p2c":2147483647}`), 'p2c-high').detail).toEqual({
      count: '2147483647',
      limit: 1_200_000,
    });
    expect(codesIn(jwe(`{${alg},"p2c":600000}`))).not.toContain('p2c-high');
    expect(codesIn(jwe(`{${alg},"p2c":600000,"zip":"DEF"}`))).toContain('zip-compressed');
  });

  test.each([
    ['8 kB', `{"a":"${'x'.repeat(6000)}"}`],
    ['1 MB', `{"a":"${'x'.repeat(750_000)}"}`],
    ['5 000 members', `{${Array.from({ length: 5000 }, (_, i) => `"k${i}":"${'v'.repeat(100)}"`).join()}}`],
    ['10 000 levels', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ])('%s works', (_, payload) => {
    const token = parseToken(compact(HS256, payload));
    expect(formatVerdict(token)).toMatchObject({ state: 'well-formed', isJwt: true });
    expect(lintToken(token, { now: NOW }).length).toBeGreaterThan(0);
    expect(readClaims(claimsSegment(token), { now: NOW }).verdict.state).toBe('no-expiry');
  });

  test('a private key where a public one belongs is recognised', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----';
    expect(hasPrivatePart(classifyKeyMaterial(pem))).toBe(true);
    expect(hasPrivatePart(classifyKeyMaterial('{"kty":"RSA","n":"x","e":"AQAB","d":"y"}'))).toBe(true);
    expect(hasPrivatePart(classifyKeyMaterial('{"keys":[{"kty":"EC","d":"y"}]}'))).toBe(true);
    expect(hasPrivatePart(classifyKeyMaterial('{"kty":"RSA","n":"x","e":"AQAB"}'))).toBe(false);
  });
});
