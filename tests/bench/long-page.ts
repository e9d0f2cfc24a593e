import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Trace } from '#core/trace.ts';
import { serve, type Serving } from '../../tools/serve.ts';
import { codeRegions } from '../../tools/vite/code-regions.ts';
import { reactCompiler } from '../../tools/vite/react-compiler.ts';
import { recordedLessons } from '../../tools/vite/recorded-lessons.ts';
import { syntheticComparison } from '../projections/synthetic.ts';
import { ROOT } from './built-app.ts';

const PAGE = join(import.meta.dirname, 'page');
const FOLDER = join(ROOT, 'node_modules/.cache/claimcheck-bench/page');

/** Events on either side of each trace that the page can fetch. The longest has more than 10 200 steps. */
export const LENGTHS = { thousand: 1_000, tenThousand: 10_000, longest: 13_000 } as const;

/** Builds and serves the page that shows a synthetic trace in the app's own shell, and the page that has mermaid draw it. */
export async function buildLongPage(): Promise<Serving> {
  await build({
    configFile: false,
    root: PAGE,
    base: './',
    logLevel: 'error',
    plugins: [react(), reactCompiler(), codeRegions(ROOT), recordedLessons(ROOT)],
    build: {
      outDir: FOLDER,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: { index: join(PAGE, 'index.html'), mermaid: join(PAGE, 'mermaid.html') } },
    },
  });
  await mkdir(join(FOLDER, 'traces'), { recursive: true });
  for (const events of Object.values(LENGTHS)) {
    await writeFile(join(FOLDER, `traces/${events}.json`), JSON.stringify(longTraces(events)));
  }
  return serve({ folder: FOLDER, port: 0 });
}

/** Left and right as one lesson's runs: what the one did not get to do before it was cut off, the other names. */
function longTraces(events: number): readonly Trace[] {
  const { left, right } = syntheticComparison(events);
  const traces = [left, right];
  const [intents = []] = traces.map(({ spec }) => spec.intents).toSorted((a, b) => b.length - a.length);
  return traces.map((trace) => ({ ...trace, spec: { ...trace.spec, intents } }));
}
