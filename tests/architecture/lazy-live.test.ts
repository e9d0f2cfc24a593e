import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Modules that a file needs before it can run at all: no `import()`, and nothing that is only a type. */
function neededBy(file: string): readonly string[] {
  const { module } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  const imports = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, moduleRequest }) => (moduleRequest && !isType ? moduleRequest.value : [])),
  );
  return [...imports, ...reexports].map((specifier) => {
    if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
    return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
  });
}

/** Everything that is loaded before the first line of `entry` runs: our files by path, packages by name. */
function loadedBefore(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (module: string): void => {
    if (seen.has(module)) return;
    seen.add(module);
    if (/^src\/.*\.tsx?$/.test(module) && existsSync(join(root, module))) neededBy(module).forEach(visit);
  };
  visit(entry);
  return seen;
}

const SIMULATION = /^(?:msw|jose|@mswjs)(?:\/|$)|^src\/(?:world|auth|server|browser|app\/live)\//;

test('the page is on screen before MSW, jose and the world are asked for', () => {
  const first = [...loadedBefore('src/app/main.tsx')];
  expect(first.filter((module) => module.startsWith('src/')).length).toBeGreaterThan(10);
  expect(first.filter((module) => SIMULATION.test(module))).toEqual([]);
});

test('all of them come with the live entry', () => {
  const live = [...loadedBefore('src/app/live/live.ts')].filter((module) => SIMULATION.test(module));
  expect(live).toEqual(expect.arrayContaining(['src/world/run.ts', 'src/server/hosts/msw.ts', 'jose', 'msw/http']));
});

const SQL_ENGINE = /^@sqlite\.org\/|^src\/server\/sql\/(?:sqlite|connection)\.ts$/;

test('the SQL engine comes with neither: a world that needs it asks for it', () => {
  for (const entry of ['src/app/main.tsx', 'src/app/live/live.ts']) {
    expect([...loadedBefore(entry)].filter((module) => SQL_ENGINE.test(module))).toEqual([]);
  }
  const engine = [...loadedBefore('src/server/sql/sqlite.ts')].filter((module) => SQL_ENGINE.test(module));
  expect(engine).toEqual(expect.arrayContaining(['@sqlite.org/sqlite-wasm', 'src/server/sql/connection.ts']));
});
