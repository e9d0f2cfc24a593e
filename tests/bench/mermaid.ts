import { diagramModel } from '#projections/diagram/diagram.ts';
import { syntheticComparison } from '../projections/synthetic.ts';
import { measured, skipped, type Figure, type Findings } from './figure.ts';
import { LENGTHS } from './long-page.ts';
import { mermaidText } from './mermaid-text.ts';
import type { LongPage } from './page/main.tsx';
import type { MermaidPage } from './page/mermaid.ts';
import { median } from './statistics.ts';
import { openTrace, type Workplace } from './workplace.ts';

declare const longPage: LongPage;
declare const mermaidPage: MermaidPage;

const LIMIT = 0.05;

/** The same messages drawn by our workbench, with all that stands around the diagram, and by mermaid, the diagram alone. */
export async function measureMermaid(workplace: Workplace): Promise<Findings> {
  const { quick } = workplace;
  const ours = { 1_000: await drawnByUs(workplace, 1_000), 10_000: await drawnByUs(workplace, 10_000) };
  const theirs = await drawnByMermaid(workplace, 1_000, 120_000);
  const figures: Figure[] = [
    measured({ name: '1 000 messages, here', value: ours[1_000], unit: 'ms', how: OURS }),
    measured({ name: '10 000 messages, here', value: ours[10_000], unit: 'ms', how: OURS }),
    theirs === null
      ? skipped('1 000 messages, mermaid 12', 'not done within two minutes')
      : measured({ name: '1 000 messages, mermaid 12', value: theirs, unit: 'ms', how: THEIRS }),
  ];
  if (theirs !== null) {
    const value = ours[1_000] / theirs;
    figures.push(
      measured({ name: '1 000 messages, here : mermaid', value, unit: '×', limit: LIMIT, how: 'of the two' }),
    );
  }
  figures.push(quick ? skipped(LONG, 'takes minutes; left out with --quick') : await longMermaid(workplace));
  return { figures };
}

const LONG = '10 000 messages, mermaid 12';
const LONG_PATIENCE_MS = 300_000;
const OURS = 'the whole workbench, from the call to the painted rows; every row can be scrolled to; median';
const THEIRS = 'the diagram alone, its boxes left out, from the call to the laid-out SVG; warm, best of the rounds';

async function longMermaid(workplace: Workplace): Promise<Figure> {
  const value = await drawnByMermaid(workplace, 10_000, LONG_PATIENCE_MS);
  return value === null
    ? skipped(LONG, `given up after ${LONG_PATIENCE_MS / 1000} s`)
    : measured({ name: LONG, value, unit: 'ms', how: THEIRS });
}

function drawnByUs({ quick, withLongPage }: Workplace, messages: 1_000 | 10_000): Promise<number> {
  const events = messages === 1_000 ? LENGTHS.thousand : LENGTHS.tenThousand;
  return withLongPage(async (page) => {
    await openTrace(page, LENGTHS.thousand);
    const times: number[] = [];
    for (let round = 0; round < (quick ? 3 : 7); round += 1) {
      await page.evaluate((length) => longPage.load(length), events);
      times.push(await page.evaluate(() => longPage.open()));
    }
    return median(times);
  });
}

/** Null when it took longer than `patience` milliseconds. */
async function drawnByMermaid(workplace: Workplace, messages: number, patience: number): Promise<number | null> {
  const { url } = await workplace.longPage();
  const page = await workplace.newPage();
  // A trace of so many events on either side has some more messages than events; the surplus is cut off.
  const model = diagramModel(syntheticComparison(messages));
  const draw = (count: number): Promise<number> =>
    page.evaluate((text) => mermaidPage.draw(text), mermaidText(model, count));
  try {
    await page.goto(`${url}mermaid.html`);
    await page.waitForFunction(() => 'mermaidPage' in globalThis);
    await draw(10);
    const rounds = messages > 1_000 || workplace.quick ? 1 : 3;
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const time = await within(patience, draw(messages));
      if (time === null) return null;
      times.push(time);
    }
    return Math.min(...times);
  } finally {
    await page.context().close();
  }
}

async function within<T>(millis: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, millis, null);
  });
  // What comes after we have given up (the page is closed under it) is of no interest.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
