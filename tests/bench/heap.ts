import { measured, type Findings } from './figure.ts';
import { LENGTHS } from './long-page.ts';
import { retainedBytes } from './main-thread.ts';
import type { LongPage } from './page/main.tsx';
import type { Workplace } from './workplace.ts';

declare const longPage: LongPage;

const LIMIT_BYTES = 1_000;

interface Kept {
  readonly events: number;
  /** Beyond the trace itself, once it is open and once every step of it was shown. */
  readonly opened: number;
  readonly walked: number;
}

/** What the app keeps of each event besides the trace. What it keeps of no event in particular is in two lengths alike, and drops out. */
export async function measureHeap({ withLongPage }: Workplace): Promise<Findings> {
  const kept = (length: number): Promise<Kept> =>
    withLongPage(async (page, devTools) => {
      const events = await page.evaluate((asked) => longPage.load(asked), length);
      const before = await retainedBytes(devTools);
      await page.evaluate(() => longPage.open());
      await page.evaluate(() => longPage.idle(500));
      const opened = await retainedBytes(devTools);
      await page.evaluate(() => longPage.walk());
      await page.evaluate(() => longPage.idle(500));
      return { events, opened: opened - before, walked: (await retainedBytes(devTools)) - before };
    });
  const short = await kept(LENGTHS.thousand);
  const long = await kept(LENGTHS.tenThousand);
  const perEvent = (moment: 'opened' | 'walked'): number =>
    (long[moment] - short[moment]) / (long.events - short.events);
  const how = `retained after garbage collection, trace not counted, ${long.events} events less ${short.events} events`;
  return {
    figures: [
      measured({ name: 'Heap per event, opened', value: perEvent('opened'), unit: 'B', limit: LIMIT_BYTES, how }),
      measured({
        name: 'Heap per event, every step shown',
        value: perEvent('walked'),
        unit: 'B',
        limit: LIMIT_BYTES,
        how,
      }),
    ],
  };
}
