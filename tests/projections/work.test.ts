import { expect, test } from 'vitest';
import { CHECKPOINT_STEPS } from '#projections/fold.ts';
import { bytesView } from '#projections/inspector/bytes.ts';
import { clockView } from '#projections/clock.ts';
import { codeView } from '#projections/inspector/code.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { httpView } from '#projections/inspector/http.ts';
import { scoreView } from '#projections/score.ts';
import { storageView } from '#projections/storage/storage.ts';
import { tokenView } from '#projections/inspector/token.ts';
import { stepText } from '#projections/sentences/words.ts';
import { counting } from './counting.ts';
import { syntheticComparison } from './synthetic.ts';

const views = [storageView, httpView, tokenView, codeView, scoreView, bytesView, clockView];
const LONG = syntheticComparison(10_000);
const SHORT = syntheticComparison(1_000);

/** No cell of these traces has more events, so a step on has no more to look at, twice over for two sides. */
const CELL = Math.max(...LONG.steps.flatMap(({ left, right }) => [left, right].map((c) => (c ? c.to - c.from : 0))));

function warmed(base = LONG): ReturnType<typeof counting> {
  const counted = counting(base);
  for (const view of views) view(counted.comparison, counted.comparison.steps.length);
  counted.reads();
  return counted;
}

test('a step on looks at the events of that step only, wherever it is', () => {
  const { comparison, reads } = warmed();
  for (const start of [10, 1_000, 5_000, comparison.steps.length - 100]) {
    for (const view of views) view(comparison, start);
    reads();
    for (let k = start + 1; k < start + 50; k += 1) {
      for (const view of views) view(comparison, k);
      expect(reads()).toBeLessThanOrEqual(12 * CELL);
    }
  }
});

test('a jump anywhere looks at no more events than lie between two checkpoints', () => {
  const { comparison, reads } = warmed();
  for (let jump = 0; jump < 200; jump += 1) {
    const k = (jump * 7_919) % comparison.steps.length;
    for (const view of views) view(comparison, k);
    expect(reads()).toBeLessThanOrEqual(2 * (CHECKPOINT_STEPS + 6) * CELL);
  }
});

test('a jump in a long trace costs no more than one in a short trace', () => {
  const cost = (base: typeof LONG): number => {
    const { comparison, reads } = warmed(base);
    const costs = Array.from({ length: 100 }, (_, jump) => {
      for (const view of views) view(comparison, (jump * 97) % comparison.steps.length);
      return reads();
    });
    return Math.max(...costs);
  };
  expect(cost(LONG)).toBeLessThanOrEqual(cost(SHORT) * 1.1);
});

test('asking again at the same place looks at the current step and at nothing before it', () => {
  const { comparison, reads } = warmed();
  for (const view of views) view(comparison, 4_000);
  reads();
  for (const view of views) view(comparison, 4_000);
  expect(reads()).toBeLessThanOrEqual(12 * CELL);
});

test('the diagram is laid out once, and a row is worked out when it is looked at', () => {
  const { comparison, reads } = counting(LONG);
  const model = diagramModel(comparison);
  expect(model.rows).toHaveLength(comparison.steps.length);
  reads();
  expect(diagramModel(comparison)).toBe(model);
  expect(reads()).toBe(0);

  const { left } = model.rows[5_000] ?? {};
  const firstLook = reads();
  expect(firstLook).toBeGreaterThan(0);
  expect(firstLook).toBeLessThanOrEqual(2 * CELL + 10_000);
  expect(model.rows[5_000]?.left).toBe(left);
  expect(reads()).toBe(0);
});

test('laying out ten times as many events looks at ten times as many, not at a hundred', () => {
  const cost = (base: typeof LONG): number => {
    const { comparison, reads } = counting(base);
    diagramModel(comparison);
    return reads();
  };
  expect(cost(LONG)).toBeLessThanOrEqual(cost(SHORT) * 10.5);
});

test('the words of a row need only the row', () => {
  const { comparison, reads } = warmed();
  for (let index = 0; index < 200; index += 1) stepText(comparison, index);
  reads();
  for (let index = 200; index < 260; index += 1) {
    stepText(comparison, index);
    expect(reads()).toBeLessThanOrEqual(12 * CELL);
  }
});
