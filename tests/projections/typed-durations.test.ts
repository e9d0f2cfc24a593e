import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDuration } from '#projections/wording/read-duration.ts';
import { shortDuration } from '#projections/wording/durations.ts';
import { settingValue, settingWords } from '#projections/wording/setting-words.ts';

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [60, '1 min'],
  [5_400, '1 h 30 min'],
  [604_800, '7 d'],
  [90_061, '1 d 1 h 1 min 1 s'],
])('%i seconds are written %s', (seconds, text) => {
  expect(shortDuration(seconds)).toBe(text);
});

test.each([
  ['5400 s', 5_400],
  ['1:30', 5_400],
  ['1:30:05', 5_405],
  ['168:00', 604_800],
  [' 1 h 30 min ', 5_400],
  ['90min', 5_400],
  ['2 hours', 7_200],
  ['1 Day', 86_400],
  ['45 secs', 45],
  ['0 s', 0],
])('%s is read as %i seconds', (text, seconds) => {
  expect(readDuration(text)).toBe(seconds);
});

test.each([
  '',
  'soon',
  '1',
  '5400',
  '-5',
  '1.5 h',
  '1:60',
  '1:5',
  '30 min 1 h',
  '1 h 1 h',
  '5 years',
  '1 h, 2 min',
  '1e3',
  '9'.repeat(12),
])('“%s” is no length of time', (text) => {
  expect(readDuration(text)).toBeNull();
});

test('what is written is read as it was, and nothing typed makes it throw', () => {
  fc.assert(fc.property(fc.nat(400_000_000), (seconds) => readDuration(shortDuration(seconds)) === seconds));
  fc.assert(fc.property(fc.string(), (text) => readDuration(text) !== undefined));
});

test('settings are written in units, or as they are chosen', () => {
  expect(settingValue('accessLifetime', 5_400)).toBe('1 h 30 min');
  expect(settingWords('denylist', true)).toBe('denylist on');
  expect(settingWords('algorithm', 'RS256')).toBe('algorithm RS256');
});
