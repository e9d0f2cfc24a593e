import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import { COSTS } from '#core/costs.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { LOGGING_IN } from '#lessons/logging-in.ts';
import { microsText, rowCost } from '#projections/inspector/row-cost.ts';
import { createDirectRunner } from '#world/run.ts';

const { run } = createDirectRunner();
const COMPARISON = align(
  await run(lessonSpec(LOGGING_IN, 'left', 'php-session')),
  await run(lessonSpec(LOGGING_IN, 'right', 'jwt')),
);
const ROWS = Array.from({ length: COMPARISON.steps.length + 1 }, (_, k) => rowCost(COMPARISON, k));

test('the rows together take as long as the run', () => {
  for (const column of ['left', 'right'] as const) {
    const last = COMPARISON[column].events.at(-1);
    expect(ROWS.reduce((sum, row) => sum + row[column].micros, 0)).toBe((last?.t ?? 0) + (last?.cost ?? 0));
  }
});

test('every figure says where it comes from', () => {
  const parts = ROWS.flatMap(({ left, right }) => [...left.parts, ...right.parts]);
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.filter(({ source }) => source === null)).toEqual([]);
  expect(parts.find(({ label }) => label.startsWith('derive'))?.source).toBe(COSTS.derive.source);
  expect(parts.find(({ label }) => label.startsWith('random'))?.source).toBe(COSTS.random.source);
});

test('before the first row nothing has taken any time', () => {
  expect(ROWS[0]).toEqual({ left: { micros: 0, parts: [] }, right: { micros: 0, parts: [] } });
});

test.each([
  [1, '1 µs'],
  [83, '83 µs'],
  [20_010, '20.01 ms'],
  [150_000, '150 ms'],
  [2_000_000, '2 s'],
])('%i microseconds are written %s', (micros, text) => {
  expect(microsText(micros)).toBe(text);
});
