import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLink, encodeLink, type LinkState } from '#timeline/links.ts';
import { cleanName, NAME_LIMIT, renamed } from '#timeline/naming.ts';
import { openingSide } from '#timeline/specs.ts';
import { branchOf } from '#timeline/shown.ts';
import { LESSON } from './lessons.ts';
import { openTimeline } from './opened.ts';

const OPENING: LinkState = {
  lesson: 'small',
  version: 3,
  left: openingSide(LESSON, 'left'),
  right: openingSide(LESSON, 'right'),
  at: null,
};

function opened(link: LinkState): LinkState {
  const writing = encodeLink(link, LESSON);
  const reading = decodeLink(writing.ok ? writing.fragment : '', [LESSON]);
  if (!reading.ok) throw new Error(reading.problem.code);
  return reading.state;
}

test('names that were given travel in the link, whatever they are', () => {
  const name = fc.oneof(fc.constant(null), fc.string({ unit: 'binary', maxLength: 80 }).map(cleanName));
  fc.assert(
    fc.property(name, name, (left, right) => {
      const isNamed = left !== null || right !== null;
      expect(opened({ ...OPENING, names: { left, right } })).toEqual({
        ...OPENING,
        ...(isNamed && { names: { left, right } }),
      });
    }),
  );
});

test('a name is one short line that nothing can turn round', () => {
  expect(cleanName('  a \n\t b ')).toBe('a b');
  expect(cleanName('safe\u202Egnp.exe')).toBe('safe gnp.exe');
  expect(cleanName('\u0000 \u200B')).toBeNull();
  expect(cleanName('x'.repeat(500))).toHaveLength(NAME_LIMIT);
});

test('an opened link calls its runs as it says', async () => {
  const { store } = await openTimeline(LESSON, { ...OPENING, names: { left: null, right: 'Strict' } });
  expect(branchOf(store.getState(), 'right')?.given).toBe('Strict');
  expect(branchOf(store.getState(), 'left')?.given).toBeNull();
});

test('a run is called by its new name, and by what was changed again when that is emptied', async () => {
  const { store, actions } = await openTimeline();
  const id = store.getState().sides?.right ?? 'b0';
  actions.revise((state) => renamed(state, id, ' Strict '));
  expect(branchOf(store.getState(), 'right')?.given).toBe('Strict');
  actions.revise((state) => renamed(state, id, '   '));
  expect(branchOf(store.getState(), 'right')?.given).toBeNull();
});
