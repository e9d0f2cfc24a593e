import { expect, test } from 'vitest';
import { complaintAbout } from '../../tools/import-rules.ts';
import { parseImports } from '../../tools/parse-imports.ts';

/** What is wrong with the only import of a file that holds this line. */
function complaint(file: string, source: string): string | null {
  const [first, ...more] = parseImports({ file, source });
  if (!first || more.length > 0) throw new Error('the line should hold one import');
  return complaintAbout(first);
}

test.each([
  ['src/server/routes.ts', `import { users } from '#world/users.ts'`, 'server may not import world'],
  ['src/server/routes.ts', `import type { Jar } from '#browser/jar.ts'`, 'server may not import browser'],
  ['src/browser/client.ts', `export { handle } from '#server/handle.ts'`, 'browser may not import server'],
  ['src/core/events.ts', `export * from '#token/parse.ts'`, 'core may not import token'],
  ['src/kit/button.tsx', `const load = () => import('#app/main.tsx')`, 'kit may not import app'],
  ['src/lessons/login.ts', `type Trace = import('#world/trace.ts').Trace`, 'lessons may not import world'],
  ['src/server/a.ts', `import '../world/b.ts'`, 'a relative import may not leave server'],
  ['src/kit/a.ts', `new URL('../app/worker.ts', import.meta.url)`, 'a relative import may not leave kit'],
  ['src/server/a.ts', `import '#server/b.ts'`, 'inside server imports are relative'],
  ['src/server/a.ts', `import './b'`, 'an import says the file with its extension'],
  ['src/server/a.ts', `import '#auth/b'`, 'an import says the file with its extension'],
  ['src/token-bench/verify.ts', `import { jwtVerify } from 'jose'`, 'jose belongs to auth alone'],
  ['src/token-bench/verify.ts', `import type { JWK } from 'jose'`, 'jose belongs to auth alone'],
  ['src/projections/why.ts', `import { useMemo } from 'react'`, 'projections does without React'],
  ['src/timeline/store.ts', `import { create } from 'zustand'`, 'timeline does without React'],
  ['src/lessons/a.ts', `import { m } from 'framer-motion/m'`, 'lessons does without React'],
  ['src/stage/http/view.tsx', `import '../diagram/row.ts'`, 'stage/http may not know stage/diagram'],
  ['src/stage/bytes/chart.tsx', `import '../http/message.tsx'`, 'stage/bytes may not know stage/http'],
  ['src/stage/code/view.tsx', `import 'virtual:code-regions'`, 'only app may import what the build makes'],
  ['src/attacks/replay.ts', `import './jar.ts'`, 'lies in no known room'],
])('%s: %s is refused', (file, source, reason) => {
  expect(complaint(file, source)).toBe(`${file}:1: ${reason} ("${/'(.+?)'/.exec(source)?.[1]}")`);
});

test.each([
  ['src/world/run.ts', `import { jar } from '#browser/jar.ts'`],
  ['src/auth/verify.ts', `import { jwtVerify } from 'jose'`],
  ['src/timeline/react.ts', `import { useStore } from 'zustand'`],
  ['src/timeline/store.ts', `import { createStore } from 'zustand/vanilla'`],
  ['src/stage/diagram/row.tsx', `import { place } from './layout.ts'`],
  ['src/stage/diagram/row.tsx', `import { Panel } from '../panel.tsx'`],
  ['src/kit/button.tsx', `import './button.css'`],
  ['src/app/code.ts', `import { codeRegions } from 'virtual:code-regions'`],
  ['src/server/node-host.ts', `import { createServer } from 'node:http'`],
])('%s: %s is allowed', (file, source) => {
  expect(complaint(file, source)).toBeNull();
});

test('a dynamic import must say what it imports', () => {
  const source = 'const name = "x";\nawait import(name);';
  expect(() => parseImports({ file: 'src/app/a.ts', source })).toThrow('src/app/a.ts:2');
});

test('an import in a comment or a string is none', () => {
  const source = `// import '#world/a.ts'\nconst text = "import '#world/a.ts'";`;
  expect(parseImports({ file: 'src/core/a.ts', source })).toEqual([]);
});
