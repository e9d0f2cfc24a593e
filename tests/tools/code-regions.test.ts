import { createCssVariablesTheme, createHighlighter } from 'shiki';
import { expect, test } from 'vitest';
import { regionsModule } from '../../tools/vite/code-regions.ts';

const SOURCE = `// region: a
export function read(id: string): string {
  // region: a/b
  return 'file ' + id;
  // endregion
}
// endregion
`;

interface RegionsModule {
  readonly tokenKinds: readonly string[];
  readonly codeRegions: Readonly<
    Record<string, { lines: readonly (readonly [number, string])[][]; from: number; to: number; parent: string | null }>
  >;
}

async function evaluate(source: string): Promise<RegionsModule> {
  const highlighter = await createHighlighter({
    langs: ['typescript'],
    themes: [createCssVariablesTheme({ name: 'token-kinds', variablePrefix: '--code-' })],
  });
  const text = regionsModule([{ file: 'src/server/a.ts', source }], highlighter);
  highlighter.dispose();
  const address = `data:text/javascript,${encodeURIComponent(text)}`;
  return (await import(/* @vite-ignore */ address)) as RegionsModule;
}

test('the module gives back the text of the source, line by line', async () => {
  const { codeRegions } = await evaluate(SOURCE);
  const text = codeRegions['a']?.lines.map((line) => line.map(([, part]) => part).join(''));
  expect(text).toEqual(['export function read(id: string): string {', "  return 'file ' + id;", '}']);
});

test('an inner region shares the lines of the outer one and says which are its own', async () => {
  const { codeRegions } = await evaluate(SOURCE);
  expect(codeRegions['a/b']).toMatchObject({ parent: 'a', from: 1, to: 2 });
  expect(codeRegions['a/b']?.lines).toBe(codeRegions['a']?.lines);
});

test('tokens carry the kind that the stylesheet colours', async () => {
  const { codeRegions, tokenKinds } = await evaluate(SOURCE);
  const tokens = codeRegions['a']?.lines.flat() ?? [];
  const kindOf = (text: string): string | undefined =>
    tokenKinds[tokens.find(([, part]) => part.includes(text))?.[0] ?? -1];
  expect([kindOf('return'), kindOf('file'), kindOf('read')]).toEqual(['keyword', 'string-expression', 'function']);
});
