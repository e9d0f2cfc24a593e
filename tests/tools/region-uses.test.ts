import { expect, test } from 'vitest';
import { regionComplaints } from '../../tools/region-uses.ts';
import { extractRegions } from '../../tools/vite/extract-regions.ts';

function complaints(source: string): readonly string[] {
  const files = [{ file: 'a.ts', source }];
  return regionComplaints(files, extractRegions(files));
}

test('a recording call inside the region that it names is right', () => {
  expect(complaints(`// region: a.read\nrecorder.note('recognise', 'a.read', fact);\n// endregion`)).toEqual([]);
});

test('a call that names a region from outside is found', () => {
  const source = `// region: a\nnote('a');\n// endregion\nrecorder.note('ask', 'a', fact);`;
  expect(complaints(source)).toEqual(['a.ts:4: names region "a" but does not lie in it']);
});

test('a call inside the inner region that names the outer one is right, the inner one then records nothing', () => {
  const source = `// region: a\n// region: a/b\nr.perform('ask', 'a', 5, act);\n// endregion\n// endregion`;
  expect(complaints(source)).toEqual(['a.ts:2: nothing in region "a/b" records under its name']);
});

test('a call that names no region is found', () => {
  const source = `recorder.perform('ask', 'a.reed', 5, act);`;
  expect(complaints(source)).toEqual(['a.ts:1: records "a.reed", which is no region']);
});

test('a name in a type or a comment does not count', () => {
  const source = `// region: a\ntype Name = 'a'; // 'a'\n// endregion`;
  expect(complaints(source)).toEqual(['a.ts:1: nothing in region "a" records under its name']);
});
