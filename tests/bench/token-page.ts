import type { Locator, Page } from 'playwright';
import type { BuiltApp } from './built-app.ts';
import { measured, skipped, type Figure, type Findings } from './figure.ts';
import { FOUR_KB, ONE_MB, ONE_MB_OF_TEXT, TYPICAL } from './sample-tokens.ts';
import { median, quantile, sum } from './statistics.ts';
import { installTokenProbe, type PasteTimes, type TokenProbe } from './token-probe.ts';
import { pageFiles, visit } from './visit.ts';
import type { Workplace } from './workplace.ts';

declare const tokenProbe: TokenProbe;

const LIMITS = { code: 60, paste: 100, tasks: 50, keystroke: 16 };
const FIGURES = ['The page’s own JavaScript', '1 MB pasted → painted', 'Longest task of it', 'Keystroke at 4 kB'];
const PATIENCE_MS = 5_000;

/** The token bench as a page: what it loads, and what a paste and a keystroke cost in it. */
export async function measureTokenPage(workplace: Workplace): Promise<Findings> {
  const app = await workplace.app();
  const page = await workplace.newPage();
  try {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(installTokenProbe);
    await page.goto(`${app.url}#/token`);
    const field = page.getByRole('textbox', { name: 'Token', exact: true });
    const isThere = await field.waitFor({ timeout: PATIENCE_MS }).then(
      () => true,
      () => false,
    );
    if (!isThere)
      return { figures: FIGURES.map((name) => skipped(name, 'at #/token there is no textbox "Token" yet')) };
    return { figures: await measureBench(workplace, app, page, field) };
  } finally {
    await page.context().close();
  }
}

async function measureBench(
  { quick, ...workplace }: Workplace,
  app: BuiltApp,
  page: Page,
  field: Locator,
): Promise<readonly Figure[]> {
  const rounds = quick ? 3 : 7;
  await page.waitForLoadState('networkidle');
  const paste = (text: string): Promise<PasteTimes> => pasteInto(page, field, text);
  const pasteOften = async (text: string): Promise<{ readonly painted: number; readonly longestTask: number }> => {
    const all: PasteTimes[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await paste(TYPICAL);
      all.push(await paste(text));
    }
    return {
      painted: median(all.map(({ painted }) => painted)),
      longestTask: median(all.map(({ longestTask }) => longestTask)),
    };
  };

  await paste(TYPICAL);
  const own = await ownScripts({ quick, ...workplace }, app, page);
  const cold = await paste(ONE_MB);
  const members = await pasteOften(ONE_MB);
  const text = await pasteOften(ONE_MB_OF_TEXT);
  await paste(FOUR_KB);
  await field.press('ControlOrMeta+End');
  await page.evaluate(() => tokenProbe.type(20));
  const keystrokes = await page.evaluate((times) => tokenProbe.type(times), quick ? 40 : 150);

  const how = `from the paste event to the painted verdict, main thread and worker; median of ${rounds}`;
  const taskHow = 'main thread, until a second after the paste; 0 where none took over 50 ms; median';
  return [
    measured({
      name: 'The page’s own JavaScript',
      value: sum(own.map(app.weigh)) / 1000,
      unit: 'kB',
      limit: LIMITS.code,
      how: `gzip, after a paste, without what the workbench loads until it is live: ${own.join(', ')}`,
    }),
    measured({
      name: '1 MB of 5 012 claims pasted → painted',
      value: members.painted,
      unit: 'ms',
      limit: LIMITS.paste,
      how,
    }),
    measured({ name: 'Longest task of it', value: members.longestTask, unit: 'ms', limit: LIMITS.tasks, how: taskHow }),
    measured({ name: '1 MB in one claim pasted → painted', value: text.painted, unit: 'ms', limit: LIMITS.paste, how }),
    measured({ name: 'Longest task of it', value: text.longestTask, unit: 'ms', limit: LIMITS.tasks, how: taskHow }),
    measured({ name: 'The first such paste, which loads the worker', value: cold.painted, unit: 'ms', how: 'once' }),
    measured({ name: 'Keystroke at 4 kB, p50', value: quantile(keystrokes, 0.5), unit: 'ms', how: KEYSTROKE_HOW }),
    measured({
      name: 'Keystroke at 4 kB, p95',
      value: quantile(keystrokes, 0.95),
      unit: 'ms',
      limit: LIMITS.keystroke,
      how: KEYSTROKE_HOW,
    }),
  ];
}

const KEYSTROKE_HOW =
  'from the input event to the painted verdict on the main thread; waiting for the screen is not in it';

/** As a reader does it: from the clipboard, by the keyboard. */
async function pasteInto(page: Page, field: Locator, text: string): Promise<PasteTimes> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await field.focus();
  await field.press('ControlOrMeta+A');
  const times = page.evaluate(() => tokenProbe.paste());
  await page.evaluate(() => undefined);
  await field.press('ControlOrMeta+V');
  return times;
}

/** Scripts that this page has asked for and that a visit to the workbench has not asked for when it is live. */
async function ownScripts(workplace: Workplace, app: BuiltApp, page: Page): Promise<readonly string[]> {
  const { asked } = await visit(workplace, app);
  const shell = new Set(asked.filter(({ by }) => by === 'page').map(({ file }) => file));
  const files = (await pageFiles(page, app)).map(({ file }) => file);
  return [...new Set(files)].filter((file) => file.startsWith('assets/') && file.endsWith('.js') && !shell.has(file));
}
