import { expect, test } from 'vitest';
import { ROOT, type Chunk } from './built-app.ts';
import { closureOf, weightsOf } from './chunk-weights.ts';

function chunk(fileName: string, imports: readonly string[], modules: Readonly<Record<string, string>> = {}): Chunk {
  const rendered = Object.entries(modules).map(([id, code]) => [id, { code, renderedLength: code.length }]);
  return { type: 'chunk', fileName, imports, modules: Object.fromEntries(rendered) } as unknown as Chunk;
}

const CODE = 'export const sentence = "a module of some length, which is not nothing";';

test('a script loads what it imports, however far down and in a circle too', () => {
  const chunks = [chunk('a', ['b']), chunk('b', ['c', 'a']), chunk('c', []), chunk('d', ['a'])];
  expect(closureOf(chunks, chunks.slice(0, 1)).map(({ fileName }) => fileName)).toEqual(['a', 'b', 'c']);
});

test('the weight of a chunk is shared out among packages and rooms and is all of it', () => {
  const chunks = [
    chunk('a', [], {
      [`${ROOT}/src/stage/diagram/row.tsx`]: CODE,
      [`${ROOT}/src/stage/http/message.tsx`]: CODE,
      [`${ROOT}/node_modules/@scope/name/dist/x.js`]: CODE,
      '\0virtual:recorded-lessons/one': CODE,
    }),
  ];
  expect(weightsOf(chunks, () => 1_000)).toEqual([
    { name: 'src/stage', bytes: 500 },
    { name: '@scope/name', bytes: 250 },
    { name: 'virtual:recorded-lessons', bytes: 250 },
  ]);
});
