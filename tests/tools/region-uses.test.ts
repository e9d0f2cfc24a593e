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

test('a call that misspells a region is found, one that names something else is not', () => {
  const source = `// region: a.read
acts.step('read', detail, 'a.read');
acts.step('read', detail, 'a.reed');
acts.step('app.example', 'read');
// endregion`;
  expect(complaints(source)).toEqual(['a.ts:3: names "a.reed", which is no region']);
});

test('a region that only frames others need not record itself', () => {
  const source = `// region: a\nstart();\n// region: a/b\nacts.sign(key, 'a/b');\n// endregion\n// endregion`;
  expect(complaints(source)).toEqual([]);
});

test('a name in a type or a comment does not count', () => {
  const source = `// region: a\ntype Name = 'a'; // 'a'\n// endregion`;
  expect(complaints(source)).toEqual(['a.ts:1: nothing in region "a" records under its name']);
});
