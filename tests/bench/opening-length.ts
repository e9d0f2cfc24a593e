import type { CDPSession, Page } from 'playwright';
import { measured, type Findings } from './figure.ts';
import { LENGTHS } from './long-page.ts';
import { processorMillis } from './main-thread.ts';
import type { LongPage } from './page/main.tsx';
import { median } from './statistics.ts';
import { openTrace, type Workplace } from './workplace.ts';

declare const longPage: LongPage;

const LIMIT = 1.5;
/** One page compiles the same code differently from the next: what is said is true of several. */
const PAGES = 3;

interface Opening {
  /** Milliseconds from the call to the painted rows. */
  readonly painted: number;
  /** Milliseconds on the main thread, all that opening sets off within 300 ms included. */
  readonly busy: number;
}

/** Whether opening a trace grows with its length. */
export async function measureOpeningLength({ quick, withLongPage }: Workplace): Promise<Findings> {
  const rounds = quick ? 3 : 7;
  const short: Opening[] = [];
  const long: Opening[] = [];
  for (let time = 0; time < PAGES; time += 1) {
    await withLongPage(async (page, devTools) => {
      await openTrace(page, LENGTHS.thousand);
      await openTrace(page, LENGTHS.tenThousand);
      for (let round = 0; round < rounds; round += 1) {
        short.push(await openAfresh(page, devTools, LENGTHS.thousand));
        long.push(await openAfresh(page, devTools, LENGTHS.tenThousand));
      }
    });
  }
  const painted = { short: median(short.map((one) => one.painted)), long: median(long.map((one) => one.painted)) };
  const busy = { short: median(short.map((one) => one.busy)), long: median(long.map((one) => one.busy)) };
  const how = `median of ${rounds} openings in each of ${PAGES} pages, in turn; events of each side; from the call to the painted rows`;
  return {
    figures: [
      measured({ name: 'Opening 1 000 events', value: painted.short, unit: 'ms', how }),
      measured({ name: 'Opening 10 000 events', value: painted.long, unit: 'ms', how }),
      measured({
        name: 'Opening 10 000 : 1 000 events',
        value: painted.long / painted.short,
        unit: '×',
        limit: LIMIT,
        how: 'of the two above',
      }),
      measured({
        name: 'The same in processor time',
        value: busy.long / busy.short,
        unit: '×',
        how: `${busy.long.toFixed(1)} : ${busy.short.toFixed(1)} ms on the main thread, all that opening sets off within 300 ms included`,
      }),
    ],
  };
}

/** Fetched afresh: nothing that was worked out for an earlier opening can be found again. */
async function openAfresh(page: Page, devTools: CDPSession, events: number): Promise<Opening> {
  await page.evaluate((length) => longPage.load(length), events);
  await devTools.send('HeapProfiler.collectGarbage');
  const before = await processorMillis(devTools);
  const painted = await page.evaluate(() => longPage.open());
  await page.evaluate(() => longPage.idle(300));
  return { painted, busy: (await processorMillis(devTools)) - before };
}
