import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LESSONS } from '#lessons/manifest.ts';
import { linkOfStep } from './driving.ts';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

const next = (page: Page) => page.getByRole('button', { name: 'Next step' });
const timeline = (page: Page) => page.getByRole('slider', { name: 'Timeline' });
const live = (page: Page) => page.getByText('live', { exact: true });
const position = async (page: Page): Promise<number> => Number(await timeline(page).inputValue());

/** The lesson is there: its slider can be moved. */
async function ready(page: Page): Promise<void> {
  await expect
    .poll(() =>
      timeline(page)
        .isEnabled()
        .catch(() => false),
    )
    .toBe(true);
}

async function openLesson(path = ''): ReturnType<Harness['openApp']> {
  const app = await harness.openApp(path);
  await ready(app.page);
  return app;
}

test('the home page opens lesson 1, paused before its first step, with everything by its name', async () => {
  const { page } = await openLesson();
  expect(await position(page)).toBe(0);
  for (const name of ['First step', 'Previous step', 'Play', 'Next step', 'Last step']) {
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(1);
  }
  for (const name of ['Sequence diagram', 'Storage', 'Inspector']) {
    expect(await page.getByRole('region', { name, exact: true }).count()).toBe(1);
  }
});

test.each(LESSONS.map(({ id, title }, index) => [index + 1, title, id] as const))(
  'lesson %i, %s, is stepped through by button, and its live run equals its recording',
  async (_number, title, id) => {
    const { page, strangers } = await openLesson(`#/flows/${id}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await live(page).waitFor();
    await page.getByRole('button', { name: 'First step' }).or(next(page)).first().waitFor();
    await page.keyboard.press('Home');
    const steps = Number(await timeline(page).getAttribute('max'));
    for (let step = 1; step <= steps; step += 1) {
      await next(page).click();
      expect(await position(page)).toBe(step);
    }
    expect(await next(page).isDisabled()).toBe(true);
    expect(strangers).toEqual([]);
  },
);

test('arrows, Home and End step from anywhere, and Space on a button presses the button', async () => {
  const { page } = await openLesson();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Space');
  await expect.poll(() => position(page)).toBe(3);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => position(page)).toBe(2);
  await page.keyboard.press('End');
  await expect.poll(() => next(page).isDisabled()).toBe(true);
  await page.keyboard.press('Home');
  await expect.poll(() => position(page)).toBe(0);
  await page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('dialog', { name: 'Share this step' }).waitFor();
  await expect.poll(() => position(page)).toBe(0);
});

test('a key pressed before the page has finished loading still makes its step', async () => {
  const { page } = await harness.openApp();
  await page.reload({ waitUntil: 'commit' });
  // The page’s own script has begun; what listens to keys is still on its way.
  await page.locator('#root > *').first().waitFor();
  await page.keyboard.press('ArrowRight');
  await ready(page);
  await expect.poll(() => position(page)).toBe(1);
});

test('single keys can be switched off, and stay off after a reload', async () => {
  const { page } = await openLesson();
  await page.keyboard.press('?');
  await page.getByLabel('Single keys work anywhere on the page').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await ready(page);
  await page.keyboard.press('ArrowRight');
  expect(await position(page)).toBe(0);
});

test('the link of a step opens that step in another browser profile, paused', async () => {
  const { page } = await openLesson('#/flows/logging-out');
  await page.getByRole('button', { name: 'Last step', exact: true }).click();
  await page.getByRole('button', { name: 'Previous step', exact: true }).click();
  const at = await position(page);
  const other = await openLesson(new URL(await linkOfStep(page)).hash);
  expect(await position(other.page)).toBe(at);
  expect(await other.page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
});

test('reloading finds the same step', async () => {
  const { page } = await openLesson();
  await next(page).click();
  await next(page).click();
  await linkOfStep(page);
  await page.reload();
  await ready(page);
  expect(await position(page)).toBe(2);
});

test.each([
  ['#/flows/no-such-lesson', 'no-such-lesson'],
  ['#/flows/logging-in?v=99&at=start', '99'],
  ['#/flows/logging-in?v=1&r=cookie', 'cookie'],
  ['#/flows/logging-in?v=1&rs=denylist:maybe', 'on or off'],
  ['#/flows/session-expiry?v=1&re=i.hour-2.sql-1.sql.DELETE_FROM_sess', 'This link was cut off'],
  ['#/nowhere', 'nowhere'],
])('the link %s says what is wrong with it and offers lesson 1', async (link, said) => {
  const { page } = await harness.openApp(link);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain(said);
  await page.getByRole('button', { name: 'Open lesson 1' }).click();
  await timeline(page).waitFor();
});

test('where the address cannot be opened there is nothing to share, and the page says why', async () => {
  const { page } = await harness.openApp('#/flows/logging-in?v=99&at=start');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this step' });
  await expect.poll(() => dialog.innerText()).toContain('the link in the address cannot be opened');
  expect(await dialog.innerText()).not.toContain('loaded');
});

test.each([
  ['First step', 0],
  ['Previous step', 0],
  ['Next step', Infinity],
  ['Last step', Infinity],
])('“%s” keeps the focus when it has led as far as it can', async (name, end) => {
  const { page } = await openLesson();
  const [first, last] = [0, Number(await timeline(page).getAttribute('max'))];
  await page.keyboard.press(end === first ? 'Home' : 'End');
  await page.keyboard.press(end === first ? 'ArrowRight' : 'ArrowLeft');
  await expect.poll(() => position(page)).toBe(end === first ? 1 : last - 1);
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => position(page)).toBe(Math.min(end, last));
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Enter');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await position(page)).toBe(Math.min(end, last));
});

test('nothing in the diagram moves when a row becomes the current one', async () => {
  const { page } = await openLesson('#/flows/logging-in?v=1&at=start');
  const sizes = (): Promise<readonly string[]> =>
    page.locator('[data-row] > button:first-of-type > span').evaluateAll((names) =>
      names.map((name) => {
        const { width, height } = name.getBoundingClientRect();
        return `${name.textContent} ${width} ${height}`;
      }),
    );
  const before = await sizes();
  expect(before.some((name) => name.startsWith('Check password'))).toBe(true);
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => position(page)).toBe(step + 1);
    expect((await sizes()).slice(0, before.length)).toEqual(before);
  }
});

test('how many branches there are is said from the first fork on', async () => {
  const { page } = await openLesson('#/flows/logging-out');
  await live(page).waitFor();
  const button = page.getByRole('button', { name: /^Branches/ });
  expect(await button.innerText()).toBe('Branches');
  await page.getByLabel('Right system').selectOption({ label: 'Hybrid (JWT + rotating ticket)' });
  await expect.poll(() => button.getAttribute('aria-label')).toBe('Branches: 3');
});

test('a bet is answered before its row and scored by what the run then does', async () => {
  const { page } = await openLesson();
  // By then whatever shows the bet has been loaded.
  await live(page).waitFor();
  const bet = page.getByRole('region', { name: 'Place your bet' });
  while ((await bet.count()) === 0) await next(page).click();
  await bet.getByRole('button', { name: 'Only on the left' }).click();
  expect(await bet.innerText()).not.toContain('Your bet was right');
  await next(page).click();
  await bet.getByText('Your bet was right').waitFor();
});

test('the right side becomes a JWT with other settings, beside the JWT it was', async () => {
  const { page } = await openLesson();
  await live(page).waitFor();
  await page.getByLabel('Left system').selectOption({ label: 'JWT' });
  await page
    .getByRole('button', { name: /^Settings of JWT/ })
    .last()
    .click();
  await page.getByLabel('Denylist').selectOption('on');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.getByLabel('Right system').locator('option:checked').innerText())
    .toContain('denylist on');
  await expect.poll(() => page.url()).toContain('denylist:on');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => page.getByLabel('Right system').locator('option:checked').innerText())
    .not.toContain('denylist');
});

test('nothing is wider than the screen at 320 px, and the diagram shows one system at a time', async () => {
  const app = await harness.openApp('', { viewport: { width: 320, height: 640 } });
  await ready(app.page);
  await app.page.keyboard.press('End');
  const overflow = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await app.page.getByRole('button', { name: 'JWT', exact: true }).first().click();
  expect(await app.page.getByRole('button', { name: 'JWT', exact: true }).first().getAttribute('aria-pressed')).toBe(
    'true',
  );
});

test('a clicker steps, whatever was clicked before', async () => {
  const { page } = await openLesson();
  await timeline(page).focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => position(page)).toBe(1);
  await page.getByLabel('Left system').focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => position(page)).toBe(2);
  expect(await page.getByLabel('Left system').locator('option:checked').innerText()).toContain('Session');
  await page.getByRole('tab', { name: 'Code' }).click();
  await page.keyboard.press('PageUp');
  await expect.poll(() => position(page)).toBe(1);
});

test('the palette takes what is typed and carries it out', async () => {
  const { page } = await openLesson();
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await page.keyboard.type('last st');
  await page.keyboard.press('Enter');
  await expect.poll(() => next(page).isDisabled()).toBe(true);
});

test('an explanation gives way to the lesson at the next step', async () => {
  const { page } = await openLesson();
  await next(page).click();
  await page.locator('[data-row="0"] button').nth(1).click();
  const explanation = page.getByRole('region', { name: 'Explanation' });
  await explanation.waitFor();
  await next(page).click();
  await expect.poll(() => explanation.count()).toBe(0);
});

test('a token is read in the inspector at its full width, and opens in the bench', async () => {
  const { page } = await openLesson();
  await page.keyboard.press('End');
  await page.getByRole('tab', { name: 'Token' }).click();
  const credential = page.getByRole('region', { name: 'JWT: credential' });
  await credential.waitFor();
  const box = await credential.boundingBox();
  expect(box?.height).toBeLessThan(6_000);
  await credential.getByRole('button', { name: /in the bench$/ }).click();
  await page.getByRole('textbox', { name: 'Token', exact: true }).waitFor();
  expect(page.url()).toMatch(/#\/token$/);
});
