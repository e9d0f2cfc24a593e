import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { COLUMNS } from '#core/align.ts';
import type { Trace } from '#core/trace.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';
import { recordedLessons } from '../../tools/vite/recorded-lessons.ts';

const root = join(import.meta.dirname, '../..');
const MODULE = 'virtual:recorded-lessons';
/** What a reader of lesson 1 waits for, as a server sends it. */
const GZIP_LIMIT = 8 * 1024;

let server: ViteDevServer;
beforeAll(async () => {
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [recordedLessons(root)],
  });
});
afterAll(() => server.close());

const load = <T>(id: string): Promise<T> => server.ssrLoadModule(id) as Promise<T>;

// Every lesson is run, twice.
test('a lesson’s module holds the very traces that a world makes of its two sides', { timeout: 30_000 }, async () => {
  const runner = createDirectRunner();
  for (const lesson of LESSONS) {
    const { traces } = await load<{ traces: readonly Trace[] }>(`${MODULE}/${lesson.id}`);
    const live = await Promise.all(COLUMNS.map((column) => runner.run(lessonSpec(lesson, column))));
    expect(JSON.stringify(traces)).toBe(JSON.stringify(live));
  }
});

test('the index knows every lesson, in order, and loads it only when asked', async () => {
  const { recordedLessons: index } = await load<{
    recordedLessons: Record<string, () => Promise<{ traces: unknown }>>;
  }>(MODULE);
  expect(Object.keys(index)).toEqual(LESSONS.map(({ id }) => id));
  const [first] = LESSONS;
  const loaded = await index[first?.id ?? '']?.();
  expect(loaded?.traces).toHaveLength(2);
});

test('a lesson that is not there is an error that names it', async () => {
  await expect(load(`${MODULE}/no-such-lesson`)).rejects.toThrow('no-such-lesson');
});

test('the first lesson’s recording is small', async () => {
  const made = await server.environments.client.transformRequest(`${MODULE}/${LESSONS[0]?.id}`);
  expect(gzipSync(made?.code ?? '').length).toBeLessThan(GZIP_LIMIT);
  expect(made?.code.length).toBeGreaterThan(GZIP_LIMIT);
});

test(
  'the built document brings the first lesson along, as data that no browser runs',
  { timeout: 30_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimcheck-document-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
    const plugins = [recordedLessons(root)];
    const result = await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins,
      build: { write: false },
    });
    rmSync(folder, { recursive: true });
    const output = 'output' in result ? result.output : [];
    const html = output.find(({ fileName }) => fileName === 'index.html');
    const source = html?.type === 'asset' ? String(html.source) : '';
    const dataOf = (id: string): unknown =>
      JSON.parse(new RegExp(`<script type="application/json" id="${id}">([^<]*)</script>`).exec(source)?.[1] ?? 'null');
    const { traces } = await load<{ traces: unknown }>(`${MODULE}/${LESSONS[0]?.id}`);
    expect(dataOf('recorded-logging-in')).toEqual(traces);
    expect(dataOf('lesson-logging-in')).toEqual(LESSONS[0]);
  },
);

test('a change to a source of the world makes its recordings stale, another file’s does not', async () => {
  const id = `${MODULE}/${LESSONS[0]?.id}`;
  await server.environments.client.transformRequest(id);
  const module = server.environments.client.moduleGraph.getModuleById(`\0${id}`);
  const change = (file: string) => server.watcher.emit('change', join(root, file));
  change('src/kit/theme.css');
  await new Promise((done) => setTimeout(done, 50));
  expect(module?.transformResult).not.toBeNull();
  change('src/server/handle.ts');
  await vi.waitFor(() => expect(module?.transformResult).toBeNull(), { timeout: 5_000 });
});
