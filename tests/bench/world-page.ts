import { join, relative } from 'node:path';
import { msw } from 'msw/vite';
import { build } from 'vite';
import type { RunSpec } from '#core/intents.ts';
import { serve } from '../../tools/serve.ts';
import { leanMsw } from '../../tools/vite/lean-msw.ts';
import { leanSqlite } from '../../tools/vite/lean-sqlite.ts';
import { offlineWorker } from '../../tools/vite/offline-worker.ts';
import { securityPolicy } from '../../tools/vite/security-policy.ts';
import type { LivePage } from '../e2e/live-page/main.ts';
import { ROOT } from './built-app.ts';
import type { Workplace } from './workplace.ts';

declare const livePage: LivePage;

const PAGE = join(ROOT, 'tests/e2e/live-page');
const FOLDER = join(ROOT, 'node_modules/.cache/claimcheck-bench/world');

/** A page that holds a live world and nothing else. */
export interface WorldPage {
  /** Runs a spec there. Resolves to the milliseconds it took. */
  time(spec: RunSpec): Promise<number>;
}

/** Builds the browser tests' page with the app's worker and its policy, and calls `work` once its world is up. */
export async function withWorldPage<T>(workplace: Workplace, work: (page: WorldPage) => Promise<T>): Promise<T> {
  await build({
    configFile: false,
    root: PAGE,
    base: './',
    logLevel: 'error',
    plugins: [
      leanMsw(),
      leanSqlite(),
      msw({ mode: 'worker-only' }),
      securityPolicy(),
      offlineWorker(join(ROOT, 'src/app/offline/worker.ts')),
    ],
    worker: { format: 'es', plugins: () => [leanSqlite()] },
    build: {
      outDir: relative(PAGE, FOLDER),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  const serving = await serve({ folder: FOLDER, port: 0 });
  const page = await workplace.newPage();
  try {
    await page.goto(serving.url);
    const via = await page.evaluate(() => livePage.start());
    if (via !== 'service-worker') throw new Error(`the world is not behind a service worker: ${via}`);
    return await work({
      time: (spec) =>
        page.evaluate(async (asked) => {
          const began = performance.now();
          const trace = await livePage.run(asked);
          const time = performance.now() - began;
          if (typeof trace === 'string') throw new Error(`the run failed: ${trace}`);
          return time;
        }, spec),
    });
  } finally {
    await page.context().close();
    await serving.close();
  }
}
