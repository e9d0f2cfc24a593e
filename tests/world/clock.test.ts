import { expect, test } from 'vitest';
import { WORLD_EPOCH } from '#core/trace.ts';
import { createClock } from '#world/clock.ts';

test('the clock begins at the epoch and counts whole seconds for tokens', () => {
  const clock = createClock();
  expect([clock.now(), clock.micros()]).toEqual([WORLD_EPOCH, 0]);
  clock.advanceTo(1_999_999);
  expect([clock.now(), clock.micros()]).toEqual([WORLD_EPOCH + 1, 1_999_999]);
});

test('the clock goes on from where a snapshot left it', () => {
  expect(createClock(3_600_000_000).now()).toBe(WORLD_EPOCH + 3600);
});

test.for([4, 0.5, Number.NaN, Infinity])('the clock at 5 refuses to stand at %s', (to) => {
  expect(() => createClock(5).advanceTo(to)).toThrow(RangeError);
});
