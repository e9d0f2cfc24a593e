import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSaved, type Saved, writeSaved } from '#timeline/saved.ts';

const SAVED: Saved = {
  link: '#/flows/small?v=3&at=start',
  answers: { small: { status: { option: '200', truth: '401' } } },
  betsOn: false,
};

test('what was saved is found again', () => {
  expect(readSaved(writeSaved(SAVED))).toEqual(SAVED);
  expect(readSaved(writeSaved({ ...SAVED, link: null, answers: {} }))).toEqual({ ...SAVED, link: null, answers: {} });
});

test.each([
  null,
  '',
  'null',
  '[]',
  '{}',
  '{"version":1}',
  '{"version":2,"link":null,"answers":{},"betsOn":true}',
  '{"version":1,"link":5,"answers":{},"betsOn":true}',
  '{"version":1,"link":null,"answers":[],"betsOn":true}',
  '{"version":1,"link":null,"answers":{"small":{"status":"200"}},"betsOn":true}',
  '{"version":1,"link":null,"answers":{"small":{"status":{"option":"200"}}},"betsOn":true}',
  '{"version":1,"link":null,"answers":{},"betsOn":"yes"}',
])('%s is no saved state', (text) => {
  expect(readSaved(text)).toBeNull();
});

test('a saved state that somebody blew up is not read', () => {
  expect(readSaved(writeSaved({ ...SAVED, link: 'x'.repeat(100_000) }))).toBeNull();
});

test('names that are special elsewhere are names like any other', () => {
  const answers = JSON.parse('{"__proto__":{"constructor":{"option":"a","truth":"b"}}}') as Saved['answers'];
  const read = readSaved(writeSaved({ ...SAVED, answers }));
  expect(JSON.stringify(read?.answers)).toBe(JSON.stringify(answers));
});

test('reading never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readSaved(text);
      expect(read === null || typeof read.betsOn === 'boolean').toBe(true);
    }),
  );
});
