import { measured, type Figure, type Findings } from './figure.ts';
import { LENGTHS } from './long-page.ts';
import { processorMillis } from './main-thread.ts';
import type { LongPage } from './page/main.tsx';
import { quantile } from './statistics.ts';
import { openTrace, type Workplace } from './workplace.ts';

declare const longPage: LongPage;

const PLACES = [10, 100, 1_000, 10_000];
/** One frame of a screen that shows sixty a second. */
const LIMIT_MS = 16;

/** What a press of "Next step" costs, wherever in a long trace it happens. */
export async function measureSteps({ quick, withLongPage }: Workplace): Promise<Findings> {
  const presses = quick ? 40 : 150;
  return withLongPage(async (page, devTools) => {
    await openTrace(page, LENGTHS.longest);
    const steps = await page.evaluate(() => longPage.steps());
    const press = (button: 'Next step' | 'Previous step', times: number): Promise<readonly number[]> =>
      page.evaluate(([name, count]) => longPage.press(name, count), [button, times] as const);
    const how = `${presses} presses in the workbench over ${steps} steps; script, React, styles, layout and paint on the main thread`;
    const processorHow = `${how}; processor time, which other programs do not add to`;

    await page.evaluate(() => longPage.seek(5_000));
    await press('Next step', 100);
    const figures: Figure[] = [];
    for (const k of PLACES) {
      await page.evaluate((at) => longPage.seek(at), k);
      const before = await processorMillis(devTools);
      const forth = await press('Next step', presses);
      const processor = ((await processorMillis(devTools)) - before) / presses;
      const back = await press('Previous step', presses);
      const [p50, p95] = [quantile(forth, 0.5), quantile(forth, 0.95)];
      figures.push(
        measured({ name: `Step forward at k = ${k}, p50`, value: p50, unit: 'ms', how }),
        measured({ name: `Step forward at k = ${k}, p95`, value: p95, unit: 'ms', limit: LIMIT_MS, how }),
        measured({ name: `Step back at k = ${k}, p95`, value: quantile(back, 0.95), unit: 'ms', limit: LIMIT_MS, how }),
        measured({ name: `Step forward at k = ${k}, mean`, value: processor, unit: 'ms', how: processorHow }),
      );
    }
    return { figures };
  });
}
