import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifySync } from 'vite';
import { ROOT, type Chunk } from './built-app.ts';
import { sum } from './statistics.ts';

interface Weight {
  readonly name: string;
  readonly bytes: number;
}

/**
 * What makes some chunks as heavy as they are: their bytes, gzip, shared out among their modules, heaviest first. Each module is minified
 * and zipped alone, and the sum brought down to what the whole chunk weighs.
 * @param nameOf what a module counts as: the package or room it is of.
 */
export function weightsOf(
  chunks: readonly Chunk[],
  weigh: (file: string) => number,
  nameOf: (id: string) => string = ownerOf,
): readonly Weight[] {
  const totals = new Map<string, number>();
  for (const chunk of chunks) {
    const alone = Object.entries(chunk.modules).map(([id, { code }]) => ({ name: nameOf(id), bytes: zipped(code) }));
    const scale = weigh(chunk.fileName) / Math.max(1, sum(alone.map(({ bytes }) => bytes)));
    for (const { name, bytes } of alone) totals.set(name, (totals.get(name) ?? 0) + bytes * scale);
  }
  return [...totals].map(([name, bytes]) => ({ name, bytes })).toSorted((a, b) => b.bytes - a.bytes);
}

function zipped(code: string | null): number {
  if (!code) return 0;
  // Without what others import of it a module would be compressed to nothing: names and blanks are shortened, no code is dropped.
  const options = { module: true, compress: false, mangle: { toplevel: true } } as const;
  return gzipSync(minifySync('module.js', code, options).code).length;
}

/** The same by module, without what is not ours. */
export function ownWeights(chunks: readonly Chunk[], weigh: (file: string) => number): readonly Weight[] {
  return weightsOf(chunks, weigh, moduleOf).filter(({ name }) => name.startsWith('src/'));
}

/**
 * `react-dom 53.9, src/stage 10.6`: in kB.
 * @param least bytes from which one is listed.
 */
export function weightsText(weights: readonly Weight[], least = 0): string {
  return weights
    .filter(({ bytes }) => bytes >= least)
    .map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)}`)
    .join(', ');
}

/** `src/stage/diagram/row.tsx`, and for what is not ours the package. */
function moduleOf(id: string): string {
  const owner = ownerOf(id);
  return owner.startsWith('src/') ? relative(ROOT, id.replace(/\?.*$/, '')) : owner;
}

/** `react-dom`, `src/stage`, `virtual:recorded-lessons`. */
function ownerOf(id: string): string {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (inPackage) return inPackage;
  const inside = relative(ROOT, path);
  if (inside.startsWith('src/')) return inside.split('/').slice(0, 2).join('/');
  return path.split('/')[0] ?? path;
}

/** Everything that a script loads before it runs: itself, and what it imports, however far down. */
export function closureOf(chunks: readonly Chunk[], roots: readonly Chunk[]): readonly Chunk[] {
  const found = new Set<Chunk>();
  const visit = (chunk: Chunk): void => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) {
      const next = chunks.find(({ fileName }) => fileName === name);
      if (next) visit(next);
    }
  };
  roots.forEach(visit);
  return [...found];
}
