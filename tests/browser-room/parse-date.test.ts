import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCookieDate } from '#browser/jar/parse-date.ts';

const SEP_2026 = Date.UTC(2026, 8, 3, 4, 5, 6) / 1000;

describe('a cookie date is read whatever its shape', () => {
  test.each([
    ['Thu, 03 Sep 2026 04:05:06 GMT'],
    ['Thursday, 03-Sep-26 04:05:06 GMT'],
    ['Thu Sep  3 04:05:06 2026'],
    ['3 september 2026 4:5:6'],
    ['04:05:06 3 SEPT 2026'],
    ['2026 3 Sep 04:05:06'],
    ['Thu, 03 Sep 2026 04:05:06 +0900'],
    ['03 Sep 2026 04:05:06.999'],
    ['3rd Sep 2026 04:05:06'],
  ])('%s', (text) => {
    expect(parseCookieDate(text)).toBe(SEP_2026);
  });
});

describe('the year', () => {
  test.each([
    ['1 Jan 70 00:00:00', 1970],
    ['1 Jan 99 00:00:00', 1999],
    ['1 Jan 00 00:00:00', 2000],
    ['1 Jan 69 00:00:00', 2069],
    ['1 Jan 1601 00:00:00', 1601],
    ['1 Jan 9999 00:00:00', 9999],
  ])('of %s is %i', (text, year) => {
    expect(new Date((parseCookieDate(text) ?? NaN) * 1000).getUTCFullYear()).toBe(year);
  });
});

describe('no date is', () => {
  test.each([
    ['', 'nothing'],
    ['soon', 'a word'],
    ['1 Jan 2026', 'without a time'],
    ['Jan 2026 00:00:00', 'without a day'],
    ['1 2026 00:00:00', 'without a month'],
    ['1 Jan 00:00:00', 'without a year'],
    ['0 Jan 2026 00:00:00', 'the day 0'],
    ['32 Jan 2026 00:00:00', 'the day 32'],
    ['30 Feb 2026 00:00:00', '30 February'],
    ['29 Feb 2027 00:00:00', '29 February in a common year'],
    ['31 Dec 1600 23:59:59', 'a year before 1601'],
    ['1 Jan 20260 00:00:00', 'a year of five digits'],
    ['1 Jan 2026 24:00:00', 'hour 24'],
    ['1 Jan 2026 00:60:00', 'minute 60'],
    ['1 Jan 2026 00:00:60', 'second 60'],
    ['1 Jan 2026 000:00:00', 'an hour of three digits'],
    ['1 Jan 2026 00:00', 'a time without seconds'],
  ])('%j: %s', (text) => {
    expect(parseCookieDate(text)).toBeNull();
  });
});

test('29 February of a leap year is a date', () => {
  expect(parseCookieDate('29 Feb 2028 00:00:00')).toBe(Date.UTC(2028, 1, 29) / 1000);
});

const moments = fc.date({ min: new Date(Date.UTC(1601, 0)), max: new Date(Date.UTC(9999, 0)), noInvalidDate: true });

test('what a browser writes as a date, the jar reads back to the second', () => {
  fc.assert(
    fc.property(moments, (date) => {
      expect(parseCookieDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000));
    }),
  );
});

test('no text makes it throw, or answer anything but null or a whole second', () => {
  const words = fc.constantFrom(
    'Jan',
    'feb',
    '12',
    '2026',
    '26',
    '23:59:59',
    '1:2:3x',
    'GMT',
    '-',
    ',',
    '99',
    '\u00e4',
  );
  const dateLike = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.oneof(fc.string(), dateLike), (text) => {
      const seconds = parseCookieDate(text);
      expect(seconds === null || Number.isSafeInteger(seconds)).toBe(true);
    }),
  );
});
