import { expect, test, vi } from 'vitest';
import { oncePer, oncePerPair } from '#core/once.ts';

test('a result is made once for each object, whatever it is', () => {
  const make = vi.fn<(key: object) => undefined>();
  const result = oncePer(make);
  const [a, b] = [{}, {}];
  for (const key of [a, a, b, a]) result(key);
  expect(make.mock.calls).toEqual([[a], [b]]);
});

test('a result is made once for each pair of objects, and their order counts', () => {
  const pairOf = oncePerPair((a: object, b: object) => [a, b]);
  const [a, b] = [{}, {}];
  expect(pairOf(a, b)).toBe(pairOf(a, b));
  expect(pairOf(b, a)).not.toBe(pairOf(a, b));
  expect(pairOf(a, a)).not.toBe(pairOf(a, b));
});
