import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { LAUNCH_ARGS } from '../../tools/browser-candidates.ts';
import { findBrowser } from '../../tools/browser.ts';
import type { Serving } from '../../tools/serve.ts';
import { buildApp, type BuiltApp } from './built-app.ts';
import type { LongPage } from './page/main.tsx';
import { buildLongPage } from './long-page.ts';

declare const longPage: LongPage;

/** What every part of the bench works with: one browser, and pages that are built when first asked for. */
export interface Workplace {
  /** Fewer rounds, no waiting for what takes minutes: for trying the bench itself. */
  readonly quick: boolean;
  readonly browserName: string;
  readonly app: () => Promise<BuiltApp>;
  readonly longPage: () => Promise<Serving>;
  /** A page in a profile of its own that has opened nothing yet: cold. Closing its context forgets the profile. */
  readonly newPage: () => Promise<Page>;
  /** Calls `work` with a page that shows the workbench without a trace, and closes it afterwards. */
  readonly withLongPage: <T>(work: (page: Page, devTools: CDPSession) => Promise<T>) => Promise<T>;
  readonly say: (text: string) => void;
  readonly close: () => Promise<void>;
}

const DESKTOP = { width: 1440, height: 900 };

export async function openWorkplace(quick: boolean): Promise<Workplace> {
  const { path, version } = await findBrowser();
  const browser: Browser = await chromium.launch({ executablePath: path, args: [...LAUNCH_ARGS] });
  let app: Promise<BuiltApp> | undefined;
  let long: Promise<Serving> | undefined;

  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'no-preference' });
    return context.newPage();
  };
  const longServing = (): Promise<Serving> => (long ??= buildLongPage());

  return {
    quick,
    browserName: `Chromium ${version}`,
    app: () => (app ??= buildApp()),
    longPage: longServing,
    newPage,
    async withLongPage<T>(work: (page: Page, devTools: CDPSession) => Promise<T>) {
      const { url } = await longServing();
      const page = await newPage();
      const broken = new Promise<never>((_, reject) => {
        page.on('pageerror', reject);
      });
      const measure = async (): Promise<T> => {
        await page.goto(url);
        await page.waitForFunction(() => 'longPage' in globalThis);
        return work(page, await page.context().newCDPSession(page));
      };
      try {
        return await Promise.race([measure(), broken]);
      } finally {
        await page.context().close();
      }
    },
    say: (text) => console.log(text),
    async close() {
      await browser.close();
      // What could not be built was said where it was asked for.
      for (const serving of await Promise.allSettled([app, long])) {
        if (serving.status === 'fulfilled') await serving.value?.close();
      }
    },
  };
}

/** Loads a trace into the page and opens it. Resolves to the number of its events, both sides together. */
export async function openTrace(page: Page, events: number): Promise<number> {
  const count = await page.evaluate((length) => longPage.load(length), events);
  await page.evaluate(() => longPage.open());
  return count;
}
