import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { reactCompiler } from '../../tools/vite/react-compiler.ts';

/** Builds one component file as the app is built, and gives the code. */
async function compile(source: string): Promise<string> {
  const entry = join(import.meta.dirname, 'component.tsx');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      { name: 'source', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? source : null) },
      react(),
      reactCompiler(),
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, external: /^react/, preserveEntrySignatures: 'strict' },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return output[0].code;
}

const GOOD = `export function Row(props: { names: string[] }) {
  const sorted = props.names.toSorted();
  return <ul>{sorted.map((name) => <li key={name}>{name}</li>)}</ul>;
}`;

const MUTATES = `export function Row(props: { names: string[] }) {
  props.names = [];
  return <p>{props.names.length}</p>;
}`;

const OPTS_OUT = GOOD.replace('{\n  const', `{\n  'use no memo';\n  const`);

const REF_IN_RENDER = `import { useRef } from 'react';
export function Row() {
  const box = useRef(0);
  box.current += 1;
  return <p>{box.current}</p>;
}`;

test('a component that follows the rules is memoised', async () => {
  expect(await compile(GOOD)).toContain('compiler-runtime');
});

test.each([
  ['writes to its props', MUTATES],
  ['opts out', OPTS_OUT],
  ['reads a ref while rendering', REF_IN_RENDER],
])('a component that %s fails the build, at its place', async (_what, source) => {
  await expect(compile(source)).rejects.toThrow(/component\.tsx:\d+.*React Compiler/s);
});
