import type { Page } from 'playwright';
import type { BuiltApp } from './built-app.ts';
import { processorMillis } from './main-thread.ts';
import { watchMoments, type MomentsSoFar } from './moments-probe.ts';
import type { Workplace } from './workplace.ts';

/** One file that a visit asked for. */
export interface Asked {
  /** Relative to the app's folder; the document is the empty string. */
  readonly file: string;
  /** Milliseconds since navigation began. */
  readonly at: number;
  readonly by: 'page' | 'worker';
}

/** Milliseconds since navigation began. */
export interface Moments {
  /** Something other than the background was painted. */
  readonly painted: number;
  /** "Next step" could be pressed and pressing it had advanced the timeline. */
  readonly stepped: number;
  /** What is on screen was run here, over real requests. */
  readonly live: number;
}

export interface Visit {
  readonly moments: Moments;
  /** Processor milliseconds of the main thread until it was live. */
  readonly processor: number;
  readonly asked: readonly Asked[];
}

interface VisitOptions {
  /** `#/…` */
  readonly fragment?: string;
  /** How many times slower the processor is made. */
  readonly slowdown?: number;
  /** Goes on with the page once it is live, before what it asked for is read. */
  readonly goOn?: (page: Page) => Promise<void>;
}

declare const openingMoments: MomentsSoFar;

const PATIENCE_MS = 60_000;
/** A step that has not come by then waits for a file that does not come. */
const STEP_PATIENCE_MS = 4_000;

/** Opens the app in a fresh profile, presses "Next step" as soon as that is possible, and waits until it is live. */
export async function visit(workplace: Workplace, app: BuiltApp, options: VisitOptions = {}): Promise<Visit> {
  const { fragment = '', slowdown = 1, goOn } = options;
  const page = await workplace.newPage();
  const context = page.context();
  const byWorker: string[] = [];
  context.on('request', (request) => {
    if (request.serviceWorker()) byWorker.push(request.url());
  });
  try {
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await processorMillis(devTools);
    await page.addInitScript(watchMoments);
    await page.goto(app.url + fragment);
    await page.waitForFunction(() => openingMoments.live !== null, undefined, { timeout: PATIENCE_MS });
    const processor = await processorMillis(devTools);
    await goOn?.(page);
    await page.waitForLoadState('networkidle');
    const moments = await page.evaluate(readMoments);
    const byPage = await pageFiles(page, app);
    return {
      moments,
      processor,
      asked: [
        { file: '', at: 0, by: 'page' },
        ...byPage,
        ...byWorker.map((url) => ({ file: fileOf(url, app), at: moments.live, by: 'worker' as const })),
      ],
    };
  } finally {
    await context.close();
  }
}

/** What a page has asked for so far besides its document, in order. */
export async function pageFiles(page: Page, app: BuiltApp): Promise<readonly Asked[]> {
  const resources = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => ({ url: name, at: startTime })),
  );
  return resources.map(({ url, at }) => ({ file: fileOf(url, app), at, by: 'page' }));
}

/** Whether "Next step" works in a fresh profile while none of these files can be had. */
export async function stepsWithout(workplace: Workplace, app: BuiltApp, files: readonly string[]): Promise<boolean> {
  const page = await workplace.newPage();
  const withheld = new Set(files);
  try {
    await page.route(
      (url) => withheld.has(fileOf(url.href, app)),
      (route) => route.abort(),
    );
    await page.addInitScript(watchMoments);
    await page.goto(app.url);
    const stepped = page.waitForFunction(() => openingMoments.stepped !== null, undefined, {
      timeout: STEP_PATIENCE_MS,
    });
    return await stepped.then(
      () => true,
      () => false,
    );
  } finally {
    await page.context().close();
  }
}

function fileOf(url: string, app: BuiltApp): string {
  return url.startsWith(app.url) ? url.slice(app.url.length).replace(/[?#].*$/, '') : url;
}

function readMoments(): Moments {
  const { stepped, live } = openingMoments;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  if (stepped === null || live === null || !paint) throw new Error('the page never got that far');
  return { painted: paint.startTime, stepped, live };
}
