import { expect, test } from 'vitest';
import { nextActs } from '#app/dialogs/next-acts.ts';
import { DEVICES } from '#core/actors.ts';
import { headingOf } from '#projections/wording/headings.ts';
import { readEdit, writeEdit } from '#timeline/link-edit.ts';

const acts = DEVICES.flatMap(nextActs);

test('everything that can be done next has a name of its own', () => {
  const names = acts.map((act) => headingOf({ ...act, id: 'x' }));
  expect(new Set(names).size).toBe(names.length);
});

test('everything that can be done next survives a link', () => {
  for (const act of acts) {
    const edit = { kind: 'insert', before: null, intent: { ...act, id: 'x-1' } } as const;
    expect(readEdit(writeEdit(edit))).toEqual(edit);
  }
});
