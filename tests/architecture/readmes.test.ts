import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOMS } from '../../tools/architecture.ts';
import { filesUnder } from '../../tools/vite/source-files.ts';

const root = join(import.meta.dirname, '../..');
const files = ['src', 'tests', 'tools', 'vite.config.ts'].flatMap((folder) => filesUnder(root, folder));
const readmes = ['README.md', ...files.filter((file) => file.endsWith('/README.md'))];

/** Made by the build. */
const BUILT = new Set(['sw.js']);

/** The files that a text names: `handle.ts`, `sql/query.ts`, `tools/api.ts`. */
function filesNamedIn(readme: string): readonly string[] {
  const text = readFileSync(join(root, readme), 'utf8');
  return [...text.matchAll(/(?<![\w*…-])(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:tsx?|js|css)\b/g)].map(([name]) => name);
}

/** A name is that of a file below the README, at any depth, or a path from the root or from `src/`; a test may go by its name alone. */
function isThere(name: string, readme: string): boolean {
  const below = readme === 'README.md' ? '' : `${dirname(readme)}/`;
  return (
    BUILT.has(name) ||
    files.includes(name) ||
    files.includes(`src/${name}`) ||
    files.some((file) => file.startsWith(below) && file.endsWith(`/${name}`)) ||
    files.some((file) => file.startsWith('tests/') && file.endsWith(`/${name}`) && name.includes('.test.'))
  );
}

test('every file that a README names is there', () => {
  const named = readmes.flatMap((readme) => filesNamedIn(readme).map((name) => ({ readme, name })));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ readme, name }) => !isThere(name, readme))).toEqual([]);
});

test('the README’s table of rooms is the one that is held against the code', () => {
  const rows = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `([\w-]+)\/` +\|[^|]*\| ([^|]*?) +\|$/gm);
  const told = [...rows].map(([, room = '', may = '']) => [room, may === '–' ? [] : may.split(', ')] as const);
  const everything = Object.keys(ROOMS).filter((room) => room !== 'app');
  const meant = Object.entries(ROOMS).map(([room, { may }]) => [
    room,
    everything.every((other) => may.includes(other)) ? ['all'] : may,
  ]);
  expect(told).toEqual(meant);
});
