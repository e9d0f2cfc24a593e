import { expect, test } from 'vitest';
import { numberText } from '#kit/number-text.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1260, '1260'],
  [9999, '9999'],
  [10_000, '10\u202f000'],
  [600_000, '600\u202f000'],
  [1_234_567, '1\u202f234\u202f567'],
  [-20_000, '-20\u202f000'],
])('%d is written %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});
