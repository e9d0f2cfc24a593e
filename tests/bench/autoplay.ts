import { measured, type Figure, type Findings } from './figure.ts';
import { LENGTHS } from './long-page.ts';
import type { LongPage } from './page/main.tsx';
import { quantile } from './statistics.ts';
import { openTrace, type Workplace } from './workplace.ts';

declare const longPage: LongPage;

const PLACES = [1_000, 10_000];
const LIMIT_MS = 17.5;
/** A frame this long was shown twice. */
const MISSED_MS = 25;

/** Frames while it plays at four times the speed, beside frames of the same page at rest: those show what the machine can do. */
export async function measureAutoplay({ quick, withLongPage }: Workplace): Promise<Findings> {
  const millis = quick ? 4_000 : 12_000;
  return withLongPage(async (page) => {
    await openTrace(page, LENGTHS.longest);
    const figures: Figure[] = [];
    for (const k of PLACES) {
      await page.evaluate((at) => longPage.seek(at), k);
      const idle = await page.evaluate((time) => longPage.idle(time), millis / 3);
      const played = await page.evaluate((time) => longPage.play(time), millis);
      const missed = played.filter((time) => time > MISSED_MS).length;
      const how = `${played.length} frames of playing from k = ${k} at speed 4; the slowest took ${Math.max(...played).toFixed(1)} ms`;
      figures.push(
        measured({
          name: `Frame while playing from k = ${k}, p95`,
          value: quantile(played, 0.95),
          unit: 'ms',
          limit: LIMIT_MS,
          how,
        }),
        measured({
          name: `Frame at rest at k = ${k}, p95`,
          value: quantile(idle, 0.95),
          unit: 'ms',
          how: `${idle.length} frames of the same page, nothing moving`,
        }),
        measured({
          name: `Frames missed while playing from k = ${k}`,
          value: (100 * missed) / played.length,
          unit: '%',
          how: `longer than ${MISSED_MS} ms, of ${played.length}`,
        }),
      );
    }
    return { figures };
  });
}
