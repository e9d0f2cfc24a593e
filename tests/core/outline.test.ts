import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import { outlineOf } from '#core/outline.ts';
import { counting } from '../projections/counting.ts';
import { syntheticComparison } from '../projections/synthetic.ts';

const LONG = syntheticComparison(600);

test('one look at the events says who acts, what is stored and where something changes', () => {
  const { actors, stores, areas } = outlineOf(LONG.left);
  const { events } = LONG.left;
  expect(actors).toEqual(new Set(events.map(({ actor }) => actor)));
  expect(stores).toEqual(new Set(events.flatMap((one) => (one.kind === 'store' ? [one.store] : []))));
  expect(areas).toEqual(
    new Set(events.flatMap((one) => (one.kind === 'change' ? [`${one.area.owner}/${one.area.name}`] : []))),
  );
});

test('every event is looked at once: to put two runs side by side no more is read', () => {
  const { comparison, reads } = counting(LONG);
  outlineOf(comparison.left);
  outlineOf(comparison.right);
  expect(reads()).toBe(LONG.left.events.length + LONG.right.events.length);
  expect(align(comparison.left, comparison.right).steps).toHaveLength(LONG.steps.length);
  expect(reads()).toBe(0);
});
