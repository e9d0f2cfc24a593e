import { expect, test } from 'vitest';
import { median, quantile, sum } from './statistics.ts';

test('the median is the middle one, or lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('a quantile lies between its neighbours in proportion', () => {
  const sample = Array.from({ length: 101 }, (_, index) => 100 - index);
  expect(quantile(sample, 0)).toBe(0);
  expect(quantile(sample, 0.95)).toBeCloseTo(95);
  expect(quantile([0, 10], 0.25)).toBe(2.5);
});

test('nothing has no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

test('the sum of nothing is nothing', () => {
  expect(sum([])).toBe(0);
  expect(sum([1, 2, 3])).toBe(6);
});
