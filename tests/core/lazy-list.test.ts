import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lazyList } from '#core/lazy-list.ts';

const square = (index: number): { readonly square: number } => ({ square: index * index });

test('a lazy list reads like the array of what it makes, whatever is done with it', () => {
  const readings: ((list: readonly { readonly square: number }[]) => unknown)[] = [
    (list) => list.length,
    (list) => [list[0], list[3], list[-1], list[list.length], list.at(-1)],
    (list) => list.map((element, index) => [element, index]),
    (list) => list.filter((element) => element.square > 4),
    (list) => list.findLastIndex((element) => element.square < 10),
    (list) => list.slice(1, 3),
    (list) => [...list],
    (list) => Object.keys(list),
    (list) => JSON.stringify(list),
    (list) => Array.isArray(list),
    (list) => 2 in list,
  ];
  fc.assert(
    fc.property(fc.nat(12), fc.shuffledSubarray(readings), (length, chosen) => {
      const lazy = lazyList(length, square);
      const eager = Array.from({ length }, (_, index) => square(index));
      for (const read of chosen) expect(read(lazy)).toEqual(read(eager));
      expect(lazy).toEqual(eager);
    }),
  );
});

test('an element is made when it is first looked at, and once', () => {
  const asked: number[] = [];
  const list = lazyList(10_000, (index) => {
    asked.push(index);
    return { index };
  });
  expect(list).toHaveLength(10_000);
  expect(asked).toEqual([]);
  expect(list[7]).toBe(list[7]);
  expect(list.at(-1)).toEqual({ index: 9_999 });
  expect(asked).toEqual([7, 9_999]);
});
