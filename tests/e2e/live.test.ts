import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { msw } from 'msw/vite';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunSpec } from '#core/intents.ts';
import type { SchemeId } from '#core/schemes.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import { createDirectRunner } from '#world/run.ts';
import { LAUNCH_ARGS } from '../../tools/browser-candidates.ts';
import { browserAtHand, NoBrowserError } from '../../tools/browser.ts';
import { serve, type Serving } from '../../tools/serve.ts';
import { leanMsw } from '../../tools/vite/lean-msw.ts';
import { leanSqlite } from '../../tools/vite/lean-sqlite.ts';
import { offlineWorker } from '../../tools/vite/offline-worker.ts';
import { securityPolicy } from '../../tools/vite/security-policy.ts';
import type { LivePage } from './live-page/main.ts';
import { watchNetwork, type NetworkWitness } from './network-witness.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A page that holds a live world and nothing else. */
const PAGE = join(import.meta.dirname, 'live-page');
const BUILT = join(PAGE, 'dist');
/** A name that leads to this machine but is not `localhost`: over plain http that is no secure context. */
const LAN_NAME = 'claimcheck.test';

declare const livePage: LivePage;

let browser: Browser;
let serving: Serving;
let witness: NetworkWitness;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  await buildPage();
  serving = await serve({ folder: BUILT, port: 0, base: '/some/sub-path/' });
  witness = await watchNetwork();
  const executablePath = browserAtHand();
  if (!executablePath) throw new NoBrowserError(['installed browsers (`npm run test:browser` looks further)']);
  browser = await chromium.launch({
    executablePath,
    args: [...LAUNCH_ARGS, `--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`],
  });
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});
afterAll(async () => {
  await browser.close();
  await serving.close();
  witness.close();
  await rm(BUILT, { recursive: true, force: true });
});

interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

/** @param before runs in the page before anything else does. */
async function open(before?: () => void): Promise<OpenedPage> {
  const context = await browser.newContext({ proxy: { server: witness.server, bypass: `localhost,${LAN_NAME}` } });
  contexts.push(context);
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(serving.url);
  return { page, context, complaints };
}

