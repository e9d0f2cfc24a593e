import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeScale } from '#stage/lifetimes/scale.ts';

const HOUR = 3_600;
/** A session and a JWT: 0:55, 1:00, 1:30, 12:00, 168:00. */
const MOMENTS = [0, 3_300, HOUR, 5_400, 12 * HOUR, 168 * HOUR];

test('0:55 stands apart from 1:00 although the axis reaches 168:00', () => {
  const { place, breaks, width } = timeScale(MOMENTS, 600);
  expect(breaks.map(({ from, to }) => [from, to])).toEqual([
    [5_400, 12 * HOUR],
    [12 * HOUR, 168 * HOUR],
  ]);
  expect(place(HOUR) - place(3_300)).toBeGreaterThan(20);
  expect(place(168 * HOUR)).toBeLessThan(width);
});

test('true to scale there is no break, and every second is as long as any other', () => {
  const { place, breaks } = timeScale(MOMENTS, 600, true);
  expect(breaks).toEqual([]);
  expect(place(100 * HOUR)).toBeCloseTo(2 * place(50 * HOUR), 3);
});

test('outside the breaks every minute is equally long', () => {
  const { place } = timeScale(MOMENTS, 600);
  expect(place(60)).toBeCloseTo(place(4_060) - place(4_000), 6);
});

test('a short axis has no break', () => {
  expect(timeScale([0, 600, 1_800, HOUR], 600).breaks).toEqual([]);
});

test('a run in which nothing is given out still has an axis', () => {
  const { place, last, ticks } = timeScale([0], 600);
  expect(last).toBeGreaterThan(0);
  expect(place(last)).toBeCloseTo(600, 6);
  expect(ticks.length).toBeGreaterThan(0);
});

const anyMoments = fc
  .uniqueArray(fc.integer({ min: 1, max: 40_000_000 }), { maxLength: 24 })
  .map((moments) => [0, ...moments.toSorted((a, b) => a - b)]);

test('later is always further right, from edge to edge, and a place leads back near its second', () => {
  fc.assert(
    fc.property(anyMoments, fc.integer({ min: 120, max: 1_500 }), fc.boolean(), (moments, width, isTrue) => {
      const scale = timeScale(moments, width, isTrue);
      const places = [...moments, scale.last].map(scale.place);
      expect(places.toSorted((a, b) => a - b)).toEqual(places);
      expect(scale.place(0)).toBe(0);
      expect(scale.place(scale.last)).toBeCloseTo(width, 3);
      for (const moment of moments) {
        const place = scale.place(moment);
        expect(Math.abs(scale.place(scale.secondAt(place)) - place)).toBeLessThanOrEqual(6);
      }
    }),
  );
});

test('the labels of ticks never cover each other', () => {
  fc.assert(
    fc.property(anyMoments, fc.integer({ min: 120, max: 1_500 }), (moments, width) => {
      const places = timeScale(moments, width).ticks.map(({ place }) => place);
      for (const [index, place] of places.slice(1).entries()) {
        expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(40);
      }
    }),
  );
});
