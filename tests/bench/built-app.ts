import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { serve, type Serving } from '../../tools/serve.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** Relative to the project's root, since Vite's own plugins here read it so. */
const FOLDER = 'node_modules/.cache/claimcheck-bench/app';

export type Chunk = Rolldown.OutputChunk;

export interface BuiltApp extends Serving {
  /** Every script of the build, with the modules in it. */
  readonly chunks: readonly Chunk[];
  /** Bytes of a built file as a host sends it: gzip for text, as it is for what is compressed already. */
  readonly weigh: (file: string) => number;
}

/** Builds the app as it is shipped, in a folder of its own, and serves it on a free port. */
export async function buildApp(): Promise<BuiltApp> {
  const result = await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: FOLDER, emptyOutDir: true },
  });
  if (!('output' in result)) throw new Error('the build gave no single output');
  const folder = join(ROOT, FOLDER);
  const weights = new Map<string, number>();
  return {
    ...(await serve({ folder, port: 0 })),
    chunks: result.output.filter((output) => output.type === 'chunk'),
    weigh(file) {
      const known = weights.get(file) ?? weightOf(file, readFileSync(join(folder, file || 'index.html')));
      weights.set(file, known);
      return known;
    },
  };
}

function weightOf(file: string, content: Buffer): number {
  return /\.(?:woff2|png)$/.test(file) ? content.length : gzipSync(content).length;
}
