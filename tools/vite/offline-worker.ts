import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { filesUnder } from './source-files.ts';

const WORKER_FILE = 'sw.js';

/** Read by the browser or the host on their own, never by a page. */
const NEVER_KEPT = new Set([WORKER_FILE, 'mockServiceWorker.js', '_headers']);

/** The SQL engine, half of all there is: kept when somebody first uses it, so that nobody else downloads it. */
const KEPT_ON_USE = /\.wasm$|\/sql\.worker-/;

interface Precache {
  readonly revision: string;
  /** Kept while the worker is installed. */
  readonly files: readonly string[];
  /** Kept when they are first asked for. */
  readonly onUse: readonly string[];
}

/**
 * Builds the service worker `sw.js`, once everything else is written, with the list of what it is to keep; in development
 * the same worker keeps nothing.
 * @param source the worker's TypeScript file, absolute.
 */
export function offlineWorker(source: string): Plugin {
  let outDir = '';
  return {
    name: 'claimcheck:offline-worker',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (new URL(request.url ?? '/', 'http://localhost').pathname !== `/${WORKER_FILE}`) {
          next();
          return;
        }
        bundleWorker(source, { revision: 'development', files: [], onUse: [] }).then((code) => {
          response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
          response.end(code);
        }, next);
      });
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        writeFileSync(join(outDir, WORKER_FILE), await bundleWorker(source, precacheOf(outDir)));
      },
    },
  };
}

/** Everything a page of the built app can ask for. `''` is the document, kept under the URL of its folder. */
function precacheOf(outDir: string): Precache {
  const kept = filesUnder(outDir, '').filter((file) => !NEVER_KEPT.has(file) && !file.endsWith('.map'));
  const digest = createHash('sha256');
  for (const file of kept)
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(outDir, file)));
  return {
    revision: digest.digest('hex').slice(0, 16),
    files: kept.filter((file) => !KEPT_ON_USE.test(file)).map((file) => (file === 'index.html' ? '' : file)),
    onUse: kept.filter((file) => KEPT_ON_USE.test(file)),
  };
}

async function bundleWorker(source: string, precache: Precache): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { PRECACHE: JSON.stringify(precache) },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: WORKER_FILE } },
    },
  });
  const output = 'output' in result ? result.output : [];
  const [chunk] = output;
  if (chunk?.type !== 'chunk') throw new Error('the offline worker was not built');
  return chunk.code;
}
