// What a function needs that is sent to a page as text has to stand inside it.
/* oxlint-disable unicorn/consistent-function-scoping */

import type { Page } from 'playwright';
import { measured, type Findings } from './figure.ts';
import { processorMillis } from './main-thread.ts';
import { quantile } from './statistics.ts';
import { visit } from './visit.ts';
import type { Workplace } from './workplace.ts';

/** What the page hands out: the milliseconds of every preview since it was asked to look. */
interface DragProbe {
  readonly costs: readonly number[];
}

declare const dragProbe: DragProbe;

/** One frame of a screen that shows sixty a second. */
const LIMIT_MS = 16;
/** A lesson whose credentials end at different times. */
const LESSON = 'logging-out';
const STRIDE = 3;

/** What it costs to let the preview of the clock follow the pointer by one move. */
export async function measureDrag(workplace: Workplace): Promise<Findings> {
  const moves = workplace.quick ? 40 : 120;
  let costs: readonly number[] = [];
  let processor = 0;
  await visit(workplace, await workplace.app(), {
    fragment: `#/flows/${LESSON}`,
    async goOn(page) {
      await page.getByRole('button', { name: 'Last step', exact: true }).click();
      await page.getByRole('tab', { name: 'Lifetimes', exact: true }).click();
      const devTools = await page.context().newCDPSession(page);
      await drag(page, 10);
      await page.evaluate(watchMoves);
      const before = await processorMillis(devTools);
      await drag(page, moves);
      processor = ((await processorMillis(devTools)) - before) / moves;
      costs = await page.evaluate(() => dragProbe.costs);
    },
  });
  if (costs.length < moves / 2) throw new Error(`of ${moves} moves only ${costs.length} were seen`);
  const how = `${costs.length} moves of the pointer over the axis of the lifetimes, from the move until it was painted`;
  return {
    figures: [
      measured({ name: 'Preview of a dragged clock, p50', value: quantile(costs, 0.5), unit: 'ms', how }),
      measured({
        name: 'Preview of a dragged clock, p95',
        value: quantile(costs, 0.95),
        unit: 'ms',
        limit: LIMIT_MS,
        how,
      }),
      measured({
        name: 'Preview of a dragged clock, mean',
        value: processor,
        unit: 'ms',
        how: 'processor time of the main thread, which other programs do not add to',
      }),
    ],
  };
}

/** Takes the handle, moves it to and fro, and lets it go where it was. */
async function drag(page: Page, moves: number): Promise<void> {
  const box = await page.getByRole('slider', { name: 'Clock', exact: true }).boundingBox();
  if (!box) throw new Error('there is no clock to take in the hand');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= moves; move += 1) await page.mouse.move(x - STRIDE * Math.min(move, moves - move), y);
  await page.mouse.up();
}

/** Runs in the page: the browser tells of a move at the beginning of a frame, and a task posted in that frame runs once it is painted. */
function watchMoves(): void {
  const costs: number[] = [];
  Object.assign(globalThis, { dragProbe: { costs } });
  addEventListener(
    'pointermove',
    () => {
      const began = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => costs.push(performance.now() - began), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}
