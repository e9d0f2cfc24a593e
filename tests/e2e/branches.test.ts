import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';
import { violations } from './violations.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const START = '#/flows/logging-out?v=1&at=logout/request/ask/0';

const live = (page: Page) => page.getByText('live', { exact: true });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const said = (page: Page) => page.locator('output[data-shown]');
const system = (page: Page, side: 'Left' | 'Right') => page.getByLabel(`${side} system`).locator('option:checked');

async function open(path = START, options: Parameters<Harness['openApp']>[1] = {}): Promise<Page> {
  const { page } = await harness.openApp(path, options);
  await live(page).waitFor();
  return page;
}

/** A command by its name. */
async function command(page: Page, typed: string, name: string | RegExp = typed): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(typed);
  await page.getByRole('option', { name, exact: true }).click();
}

async function withDenylist(options: Parameters<Harness['openApp']>[1] = {}): Promise<Page> {
  const page = await open(START, options);
  await command(page, 'Right: denylist on');
  await button(page, 'Undo: denylist on').waitFor();
  return page;
}

test('a run stands beside its origin at one press, with what differs marked in rows, stores and words', async () => {
  const page = await withDenylist();
  await button(page, /^Branches/).click();
  await button(page, 'Compare JWT · denylist on with its origin').click();
  await page.keyboard.press('Escape');
  await expect.poll(() => system(page, 'Left').innerText()).toBe('JWT');
  expect(await system(page, 'Right').innerText()).toBe('JWT · denylist on');
  const forksHere = page.getByText('forks here');
  await page.keyboard.press('Home');
  expect(await forksHere.count()).toBe(0);
  for (let step = 0; step < 60 && (await forksHere.count()) === 0; step += 1) await page.keyboard.press('ArrowRight');
  await forksHere.waitFor();
  await page.keyboard.press('End');
  const storage = page.getByRole('region', { name: 'Storage', exact: true });
  await storage.getByText('only here').first().waitFor();
  await button(page, 'The steps in words').click();
  await page.getByText('Here the two runs part.').waitFor();
});

test('undo and redo work by key and say what they did, and never while a name is typed', async () => {
  const page = await withDenylist();
  await page.keyboard.press('Control+z');
  await expect.poll(() => said(page).innerText()).toBe('Undone: denylist on');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => said(page).innerText()).toBe('Done again: denylist on');
  await button(page, /^Branches/).click();
  await button(page, 'Rename JWT · denylist on').click();
  await page.keyboard.type('Strict');
  await page.keyboard.press('Control+z');
  expect(await system(page, 'Right').innerText()).toBe('JWT · denylist on');
  await page.getByRole('textbox', { name: 'Name' }).fill('Strict');
  await page.keyboard.press('Enter');
  await expect.poll(() => system(page, 'Right').innerText()).toBe('Strict');
});

test('runs, their names and what can be undone survive a reload', async () => {
  const page = await withDenylist();
  await button(page, /^Branches/).click();
  await button(page, 'Rename JWT · denylist on').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Strict');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('rn=Strict');
  await page.reload();
  await live(page).waitFor();
  await button(page, 'Branches: 3').waitFor();
  await button(page, 'Undo: denylist on').click();
  await expect.poll(() => system(page, 'Right').innerText()).toBe('JWT');
});

async function leaveAndComeBack(page: Page): Promise<void> {
  await page.keyboard.press('1');
  await page.getByRole('heading', { level: 1, name: 'Logging in' }).waitFor();
  await command(page, 'Logging out', /: Logging out( \d)?$/);
  await page.getByRole('heading', { level: 1, name: 'Logging out' }).waitFor();
}

test('a lesson opened again, or left and opened again, has its runs at hand', async () => {
  const page = await withDenylist();
  await leaveAndComeBack(page);
  await button(page, 'Branches: 3').waitFor();
  await button(page, /^Undo/).click();
  await expect.poll(() => system(page, 'Right').innerText()).toBe('JWT · denylist on');
});

test('a lesson that was left before what keeps its runs had come has them at hand all the same', async () => {
  const held = Promise.withResolvers<void>();
  const page = await withDenylist({
    serviceWorkers: 'block',
    prepare: async (context) => {
      await context.route('**/assets/keep-runs-*.js', async (route) => {
        await held.promise;
        await route.continue();
      });
    },
  });
  await leaveAndComeBack(page);
  held.resolve();
  await button(page, 'Branches: 3').waitFor();
  await button(page, /^Undo/).click();
  await expect.poll(() => system(page, 'Right').innerText()).toBe('JWT · denylist on');
});

