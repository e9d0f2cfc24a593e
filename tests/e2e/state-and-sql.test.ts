import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';
import { violations } from './violations.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const PHONE = { width: 390, height: 844 };
const SMALLEST = { width: 320, height: 720 };

const sqlView = (page: Page) => page.getByRole('region', { name: 'SQL', exact: true });
const stateView = (page: Page) => page.getByRole('region', { name: 'Where state lives' });
const diagram = (page: Page) => page.getByRole('region', { name: 'Sequence diagram' });
const answer = (page: Page) => page.getByRole('region', { name: 'What the console answered' });
const box = (page: Page) => page.getByRole('textbox', { name: 'SQL' });
const timeline = (page: Page) => page.getByRole('slider', { name: 'Timeline' });
const current = async (page: Page): Promise<string> => (await timeline(page).getAttribute('aria-valuetext')) ?? '';

/** A lesson with these systems, live, and in it the last row of an intent. */
async function openAt(lesson: string, systems: string, at: string, viewport = { width: 1440, height: 900 }) {
  const { page, complaints } = await harness.openApp(`#/flows/${lesson}?v=1&${systems}&at=${at}`, { viewport });
  await page.getByText('live', { exact: true }).waitFor();
  await diagram(page).waitFor();
  return { page, complaints };
}

async function show(page: Page, tab: 'SQL' | 'Where state lives' | 'Storage'): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await page.locator(`section[aria-label="${tab}"]:not([aria-busy])`).waitFor();
}

/** Types at the console and runs it; the new row is the current one. */
async function runSql(page: Page, statement: string): Promise<void> {
  await box(page).fill(statement);
  await box(page).press('Control+Enter');
  await answer(page).locator('pre').getByText(statement, { exact: true }).waitFor();
  await expect.poll(() => current(page)).toMatch(/Operate$/);
}

/** The status of the next answer on the left, and how many steps on it is. */
async function nextAnswer(page: Page): Promise<string> {
  const announced = page.locator('output[aria-live="polite"]').first();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Next step' }).focus();
  for (let step = 0; step < 30; step += 1) {
    await page.getByRole('button', { name: 'Next step' }).click();
    if ((await current(page)).endsWith('Answer')) return announced.innerText();
  }
  return 'no answer';
}

const STORED = 'l=sql-session&r=php-session';

test('a row deleted at the console puts its user out at the next request', async () => {
  const { page } = await openAt('protected-request', STORED, 'login/request/keep/0');
  await show(page, 'SQL');
  await runSql(page, "DELETE FROM sessions WHERE device = 'laptop'");
  expect(await answer(page).innerText()).toContain('1 row touched');
  expect(
    await sqlView(page)
      .getByRole('table', { name: /sessions/ })
      .innerText(),
  ).toContain('removed:');
  // No lesson has words for it: the run's own are shown.
  const words = await page.getByRole('region', { name: 'Inspector' }).innerText();
  expect(words).toContain('Run SQL at the console: DELETE');
  expect(words).toMatch(/Somebody at the database’s console runs DELETE FROM sessions: 1 row/);
  expect(await nextAnswer(page)).toMatch(/401.*200/s);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => diagram(page).innerText()).not.toContain('Run SQL at the console');
});

