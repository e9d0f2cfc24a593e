import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATA_FILES, LINES, LONG_FILES } from '../../tools/architecture.ts';
import { readSourceFiles } from '../../tools/vite/source-files.ts';

const root = join(import.meta.dirname, '../..');
const sizes = readSourceFiles(root, ['src']).map(({ file, source }) => ({
  file,
  lines: source.trimEnd().split('\n').length,
}));

function longerThan(lines: number): readonly string[] {
  return sizes.filter((size) => size.lines > lines).map(({ file }) => file);
}

test('a file that is long has a reason to be', () => {
  const excused = { ...LONG_FILES, ...DATA_FILES };
  expect(longerThan(LINES.lookTwice).filter((file) => !(file in excused))).toEqual([]);
});

test('no file but one of data is very long', () => {
  expect(longerThan(LINES.tooLong).filter((file) => !(file in DATA_FILES))).toEqual([]);
});

test('no file is excused that is not long', () => {
  const long = new Set(longerThan(LINES.lookTwice));
  expect(Object.keys({ ...LONG_FILES, ...DATA_FILES }).filter((file) => !long.has(file))).toEqual([]);
});

test('files are short as a rule', () => {
  const sorted = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(0);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(LINES.median);
});
