import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutListings, extractRegions, type RegionProblem } from '../../tools/vite/extract-regions.ts';

const NESTED = `import x from 'x';
// region: php-session.recognise
export function recognise(id: string) {

  // region: php-session.recognise/read-file
  const text = read(id);
  note(text);
  // endregion
  return text;
}
// endregion
// region: php-session.forget
remove();
// endregion
`;

test('regions are found with their lines and the region around them', () => {
  expect(extractRegions([{ file: 'a.ts', source: NESTED }])).toEqual([
    { name: 'php-session.recognise', file: 'a.ts', startLine: 3, endLine: 10, parent: null },
    {
      name: 'php-session.recognise/read-file',
      file: 'a.ts',
      startLine: 6,
      endLine: 7,
      parent: 'php-session.recognise',
    },
    { name: 'php-session.forget', file: 'a.ts', startLine: 13, endLine: 13, parent: null },
  ]);
});

test('a listing shows the outermost region without markers, and where the inner ones lie in it', () => {
  const files = [{ file: 'a.ts', source: NESTED }];
  const [first, second, ...more] = cutListings(files, extractRegions(files));
  expect(more).toEqual([]);
  expect(first?.text.split('\n')).toEqual([
    'export function recognise(id: string) {',
    '',
    '  const text = read(id);',
    '  note(text);',
    '  return text;',
    '}',
  ]);
  expect([...(first?.ranges ?? [])]).toEqual([
    ['php-session.recognise', [0, 6]],
    ['php-session.recognise/read-file', [2, 4]],
  ]);
  expect(second?.text).toBe('remove();');
});

test('the lines of a listing lose the depth that all of them share', () => {
  const source = '  {\n    // region: a\n\n    if (b) {\n\n      c();\n    }\n\n    // endregion\n  }\n';
  const files = [{ file: 'a.ts', source }];
  expect(cutListings(files, extractRegions(files)).map(({ text }) => text)).toEqual(['if (b) {\n\n  c();\n}']);
});

test.each<[string, RegionProblem, string, string]>([
  ['a region that never ends', 'without-end', 'x\n// region: a\ny\n', 'a.ts:2'],
  ['the inner of two that never ends', 'without-end', '// region: a\n// region: a/b\ny\n// endregion\n', 'a.ts:1'],
  ['an end without a start', 'without-start', '// region: a\nx\n// endregion\n// endregion\n', 'a.ts:4'],
  ['a name used twice', 'duplicate', '// region: a\nx\n// endregion\n// region: a\ny\n// endregion\n', 'a.ts:4'],
  ['a region without a name', 'malformed', 'x\n  // region:\n// endregion\n', 'a.ts:2'],
  ['a name with a space', 'malformed', '// region: read file\nx\n// endregion\n', 'a.ts:1'],
  ['a marker without its colon', 'malformed', '// region read-file\nx\n// endregion\n', 'a.ts:1'],
  ['a region that holds nothing', 'empty', 'x\n// region: a\n\n// endregion\n', 'a.ts:2'],
])('%s is an error that names its place', (_what, code, source, place) => {
  const extract = (): unknown => extractRegions([{ file: 'a.ts', source }]);
  expect(extract).toThrow(expect.objectContaining({ code, message: expect.stringContaining(`${place}: `) }));
});

test('a name used in two files is an error that names both places', () => {
  const source = '// region: a\nx\n// endregion\n';
  const files = ['one.ts', 'two.ts'].map((file) => ({ file, source }));
  expect(() => extractRegions(files)).toThrow('two.ts:1: region "a" is already at one.ts:1');
});

test('however regions nest, each one holds its own line and ends before its parent does', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
  }));
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 3 }), (shape) => {
      let count = 0;
      const write = (children: readonly unknown[]): string => {
        count += 1;
        const name = `r${count}`;
        const inner = children.map((child) => write(child as readonly unknown[])).join('');
        return `// region: ${name}\nline(${name});\n${inner}// endregion\n`;
      };
      const source = write(shape);
      const regions = extractRegions([{ file: 'a.ts', source }]);
      expect(regions).toHaveLength(count);
      for (const { name, startLine, endLine, parent } of regions) {
        const outer = regions.find((region) => region.name === parent) ?? { startLine: 0, endLine: Infinity };
        expect(source.split('\n')[startLine - 1]).toBe(`line(${name});`);
        expect(outer.startLine < startLine && endLine < outer.endLine).toBe(true);
      }
    }),
  );
});