test('the console answers with rows, with the engine’s own words, and says what it cancelled', async () => {
  const { page } = await openAt('protected-request', STORED, 'login/request/keep/0');
  await show(page, 'SQL');
  await runSql(page, 'SELECT id, device FROM sessions');
  expect(await answer(page).getByRole('row').allInnerTexts()).toEqual(['id\tdevice', '1\tlaptop']);
  await runSql(page, 'SELECT * FROM session');
  expect(await answer(page).innerText()).toContain('no such table: session');
  await runSql(page, 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n');
  expect(await answer(page).innerText()).toContain('Cancelled');
  expect(await answer(page).innerText()).toContain('Nothing of it stays');
  await runSql(page, 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200) SELECT i FROM n');
  expect(await answer(page).innerText()).toContain('the first 50 of 200 rows');
});

test('the arrows at the ends bring back what was run, and then what was being typed', async () => {
  const { page } = await openAt('protected-request', STORED, 'login/request/keep/0');
  await show(page, 'SQL');
  await runSql(page, 'SELECT 1');
  await runSql(page, 'SELECT 2');
  const field = box(page);
  await field.fill('SELECT 3');
  await field.press('Home');
  await field.press('ArrowUp');
  expect(await field.inputValue()).toBe('SELECT 2');
  await field.press('Home');
  await field.press('ArrowUp');
  expect(await field.inputValue()).toBe('SELECT 1');
  await field.press('End');
  await field.press('ArrowDown');
  await field.press('End');
  await field.press('ArrowDown');
  expect(await field.inputValue()).toBe('SELECT 3');
});

test('a statement goes to the side that was picked, and an example is only put into the box', async () => {
  const { page } = await openAt('protected-request', 'l=sql-session&r=hybrid', 'login/request/keep/0');
  await show(page, 'SQL');
  await page.getByLabel('Database of').selectOption({ label: 'Hybrid' });
  await page.getByRole('region', { name: 'Families of refresh tokens' }).getByText('current: good once').waitFor();
  const before = await timeline(page).getAttribute('max');
  await page.getByLabel('Examples').selectOption({ label: 'Revoke one login' });
  expect(await box(page).inputValue()).toContain('UPDATE families');
  expect(await timeline(page).getAttribute('max')).toBe(before);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page
    .getByRole('region', { name: 'Families of refresh tokens' })
    .getByText(/^revoked, never used/)
    .waitFor();
});

test('a restart keeps every login that is not in the server’s memory alone', async () => {
  const { page } = await openAt('protected-request', 'l=php-session&r=jwt', 'login/request/keep/0');
  await show(page, 'Where state lives');
  await stateView(page).getByRole('button', { name: 'Restart server' }).click();
  await expect.poll(() => current(page)).toMatch(/Start$/);
  expect(await nextAnswer(page)).toMatch(/200.*200/s);
});

test('closing the tab logs out whoever keeps tokens in memory, and nobody with a cookie', async () => {
  const { page } = await openAt(
    'protected-request',
    'l=php-session&r=jwt&rs=client-storage:memory',
    'login/request/keep/0',
  );
  await show(page, 'Where state lives');
  const memory = stateView(page).getByRole('row', { name: /^Script memory/ });
  expect(await memory.getByRole('listitem').allTextContents()).toContain('the tab closedno');
  await stateView(page).getByRole('button', { name: 'Close tab' }).click();
  await expect.poll(() => current(page)).toMatch(/Drop$/);
  expect(await memory.innerText()).toMatch(/0 B/);
  expect(await nextAnswer(page)).toMatch(/200.*401/s);
});

test('a file is deleted and a cookie changed in the panels, each on its own side only', async () => {
  const { page } = await openAt('protected-request', 'l=php-session&r=php-session', 'login/request/keep/0');
  const jar = page.getByRole('region', { name: /Cookie jar/ }).first();
  await jar.getByRole('button', { name: 'PHPSESSID: show the whole value' }).click();
  await page.getByLabel('Change it by hand').fill('0123456789abcdef0123456789abcdef');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect.poll(() => jar.innerText()).toContain('changed');
  expect(
    await page
      .getByRole('region', { name: /Cookie jar/ })
      .last()
      .innerText(),
  ).not.toContain('0123456789abcdef');
  expect(await nextAnswer(page)).toMatch(/401.*200/s);
});

test('a value that is open when what changes it comes stays whole in the window', async () => {
  const held = Promise.withResolvers<void>();
  const { page } = await harness.openApp('#/flows/protected-request?v=1&at=login/request/keep/0', {
    serviceWorkers: 'block',
    prepare: async (context) => {
      await context.route('**/assets/storage-editing-*.js', async (route) => {
        await held.promise;
        await route.continue();
      });
    },
  });
  await page.getByText('live', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'PHPSESSID: show the whole value' }).click();
  await page.getByRole('button', { name: 'What this ticket is' }).waitFor();
  held.resolve();
  const change = page.getByRole('button', { name: 'Change', exact: true });
  await change.waitFor();
  await expect.poll(() => change.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
});

test('what cannot run here says so, and its buttons stay in reach of the keyboard', async () => {
  const { page } = await harness.openApp('#/flows/protected-request');
  await page.getByText('live', { exact: true }).waitFor();
  await page.keyboard.press('ArrowRight');
  await show(page, 'Where state lives');
  const button = stateView(page).getByRole('button', { name: 'Restart server' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test.each([
  ['SQL', { width: 1440, height: 900 }],
  ['SQL', PHONE],
  ['SQL', SMALLEST],
  ['Where state lives', { width: 1440, height: 900 }],
  ['Where state lives', PHONE],
  ['Where state lives', SMALLEST],
] as const)('the view %s breaks no rule and is no wider than the page, %o', async (tab, viewport) => {
  const { page, complaints } = await openAt(
    'protected-request',
    'l=sql-session&r=hybrid',
    'users/request/recognise/0',
    viewport,
  );
  await show(page, tab);
  if (tab === 'SQL') await runSql(page, 'SELECT * FROM users');
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(complaints.filter((one) => !/40[01]/.test(one))).toEqual([]);
});

test('an open place, an open value and an open menu break no rule', async () => {
  const { page } = await openAt('protected-request', 'l=php-session&r=hybrid', 'login/request/keep/0');
  await page
    .getByRole('button', { name: /^What can happen here: John/ })
    .first()
    .click();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'PHPSESSID: show the whole value' }).click();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await show(page, 'Where state lives');
  await stateView(page)
    .getByRole('button', { name: /^Cookie jar/ })
    .click();
  expect(await violations(page)).toEqual([]);
});