test('a link made in one browser opens in another exactly as it was', async () => {
  const page = await withDenylist();
  await page.keyboard.press('ArrowRight');
  await button(page, 'Share').click();
  const address = await page.getByLabel('Link to this step').inputValue();
  const step = await page.getByRole('slider', { name: 'Timeline' }).inputValue();
  const other = await open(address.slice(address.indexOf('#')));
  expect(await system(other, 'Right').innerText()).toBe('JWT · denylist on');
  expect(await other.getByRole('slider', { name: 'Timeline' }).inputValue()).toBe(step);
});

test('a file saved in one browser opens in another, chosen or dropped, with every run in it', async () => {
  const page = await withDenylist();
  await button(page, 'Share').click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').click()]);
  expect(download.suggestedFilename()).toBe('logging-out.claimcheck.json');
  const text = await readFile(await download.path(), 'utf8');

  const other = await open('');
  const chooser = other.waitForEvent('filechooser');
  await command(other, 'Open a file');
  await (
    await chooser
  ).setFiles({ name: 'mine.claimcheck.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await other.getByRole('heading', { level: 1, name: 'Logging out' }).waitFor();
  await button(other, 'Branches: 3').waitFor();
  await button(other, 'Undo: denylist on').click();
  await expect.poll(() => system(other, 'Right').innerText()).toBe('JWT');

  const third = await open('');
  await drop(third, text);
  await button(third, 'Branches: 3').waitFor();
});

test('what is too long for a link is offered as a file, and survives a reload all the same', async () => {
  const page = await open();
  const edits = Array.from({ length: 30 }, (_, index) => `i.logout.wait-${index}.wait.60`);
  const runs = [
    { side: 'left', scheme: 'php-session' },
    { side: 'right', scheme: 'jwt', name: 'Half an hour', edits },
  ];
  await drop(
    page,
    JSON.stringify({
      format: 'claimcheck',
      version: 1,
      lesson: 'logging-out',
      lessonVersion: 1,
      runs,
      sides: [0, 1],
      at: 'start',
    }),
  );
  await expect.poll(() => system(page, 'Right').innerText()).toBe('Half an hour');
  await live(page).waitFor();
  await button(page, 'Share').click();
  await page.getByText('Save it as a file instead.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect.poll(() => system(page, 'Right').innerText()).toBe('Half an hour');
});

async function drop(page: Page, text: string): Promise<void> {
  const files = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: files });
  await page.getByText('Drop the file to open it').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });
}

test.each([
  ['{"format":"claimcheck","version":9}', 'version 9'],
  ['<html>', 'not JSON'],
  [
    JSON.stringify({
      format: 'claimcheck',
      version: 1,
      lesson: 'tiny',
      lessonVersion: 1,
      runs: [{ side: 'left', scheme: 'jwt' }],
      sides: [0, 0],
      at: null,
    }),
    'a lesson “tiny”',
  ],
])('a file that cannot be opened says why, changes nothing and offers lesson 1', async (text, why) => {
  const page = await open();
  await drop(page, text);
  const dialog = page.getByRole('dialog', { name: 'This file cannot be opened' });
  await dialog.getByText(why).waitFor();
  expect(await page.getByRole('heading', { level: 1, includeHidden: true }).innerText()).toBe('Logging out');
  await dialog.getByRole('button', { name: 'Open lesson 1' }).click();
  await page.getByRole('heading', { level: 1, name: 'Logging in' }).waitFor();
});

test('a broken link with a lesson in it offers that lesson from its start', async () => {
  const { page } = await harness.openApp('#/flows/logging-out?v=1&rs=denylist:maybe');
  await button(page, 'Open “Logging out” from its start').click();
  await live(page).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Logging out');
});

test('a time is typed as people type it, and named in units', async () => {
  const page = await open();
  await button(page, /^Settings of JWT/).click();
  const field = page.getByLabel('Access token lifetime');
  await field.fill('1:30');
  await field.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => system(page, 'Right').innerText()).toBe('JWT · access token lifetime 1 h 30 min');
});

test.each(['light', 'dark'] as const)(
  'the branches, the share dialog and the marks of a fork pass axe in the %s theme',
  async (colorScheme) => {
    const { page } = await harness.openApp('#/flows/logging-out?v=1&l=jwt&rs=denylist:on&at=logout/request/forget/0', {
      colorScheme,
    });
    await live(page).waitFor();
    await button(page, /^Branches/).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await button(page, 'Share').click();
    await button(page, 'Save as a file').waitFor();
    expect(await violations(page)).toEqual([]);
  },
);
