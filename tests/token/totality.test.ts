import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsSegment, readClaims } from '#token/claims.ts';
import { extractTokens } from '#token/extract.ts';
import { FINDING_CODES, findingDetailNames, findingSeverity, type Finding } from '#token/findings.ts';
import { classifyKeyMaterial } from '#token/key-material.ts';
import { lintToken } from '#token/lint.ts';
import { locateCharacter } from '#token/mapping.ts';
import { nestedToken } from '#token/nested.ts';
import { parseToken } from '#token/parse.ts';
import { formatVerdict } from '#token/verdict.ts';
import { toVisible } from '#token/visible.ts';
import { GOOD, HS256, SIGNATURE, compact, encoded } from './tokens.ts';

/** Everything this room can say about a text. */
function readAll(text: string): readonly Finding[] {
  const token = parseToken(text);
  formatVerdict(token);
  nestedToken(token);
  classifyKeyMaterial(text);
  extractTokens(text);
  for (let i = 0; i < Math.min(text.length, 50); i += 1) locateCharacter(token, i);
  const { findings } = readClaims(claimsSegment(token), { now: 1_709_500_000 });
  return [...token.findings, ...findings, ...lintToken(token, { now: 1_709_500_000 })];
}

const RANK = { invalid: 2, warning: 1, note: 0 };

/** What holds of every finding, whatever the text. */
function checkFinding(finding: Finding, text: string): void {
  const { code, severity, detail, characters, bytes } = finding;
  expect(FINDING_CODES).toContain(code);
  expect(RANK[severity]).toBeLessThanOrEqual(RANK[findingSeverity(code)]);
  expect(Object.keys(detail).toSorted()).toEqual([...findingDetailNames(code)].toSorted());
  for (const value of Object.values(detail)) {
    if (typeof value !== 'string') continue;
    expect(toVisible(value)).toBe(value);
    expect(value.length).toBeLessThan(600);
  }
  for (const range of [characters, bytes]) {
    if (range === null) continue;
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(text.length * 3);
  }
}

function check(text: string): void {
  for (const finding of readAll(text)) checkFinding(finding, text);
}

/** A text with some of its characters exchanged, doubled or lost. */
function mutated(text: string): fc.Arbitrary<string> {
  const stray = fc.constantFrom('', '.', '=', '~', ' ', '\n', '"', '{', 'A', '\u200b', '%2E', '\ud800');
  const change = fc.tuple(fc.nat(text.length), stray, fc.nat(3));
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((now, [at, put, drop]) => now.slice(0, at) + put + now.slice(at + drop), text));
}

const value = fc.oneof(
  fc.constantFrom(
    'null',
    '1e400',
    '-0',
    '"\\ud800"',
    '"\u202e"',
    '[]',
    '{}',
    '1709500000000',
    '"2026-01-01"',
    '"<b>"',
    '9007199254740993',
    '[["a"]]',
    '"none"',
    'true',
  ),
  fc.json({ maxDepth: 2 }),
);
const name = fc.constantFrom(
  'alg',
  'enc',
  'typ',
  'cty',
  'crit',
  'b64',
  'kid',
  'jku',
  'jwk',
  'x5c',
  'zip',
  'p2c',
  'exp',
  'nbf',
  'iat',
  'aud',
  'sub',
  'еxp',
  '\\u0065xp',
  '__proto__',
  'password',
  'payload',
  'signature',
  'signatures',
  'ciphertext',
  'protected',
  'kty',
  'keys',
);
const object = fc
  .array(fc.tuple(name, value), { maxLength: 8 })
  .map((members) => `{${members.map(([key, json]) => `"${key}":${json}`).join(',')}}`);

describe('any text at all', () => {
  test('is read without a throw, and every finding is in order', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check));
  });

  test('so are tokens with hostile headers and payloads', () => {
    fc.assert(
      fc.property(object, object, (header, payload) => check(compact(header, payload))),
      { numRuns: 1000 },
    );
  });

  test('so are random bytes as header, payload and signature', () => {
    const part = fc.uint8Array({ maxLength: 60 }).map((data) => Buffer.from(data).toString('base64url'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('.', '~'), (parts, joint) =>
        check(parts.join(joint)),
      ),
      { numRuns: 500 },
    );
  });

  test('so are tokens with a few characters changed', () => {
    fc.assert(fc.property(mutated(GOOD), check), { numRuns: 1000 });
    fc.assert(fc.property(mutated(`${GOOD}~${encoded('["s","n",1]')}~`), check));
    fc.assert(fc.property(mutated(`${encoded('{"alg":"dir","enc":"A128GCM"}')}..AA.AA.AA`), check));
  });

  test('so are JSON documents of any members', () => {
    fc.assert(fc.property(object, check), { numRuns: 1000 });
    const jws = JSON.stringify({ payload: encoded('{}'), protected: encoded(HS256), signature: SIGNATURE });
    fc.assert(fc.property(mutated(jws), check));
  });

  test('so are curl commands, messages and cookies with changes', () => {
    for (const text of [
      `curl 'https://a.example/?t=${GOOD}' -H 'Authorization: Bearer ${GOOD}' \\\n -b "a=b"`,
      `GET / HTTP/1.1\r\nCookie: a=b; jwt=${GOOD}\r\n\r\n{"token":"${GOOD}"}`,
    ]) {
      fc.assert(fc.property(mutated(text), check));
    }
  });
});

describe('hostile megabytes', () => {
  const mega = 1_000_000;
  test.each([
    ['periods', '.'.repeat(mega)],
    ['tildes behind a token', GOOD + '~'.repeat(mega)],
    ['strays', `${GOOD}${'A!'.repeat(mega / 2)}`],
    ['blanks', `x${' '.repeat(mega)}y`],
    ['quotes', '"'.repeat(mega)],
    ['brackets', '('.repeat(mega)],
    ['open braces', '{'.repeat(mega)],
    ['beginnings of tokens', 'eyJ'.repeat(mega / 3)],
    ['beginnings of tokens on lines', 'eyJaaa\n'.repeat(mega / 7)],
    ['short tokens', 'eyJa.b.c '.repeat(mega / 9)],
    ['percent signs', '%41'.repeat(mega / 3)],
    ['header lines', `GET / HTTP/1.1\n${'X-A: b\n'.repeat(mega / 7)}`],
    ['PEM beginnings', '-----BEGIN '.repeat(mega / 11)],
    ['tags', compact(HS256, `{"a":"${'<a'.repeat(mega / 3)}"}`)],
    ['repeated names', compact(HS256, `{${'"a":1,'.repeat(mega / 9)}"a":2}`)],
    ['hidden characters', compact(HS256, `["${'\\u202e","'.repeat(mega / 13)}"]`)],
    ['e-mail addresses', compact(HS256, `{"l":[${'"a@b.example",'.repeat(mega / 20)}1]}`)],
    ['odd numbers', compact(HS256, `[${'1.0,'.repeat(mega / 6)}1]`)],
    ['levels', compact(HS256, '['.repeat(mega / 2))],
    ['names in crit', compact(`{"alg":"HS256","crit":[${'"a",'.repeat(mega / 8)}"b"]}`, '{}')],
  ])('%s take time in proportion', (_, text) => {
    const started = performance.now();
    const findings = readAll(text);
    // A quadratic step over a megabyte takes minutes; the bound leaves room for a busy machine.
    expect(performance.now() - started).toBeLessThan(3000);
    expect(findings.length).toBeLessThan(400);
  });
});
