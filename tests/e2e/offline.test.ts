import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness, type OpenedApp } from './harness.ts';

const ASSETS = join(import.meta.dirname, '../../dist/assets');

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

/** Opens the app and waits until its worker answers for the page and has kept what it keeps. */
async function openWithWorker(): Promise<OpenedApp> {
  const app = await harness.openApp();
  await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => isKept(app.page, '')).toBe(true);
  return app;
}

/** Whether the file, named from the folder of the app on, is kept for offline use. */
function isKept(page: Page, file: string): Promise<boolean> {
  return page.evaluate(async (name) => (await caches.match(`/some/sub-path/${name}`)) !== undefined, file);
}

/** What a request from the page comes to: its status, or that it failed. */
function attempt(page: Page, url: string, headers: Record<string, string> = {}): Promise<number | 'failed'> {
  return page.evaluate(
    ([target, sent]) =>
      fetch(target, { headers: sent }).then(
        (response) => response.status,
        () => 'failed' as const,
      ),
    [url, headers] as const,
  );
}

test('after the first visit the app opens without a network', async () => {
  const { page, context } = await openWithWorker();
  await context.setOffline(true);
  await page.reload();
  const heading = page.getByRole('heading', { level: 1 }).first();
  await expect.poll(() => heading.isVisible()).toBe(true);
});

test('a file that was kept is served without a network, one that was not is not', async () => {
  const { page, context } = await openWithWorker();
  await context.setOffline(true);
  expect(await attempt(page, 'licences.json')).toBe(200);
  expect(await attempt(page, '_headers')).toBe('failed');
});

test('the SQL engine is kept when it is first used, not before', async () => {
  const { page, context } = await openWithWorker();
  const [engine = ''] = readdirSync(ASSETS).filter((name) => name.endsWith('.wasm'));
  expect(await isKept(page, `assets/${engine}`)).toBe(false);
  expect(await attempt(page, `assets/${engine}`)).toBe(200);
  await expect.poll(() => isKept(page, `assets/${engine}`)).toBe(true);
  await context.setOffline(true);
  expect(await attempt(page, `assets/${engine}`)).toBe(200);
});

test('what a first visit was too short to keep is kept at the next one', async () => {
  const { page } = await openWithWorker();
  await page.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter((one) => one.startsWith('claimcheck '));
    await (await caches.open(name)).delete('/some/sub-path/licences.json');
  });
  expect(await isKept(page, 'licences.json')).toBe(false);
  await page.reload();
  await expect.poll(() => isKept(page, 'licences.json')).toBe(true);
});

test('a request of a simulated run is never answered from what was kept', async () => {
  const { page, context } = await openWithWorker();
  await context.setOffline(true);
  expect(await attempt(page, 'licences.json', { 'x-sim-run': 'r1' })).toBe('failed');
});

test('a request to a simulated host never reaches the network when nobody intercepts it', async () => {
  const { page, strangers } = await openWithWorker();
  expect(await attempt(page, 'https://app.example/users')).toBe('failed');
  expect(strangers).toEqual([]);
});

test('the same request is seen leaving a page that has no worker', async () => {
  const { page, strangers } = await harness.openApp('licences.txt');
  expect(await attempt(page, 'https://app.example/users')).toBe('failed');
  expect(strangers).toEqual(['app.example:443']);
});

test('the worker keeps neither itself nor the worker script it imports', async () => {
  const { page } = await openWithWorker();
  const kept = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('claimcheck '));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/some/sub-path/');
  expect(kept.filter((path) => /sw\.js|mockServiceWorker|_headers/.test(path))).toEqual([]);
});

test('what an older version kept is dropped, what another folder of the same host kept stays', async () => {
  const { page } = await harness.openApp('licences.txt');
  await page.evaluate(async () => {
    await caches.open(`claimcheck ${location.origin}/some/sub-path/ 0000`);
    await caches.open(`claimcheck ${location.origin}/other/ 0000`);
  });
  await page.goto(harness.url);
  await expect.poll(() => isKept(page, '')).toBe(true);
  const names = await page.evaluate(() => caches.keys());
  const folders = names.filter((name) => name.startsWith('claimcheck ')).map((name) => name.split(' ')[1]);
  expect(folders.map((folder) => new URL(folder ?? '').pathname).toSorted()).toEqual(['/other/', '/some/sub-path/']);
});
