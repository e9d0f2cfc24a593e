import type { Page } from 'playwright';
import type { BuiltApp } from './built-app.ts';
import { ownWeights, weightsOf, weightsText } from './chunk-weights.ts';
import { measured, type Findings } from './figure.ts';
import { firstStepFiles } from './first-step-files.ts';
import { sum } from './statistics.ts';
import { visit, type Asked } from './visit.ts';
import type { Workplace } from './workplace.ts';

const LIMITS = { firstStep: 110, live: 220, fonts: 60 };
const INSPECTOR_TABS = ['HTTP', 'Code', 'Token', 'Bytes', 'Try it'];

const HEAVIEST = 25;

type Kind = 'script' | 'font' | 'document' | 'stylesheet' | 'worker' | 'icon' | 'simulated' | 'other';

/** What a first visit loads, in the sizes that a host sends. */
export async function measureFirstLoad(workplace: Workplace): Promise<Findings> {
  const app = await workplace.app();
  const files = await firstStepFiles(workplace, app);
  const needed = app.chunks.filter(({ fileName }) => files.includes(fileName));
  const opened = await visit(workplace, app, { goOn: untilKept });
  const used = await visit(workplace, app, { goOn: openEveryTab });

  const byPage = used.asked.filter(({ by }) => by === 'page');
  const beforeStep = opened.asked.filter(
    (one) => isScript(one) && one.by === 'page' && one.at < opened.moments.stepped,
  );
  const untilLive = opened.asked.filter((one) => isScript(one) && one.by === 'page' && one.at < opened.moments.live);
  const fonts = byPage.filter(({ file }) => kindOf(file) === 'font');
  const others = [...opened.asked.filter(({ by }) => by === 'page'), ...byPage].filter(
    ({ file }) => kindOf(file) === 'other',
  );
  const offline = opened.asked.filter(({ by, file }) => by === 'worker' && kindOf(file) !== 'worker');
  const size = (asked: readonly { readonly file: string }[]): number => kilobytes(distinct(asked), app);

  return {
    figures: [
      measured({
        name: 'JavaScript without which the first step does not work',
        value: size(needed.map(({ fileName }) => ({ file: fileName }))),
        unit: 'kB',
        limit: LIMITS.firstStep,
        how: `${needed.length} files, gzip; found by withholding the others`,
      }),
      measured({
        name: 'JavaScript asked for by the time it works',
        value: size(beforeStep),
        unit: 'kB',
        how: `${distinct(beforeStep).length} files, gzip; what is more than above is asked for early and waited for by nobody`,
      }),
      measured({
        name: 'JavaScript until the lesson is live',
        value: size(untilLive),
        unit: 'kB',
        limit: LIMITS.live,
        how: `${distinct(untilLive).length} files, gzip; asked for by a page in a fresh profile`,
      }),
      measured({
        name: 'JavaScript of a lesson used to its end',
        value: size(byPage.filter(isScript)),
        unit: 'kB',
        how: `${distinct(byPage.filter(isScript)).length} files, gzip; every tab of the inspector opened, every step made`,
      }),
      measured({ name: 'Fonts', value: size(fonts), unit: 'kB', limit: LIMITS.fonts, how: distinct(fonts).join(', ') }),
      measured({
        name: 'Requests for anything else',
        value: distinct(others).length,
        unit: 'requests',
        limit: 0,
        how: `neither script, font, document, stylesheet, worker nor icon${others.length > 0 ? `: ${distinct(others).join(', ')}` : ''}`,
      }),
      measured({
        name: 'Kept for offline use, in the background',
        value: size(offline),
        unit: 'kB',
        how: `${distinct(offline).length} files, by the service worker once the lesson is live`,
      }),
    ],
    notes: [
      'What the first step needs, by package and room (kB gzip):',
      `  ${weightsText(weightsOf(needed, app.weigh), 500)}`,
      'The heaviest of our own modules among it:',
      `  ${weightsText(ownWeights(needed, app.weigh).slice(0, HEAVIEST))}`,
      'Asked for by the page, in order:',
      ...distinct(byPage)
        .filter((file) => kindOf(file) !== 'simulated')
        .map((file) => fileText(file, opened.asked, app)),
    ],
  };
}

async function openEveryTab(page: Page): Promise<void> {
  for (const name of INSPECTOR_TABS) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.waitForLoadState('networkidle');
  }
  const next = page.getByRole('button', { name: 'Next step', exact: true });
  while (await next.isEnabled()) await next.click();
}

/** Until the worker keeps the document, and with it everything else: it keeps all or nothing. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while (!(await caches.match('./'))) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

function kindOf(file: string): Kind {
  if (/^https?:/.test(file)) return new URL(file).hostname.endsWith('.example') ? 'simulated' : 'other';
  if (file === '' || file === 'index.html') return 'document';
  if (/^(?:sw|mockServiceWorker)\.js$/.test(file)) return 'worker';
  if (/\.(?:svg|png|webmanifest)$/.test(file)) return 'icon';
  if (file.endsWith('.js')) return 'script';
  if (file.endsWith('.css')) return 'stylesheet';
  return file.endsWith('.woff2') ? 'font' : 'other';
}

function isScript({ file }: Asked): boolean {
  return kindOf(file) === 'script';
}

function distinct(asked: readonly { readonly file: string }[]): readonly string[] {
  return [...new Set(asked.map(({ file }) => file))];
}

function kilobytes(files: readonly string[], app: BuiltApp): number {
  return sum(files.map(app.weigh)) / 1000;
}

function fileText(file: string, opened: readonly Asked[], app: BuiltApp): string {
  const first = opened.find((asked) => asked.file === file && asked.by === 'page');
  const moment = first ? `${first.at.toFixed(0)} ms` : 'later';
  return `  ${moment.padStart(7)}  ${kilobytes([file], app).toFixed(1).padStart(6)} kB  ${kindOf(file).padEnd(10)}  ${file || 'index.html'}`;
}
