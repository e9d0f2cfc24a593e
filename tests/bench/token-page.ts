import type { Locator, Page } from 'playwright';
import type { BuiltApp, Chunk } from './built-app.ts';
import { ownWeights, weightsOf, weightsText } from './chunk-weights.ts';
import { measured, skipped, type Figure, type Findings } from './figure.ts';
import { processorMillis } from './main-thread.ts';
import { FOUR_KB, ONE_MB, ONE_MB_OF_TEXT, TYPICAL } from './sample-tokens.ts';
import { median, quantile, sum } from './statistics.ts';
import { installTokenProbe, type PasteTimes, type TokenProbe } from './token-probe.ts';
import { pageFiles, visit } from './visit.ts';
import type { Workplace } from './workplace.ts';

declare const tokenProbe: TokenProbe;

const LIMITS = { code: 60, paste: 100, tasks: 50, keystroke: 16 };
const FIGURES = ['The page’s own JavaScript', '1 MB pasted → painted', '1 MB, longest task', 'Keystroke at 4 kB'];
const PATIENCE_MS = 5_000;
const SETTLING_MS = 1_000;

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
    return await measureBench(workplace, app, page, field);
  } finally {
    await page.context().close();
  }
}

async function measureBench(workplace: Workplace, app: BuiltApp, page: Page, field: Locator): Promise<Findings> {
  const { quick } = workplace;
  const rounds = quick ? 3 : 7;
  const devTools = await page.context().newCDPSession(page);
  await page.waitForLoadState('networkidle');
  const paste = (text: string): Promise<PasteTimes> => pasteInto(page, field, text);
  const pasteOften = async (text: string): Promise<PasteTimes & { readonly processor: number }> => {
    const all: (PasteTimes & { readonly processor: number })[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await paste(TYPICAL);
      const before = await processorMillis(devTools);
      const times = await paste(text);
      all.push({ ...times, processor: (await processorMillis(devTools)) - before });
    }
    return {
      painted: median(all.map(({ painted }) => painted)),
      longestTask: median(all.map(({ longestTask }) => longestTask)),
      processor: median(all.map(({ processor }) => processor)),
    };
  };

  const shell = await shellFiles(workplace, app);
  await paste(TYPICAL);
  const own = await ownScripts(page, app, shell);
  const further = await furtherScripts(workplace, app, shell);
  const cold = await paste(ONE_MB);
  const members = await pasteOften(ONE_MB);
  const text = await pasteOften(ONE_MB_OF_TEXT);
  await paste(FOUR_KB);
  await field.press('ControlOrMeta+End');
  await page.evaluate(() => tokenProbe.type(20));
  const keystrokes = await page.evaluate((times) => tokenProbe.type(times), quick ? 40 : 150);

  const how = `from the paste event to the painted verdict, main thread and worker; median of ${rounds}`;
  const taskHow = 'main thread, until a second after the paste; 0 where none took over 50 ms; median';
  const ofLarge = (name: string, times: Awaited<ReturnType<typeof pasteOften>>): readonly Figure[] => [
    measured({ name: `${name}, pasted → painted`, value: times.painted, unit: 'ms', limit: LIMITS.paste, how }),
    measured({
      name: `${name}, longest task`,
      value: times.longestTask,
      unit: 'ms',
      limit: LIMITS.tasks,
      how: taskHow,
    }),
    measured({ name: `${name}, main thread`, value: times.processor, unit: 'ms', how: PROCESSOR_HOW }),
  ];
  const keystroke = { unit: 'ms', how: KEYSTROKE_HOW } as const;
  return {
    figures: [
      measured({
        name: 'The page’s own JavaScript',
        value: kilobytes(own, app),
        unit: 'kB',
        limit: LIMITS.code,
        how: `${own.length} files, gzip: all that a page in a fresh profile has asked for a second after a signed token was pasted; without what the workbench loads by itself`,
      }),
      measured({
        name: '  with a key to verify with',
        value: kilobytes(further.withKey, app),
        unit: 'kB',
        how: 'the same, after a key was typed',
      }),
      measured({
        name: '  with every editor opened',
        value: kilobytes(further.withTools, app),
        unit: 'kB',
        how: 'the same, after each tool of the other side was chosen; they come when somebody scrolls there or asks for one. Not in it: what reads anything but a sound JWT of up to 4 kB, which comes with the first such paste, and the word list, with the first guess',
      }),
      ...ofLarge('1 MB of 5 012 claims', members),
      ...ofLarge('1 MB, one claim of it', text),
      measured({ name: 'The first large paste, which loads the worker', value: cold.painted, unit: 'ms', how: 'once' }),
      measured({ name: 'Keystroke at 4 kB, p50', value: quantile(keystrokes, 0.5), ...keystroke }),
      measured({
        name: 'Keystroke at 4 kB, p95',
        value: quantile(keystrokes, 0.95),
        limit: LIMITS.keystroke,
        ...keystroke,
      }),
    ],
    notes: [
      'The page’s own scripts (kB gzip):',
      `  ${weightsText(own.map((file) => ({ name: file, bytes: app.weigh(file) })))}`,
      'The same by package and room, and the heaviest of our own modules:',
      `  ${weightsText(weightsOf(chunks(own, app), app.weigh), 500)}`,
      `  ${weightsText(ownWeights(chunks(own, app), app.weigh).slice(0, HEAVIEST))}`,
    ],
  };
}

