import { expect, test } from 'vitest';
import { dateLines, showDate, spanShort, spanWords } from '#anatomy/dates.ts';
import { readNumericDate } from '#token/numeric-date.ts';

test('a date is said in UTC', () => {
  expect(showDate(1_709_503_600_000)?.utc).toBe('3 Mar 2024, 22:06:40');
});

test.each([
  [0, '0 seconds', '0 s'],
  [1, '1 second', '1 s'],
  [-59.9, '59 seconds', '59 s'],
  [3600, '1 hour', '1 h'],
  [3599, '59 minutes 59 seconds', '59 min 59 s'],
  [90_061, '1 day 1 hour', '1 d 1 h'],
  [84_000_000, '2 years 7 months', '2 y 7 mo'],
])('%d seconds are %s', (seconds, words, short) => {
  expect(spanWords(seconds)).toBe(words);
  expect(spanShort(seconds)).toBe(short);
});

test('a date in milliseconds is read both ways, and its year never stands alone', () => {
  const [probable, stated] = dateLines(readNumericDate('1709503600000'));
  expect(probable).toContain('probably milliseconds');
  expect(probable).toContain('3 Mar 2024, 22:06:40');
  expect(stated).toBe('as seconds, which the standard says: year 56142');
});

test.each(['0', '-1', '1e20', '1e400', '-1e400'])('%s is said without an invalid date', (literal) => {
  const text = dateLines(readNumericDate(literal)).join(' ');
  expect(text).not.toMatch(/invalid|nan/i);
  expect(text).not.toBe('');
});

test('what no calendar can name is null', () => {
  expect(showDate(null)).toBeNull();
  expect(showDate(9e15)).toBeNull();
  expect(showDate(Infinity)).toBeNull();
});
