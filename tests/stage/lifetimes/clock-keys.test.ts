import { expect, test } from 'vitest';
import { keyTarget } from '#stage/lifetimes/clock-keys.ts';
import { placeLabels } from '#stage/lifetimes/line-labels.ts';

const CLOCK = { at: 600, present: 600, last: 10_000, stops: [3_600, 600, 5_400] };
const press = (key: string, shiftKey = false, clock = CLOCK) => keyTarget({ key, shiftKey }, clock);

test('left and right go by the minute, with shift by the second', () => {
  expect(press('ArrowRight')).toBe(660);
  expect(press('ArrowLeft')).toBe(540);
  expect(press('ArrowRight', true)).toBe(601);
  expect(press('ArrowRight', false, { ...CLOCK, at: 601 })).toBe(660);
  expect(press('ArrowLeft', false, { ...CLOCK, at: 659 })).toBe(600);
});

test('up and down go from end to end, Home to the present, End to the last end', () => {
  expect(press('ArrowUp')).toBe(3_600);
  expect(press('ArrowDown', false, { ...CLOCK, at: 5_000 })).toBe(3_600);
  expect(press('ArrowDown')).toBe(0);
  expect(press('Home', false, { ...CLOCK, at: 5_000 })).toBe(600);
  expect(press('End')).toBe(5_400);
});

test('nothing goes beyond the axis', () => {
  expect(press('ArrowLeft', false, { ...CLOCK, at: 10 })).toBe(0);
  expect(press('ArrowRight', false, { ...CLOCK, at: 10_000 })).toBe(10_000);
});

test('every other key is somebody else’s', () => {
  for (const key of ['PageUp', 'PageDown', 'a', 'Tab', ' ']) expect(press(key)).toBeNull();
});

const at = (key: string, place: number) => ({ key, text: 'idle 2:30', place });

test('labels that would meet stand beside each other, or the later one is left out', () => {
  expect(placeLabels([at('a', 100), at('b', 300)], 600).map(({ start }) => Math.round(start))).toEqual([72, 272]);
  const close = placeLabels([at('a', 100), at('b', 110), at('c', 105)], 600);
  expect(close.map(({ key }) => key)).toContain('a');
  expect(close.length).toBeLessThan(3);
  expect(placeLabels([at('a', 0)], 600)[0]?.start).toBe(0);
  expect(placeLabels([at('a', 600)], 600)[0]?.start).toBeCloseTo(600 - 9 * 6.3);
  expect(placeLabels([at('a', 0)], 20)).toEqual([]);
});