/** With the app's worker, its policy and its base. */
async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: PAGE,
    base: './',
    logLevel: 'warn',
    plugins: [
      leanMsw(),
      leanSqlite(),
      msw({ mode: 'worker-only' }),
      securityPolicy(),
      offlineWorker(join(ROOT, 'src/app/offline/worker.ts')),
    ],
    worker: { format: 'es', plugins: () => [leanSqlite()] },
    build: { emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

const start = (page: Page): Promise<string> => page.evaluate(() => livePage.start());

async function expectTheSameAsInNode(page: Page, spec: RunSpec): Promise<void> {
  const here = await createDirectRunner().run(spec);
  expect(await page.evaluate((asked) => livePage.run(asked), spec)).toEqual(here);
  expect(here.events.length).toBeGreaterThan(20);
}

function specOf(scheme: SchemeId, settings: Partial<Settings> = {}): RunSpec {
  return {
    scheme,
    seed: 5,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    intents: [
      { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
      { id: 'wrong', kind: 'login', device: 'phone', person: 'zoya', password: 'é“ß' },
      { id: 'later', kind: 'wait', seconds: 3_600 },
      {
        id: 'both',
        kind: 'together',
        intents: [
          { id: 'one', kind: 'list-users', device: 'laptop' },
          { id: 'two', kind: 'list-users', device: 'laptop' },
        ],
      },
      { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
      { id: 'logout', kind: 'logout', device: 'laptop' },
      { id: 'replay', kind: 'list-users', device: 'attacker', credential: 'copied' },
    ],
  };
}

describe('with a service worker', () => {
  test.for<[string, RunSpec]>([
    ['session files', specOf('php-session')],
    ['a SQL table', specOf('sql-session')],
    ['HS256', specOf('jwt', { denylist: true })],
    ['RS256', specOf('jwt', { algorithm: 'RS256', clientStorage: 'memory' })],
    ['EdDSA', specOf('jwt', { algorithm: 'EdDSA', refreshAhead: true })],
  ])('a run with %s is the same in this browser and in Node', async ([, spec]) => {
    const { page } = await open();
    expect(await start(page)).toBe('service-worker');
    await expectTheSameAsInNode(page, spec);
  });

  test('the SQL engine is started for schemes with tables alone, once, in a worker of its own', async () => {
    const { page } = await open();
    await start(page);
    for (const scheme of ['php-session', 'jwt'] as const) await expectTheSameAsInNode(page, specOf(scheme));
    expect(page.workers()).toEqual([]);
    for (const seed of [5, 6]) await expectTheSameAsInNode(page, { ...specOf('sql-session'), seed });
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      expect.stringMatching(/\/assets\/sql\.worker-[^/]+\.js$/),
    ]);
  });

  test('several worlds run at once in one page, and in two pages of one worker', async () => {
    const { page, context } = await open();
    const other = await context.newPage();
    await other.goto(serving.url);
    expect(await Promise.all([start(page), start(other)])).toEqual(['service-worker', 'service-worker']);
    await Promise.all([
      expectTheSameAsInNode(page, specOf('jwt')),
      expectTheSameAsInNode(page, specOf('php-session')),
      expectTheSameAsInNode(other, { ...specOf('jwt'), seed: 6 }),
      expectTheSameAsInNode(other, { ...specOf('php-session'), seed: 6 }),
    ]);
  });

  test('nothing leaves, and the network panel shows every request', async () => {
    const { page, context } = await open();
    const seen: string[] = [];
    context.on('request', (request) => seen.push(`${request.method()} ${request.url()}`));
    await start(page);
    await expectTheSameAsInNode(page, specOf('jwt'));
    expect(witness.hosts).toEqual([]);
    expect(seen).toContain('POST https://app.example/jwt_login.php');
  });

  test('a world goes on after its worker was stopped', async () => {
    const { page, context } = await open();
    await start(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await expectTheSameAsInNode(page, specOf('jwt'));
    expect(await page.evaluate(() => livePage.via())).toBe('service-worker');
  });

  test('a world starts again without a network, and complains of nothing', async () => {
    const { page, context, complaints } = await open();
    await start(page);
    await page.evaluate(() => livePage.keepFiles());
    await expect.poll(() => page.evaluate(async () => (await caches.match('./')) !== undefined)).toBe(true);
    await context.setOffline(true);
    await page.reload();
    expect(await start(page)).toBe('service-worker');
    await expectTheSameAsInNode(page, specOf('php-session'));
    expect(complaints).toEqual([]);
  });
});

describe('without a service worker the page’s own fetch is intercepted', () => {
  test.for<[string, () => void]>([
    [
      'there is none',
      () => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      },
    ],
    [
      'asking for it is forbidden',
      () => {
        Object.defineProperty(Navigator.prototype, 'serviceWorker', {
          get() {
            throw new DOMException('sandboxed', 'SecurityError');
          },
        });
      },
    ],
    [
      'registering it is refused',
      () => {
        if (!isSecureContext) return;
        ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
      },
    ],
    [
      'site data is blocked',
      () => {
        if (!isSecureContext) return;
        ServiceWorkerContainer.prototype.getRegistration = () =>
          Promise.reject(new DOMException('blocked', 'SecurityError'));
      },
    ],
  ])('where %s', async ([, before]) => {
    const { page } = await open(before);
    expect(await start(page)).toBe('interceptor');
    await expectTheSameAsInNode(page, specOf('jwt'));
    expect(witness.hosts).toEqual([]);
  });

  test('after a shift-reload, which goes past the worker; the page is not reloaded once more', async () => {
    const { page, context } = await open();
    await start(page);
    const devtools = await context.newCDPSession(page);
    const loaded = page.waitForEvent('load');
    await devtools.send('Page.reload', { ignoreCache: true });
    await loaded;
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(await start(page)).toBe('interceptor');
    await expectTheSameAsInNode(page, specOf('jwt'));
    expect(witness.hosts).toEqual([]);
  });

  test('once the worker is removed from under a living page', async () => {
    const { page, context } = await open();
    expect(await start(page)).toBe('service-worker');
    await expectTheSameAsInNode(page, specOf('php-session'));
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(serving.url);
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await expectTheSameAsInNode(page, specOf('jwt'));
    expect(await page.evaluate(() => livePage.via())).toBe('interceptor');
    expect(witness.hosts).toEqual([]);
  });

  test('and a request of no run fails instead of leaving', async () => {
    const { page } = await open(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    });
    await start(page);
    const outcomes = await page.evaluate(() =>
      Promise.all(
        ['https://app.example/users.php', 'https://evil.example/', 'https://blog.app.example/x'].map((url) =>
          fetch(url).then(
            () => 'answered',
            () => 'failed',
          ),
        ),
      ),
    );
    expect(outcomes).toEqual(['failed', 'failed', 'failed']);
    expect(witness.hosts).toEqual([]);
  });
});

describe('where no world can live', () => {
  test('plain http has no WebCrypto: that is said, and nothing is sent', async () => {
    const { page } = await open();
    await page.goto(serving.url.replace('localhost', LAN_NAME));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await start(page)).toBe('no-webcrypto');
    expect(witness.hosts).toEqual([]);
  });

  test('no way to catch a request: that is said, and nothing is sent', async () => {
    const { page } = await open(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      Object.defineProperty(globalThis, 'fetch', { value: globalThis.fetch, writable: false, configurable: false });
    });
    expect(await start(page)).toBe('no-interception');
    expect(witness.hosts).toEqual([]);
  });
});
