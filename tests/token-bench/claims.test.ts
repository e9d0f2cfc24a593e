import { expect, test } from 'vitest';
import { judgeNow } from '#token-bench/claims/judge-now.ts';
import { timeScale } from '#token-bench/claims/time-scale.ts';
import { readPaste } from '#token-bench/reading/read-paste.ts';
import { claimsWords } from '#token-bench/verdicts/claims-words.ts';
import { tokenText } from '../anatomy/tokens.ts';
import { NOW } from './benches.ts';

function wordsAt(payload: string, now: number) {
  const reading = readPaste({ pasted: tokenText(payload), chosen: 0, now: NOW });
  return claimsWords(reading, judgeNow(reading, now).verdict);
}

test.each([
  ['a second before exp', `{"exp":${NOW}}`, NOW - 1, 'In force', 'for 1 s'],
  ['at exp', `{"exp":${NOW}}`, NOW, 'Expired', '0 s ago'],
  ['after exp', `{"exp":${NOW}}`, NOW + 90, 'Expired', '1 min 30 s ago'],
  ['before nbf', `{"nbf":${NOW},"exp":${NOW + 60}}`, NOW - 60, 'Not valid yet', 'for another 1 min'],
  ['at nbf', `{"nbf":${NOW},"exp":${NOW + 60}}`, NOW, 'In force', 'for 1 min'],
  ['without exp', '{"sub":"42"}', NOW, 'Never expires', null],
  ['with exp in quotes', '{"exp":"1795300000"}', NOW, 'Wrong type', null],
  ['with exp in milliseconds', '{"exp":1709503600000}', NOW, 'In force, to the letter', null],
  ['with exp null', '{"exp":null}', NOW, 'Wrong type', null],
])('%s the claims are: %s', (_, payload, now, says, countdown) => {
  expect(wordsAt(payload, now)).toMatchObject({ says, countdown });
});

test('an exp in milliseconds is called doubtful, with the date that was meant', () => {
  const { kind, detail } = wordsAt('{"exp":1709503600000}', NOW);
  expect(kind).toBe('warning');
  expect(detail).toContain('3 Mar 2024, 22:06:40 UTC');
});

test('findings of the clock come and go with it, others stay', () => {
  const reading = readPaste({ pasted: tokenText(`{"exp":${NOW}.5,"iat":${NOW - 10}}`), chosen: 0, now: NOW - 5 });
  const codes = (now: number) => judgeNow(reading, now).findings.map(({ code }) => code);
  expect(codes(NOW - 5)).toEqual(['claim-date-fraction']);
  expect(codes(NOW + 1)).toEqual(['claim-expired', 'claim-date-fraction']);
  expect(codes(NOW - 20)).toEqual(['claim-issued-ahead', 'claim-date-fraction']);
});

test('a life that now lies in is drawn to scale', () => {
  const scale = timeScale({ iat: 0, nbf: null, exp: 100, now: 25 });
  const [iat, exp] = scale?.marks ?? [];
  const share = ((scale?.at ?? 0) - (iat?.place ?? 0)) / ((exp?.place ?? 0) - (iat?.place ?? 0));
  expect(share).toBeCloseTo(0.25, 6);
  expect(scale?.force).toMatchObject({ from: iat?.place, to: exp?.place, isEndless: false });
});

test('a life long past keeps half of the line, and now stands behind it', () => {
  const scale = timeScale({ iat: 0, nbf: null, exp: 3600, now: 84_000_000 });
  const { from = 0, to = 0 } = scale?.force ?? {};
  expect(to - from).toBeGreaterThan(0.4);
  expect(scale?.at).toBeGreaterThan(to);
});

test('a life far ahead keeps half of the line, and now stands before it', () => {
  const scale = timeScale({ iat: 84_000_000, nbf: null, exp: 84_003_600, now: 0 });
  expect(scale?.at).toBeLessThan(scale?.force.from ?? 0);
});

test('without exp the force has no end, and without any date there is no line', () => {
  expect(timeScale({ iat: 5, nbf: null, exp: null, now: 10 })?.force.isEndless).toBe(true);
  expect(timeScale({ iat: null, nbf: null, exp: null, now: 10 })).toBeNull();
});

test('every place is on the line, whatever the dates', () => {
  for (const dates of [
    [0, 0, 0],
    [5, 3, 1],
    [1e20, 0, -1e20],
    [10, 10, 10],
  ]) {
    const [iat = 0, exp = 0, now = 0] = dates;
    const scale = timeScale({ iat, nbf: null, exp, now });
    for (const place of [scale?.at, ...(scale?.marks ?? []).map((mark) => mark.place)]) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(1);
    }
  }
});
