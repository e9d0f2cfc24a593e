import { expect, test } from 'vitest';
import { failed, measured, skipped } from './figure.ts';
import { summaryOf, tableOf } from './report.ts';

const fits = measured({ name: 'Fonts', value: 60, unit: 'kB', limit: 60, how: 'as served' });
const tooLong = measured({ name: 'A step', value: 16.4, unit: 'ms', limit: 16, how: 'median of 5' });
const aside = measured({ name: 'Beside it', value: 2514.7, unit: 'ms', how: 'the same trace' });

test('a figure at its limit is within it, above it is over, and without one has no verdict', () => {
  expect([fits, tooLong, aside].map(({ verdict }) => verdict)).toEqual(['within', 'over', 'noted']);
});

test('the table says value, limit, verdict and how', () => {
  expect(tableOf([fits, tooLong, aside]).split('\n')).toEqual([
    '✓  Fonts        60 kB  ≤ 60 kB  within',
    '     as served',
    '✗  A step     16.4 ms  ≤ 16 ms  over',
    '     median of 5',
    '·  Beside it  2515 ms',
    '     the same trace',
  ]);
});

test('figures measured alike say how once', () => {
  expect(tableOf([fits, { ...fits, name: 'Icons' }]).split('\n')).toHaveLength(3);
});

test('what was not measured says why', () => {
  expect(tableOf([skipped('Paste', 'no such page yet')])).toContain('no such page yet');
  expect(failed('Heap', new Error('Build failed:\n\nno such file\nat …'))).toMatchObject({
    verdict: 'failed',
    how: 'Build failed: no such file',
  });
});

test('the summary counts verdicts, and names the rare ones only when there are any', () => {
  expect(summaryOf([fits, fits, aside])).toBe('2 within, 0 over');
  expect(summaryOf([fits, tooLong, skipped('Paste', 'none')])).toBe('1 within, 1 over, 1 skipped');
});