const HEAVIEST = 30;
const PROCESSOR_HOW =
  'processor time of everything the main thread did from before the paste until a second after it; median';
const KEYSTROKE_HOW =
  'from the input event to the painted verdict on the main thread; waiting for the screen is not in it';

function chunks(files: readonly string[], app: BuiltApp): readonly Chunk[] {
  return app.chunks.filter(({ fileName }) => files.includes(fileName));
}

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

/** Any will do: which it is decides nothing about what is loaded. */
const SOME_KEY = 'a-string-secret-at-least-256-bits-long';
const TOOLS = ['Edit and sign', 'Tamper', 'Guess the secret', 'Compare', 'Share'];

interface FurtherScripts {
  readonly withKey: readonly string[];
  readonly withTools: readonly string[];
}

/** What a visit that goes on asks for: with a key to verify with, and then with every tool opened. */
async function furtherScripts(
  workplace: Workplace,
  app: BuiltApp,
  shell: ReadonlySet<string>,
): Promise<FurtherScripts> {
  const page = await workplace.newPage();
  const soFar = async (): Promise<readonly string[]> => {
    await page.waitForTimeout(SETTLING_MS);
    return ownScripts(page, app, shell);
  };
  try {
    await page.goto(`${app.url}#/token`);
    await page.getByRole('textbox', { name: 'Token', exact: true }).fill(TYPICAL);
    await page.getByRole('textbox', { name: 'Verification key' }).fill(SOME_KEY);
    const withKey = await soFar();
    for (const name of TOOLS) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByRole('tabpanel', { name }).locator(':is(textarea, button, input, p)').first().waitFor();
    }
    return { withKey, withTools: await soFar() };
  } finally {
    await page.context().close();
  }
}

/** Scripts that a visit to the workbench has asked for when it is live. */
async function shellFiles(workplace: Workplace, app: BuiltApp): Promise<ReadonlySet<string>> {
  // What is asked for once the page has come to rest counts as well: the address is written some time later.
  const { asked } = await visit(workplace, app, { goOn: (workbench) => workbench.waitForTimeout(1_000) });
  return new Set(asked.filter(({ by }) => by === 'page').map(({ file }) => file));
}

/** Scripts that this page has asked for besides. */
async function ownScripts(page: Page, app: BuiltApp, shell: ReadonlySet<string>): Promise<readonly string[]> {
  const files = (await pageFiles(page, app)).map(({ file }) => file);
  return [...new Set(files)].filter((file) => file.startsWith('assets/') && file.endsWith('.js') && !shell.has(file));
}

function kilobytes(files: readonly string[], app: BuiltApp): number {
  return sum(files.map(app.weigh)) / 1000;
}
