import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkOfStep, live, position } from './driving.ts';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

const entries = (page: Page): Promise<number> => page.evaluate(() => history.length);
const fragment = (page: Page): string => new URL(page.url()).hash;
const next = (page: Page) => page.getByRole('button', { name: 'Next step' });

/** The heading of the lesson on screen, once it is that one. */
const shows = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();

async function at(page: Page, step: number): Promise<void> {
  await expect.poll(() => position(page)).toBe(step);
}

/** Lesson 1 two steps on; `before` is how many entries the history has by then. */
async function twoStepsOn(): Promise<{ readonly page: Page; readonly before: number }> {
  const { page } = await harness.openApp();
  await live(page).waitFor();
  const before = await entries(page);
  await next(page).click();
  await next(page).click();
  await at(page, 2);
  return { page, before };
}

test('Back and Forward lead from lesson to lesson, each at the step where it was left', async () => {
  const { page, before } = await twoStepsOn();
  // At once: the address of the second step is not written yet.
  await page.keyboard.press('4');
  await shows(page, 'Logging out');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await at(page, 1);
  await linkOfStep(page);
  expect(await entries(page)).toBe(before + 1);

  await page.goBack();
  await shows(page, 'Logging in');
  await at(page, 2);
  await page.goForward();
  await shows(page, 'Logging out');
  await at(page, 1);
  await page.goBack();
  await shows(page, 'Logging in');
  await at(page, 2);
  // Longer than it takes to write an address: going back makes no entry, and leads to none that is not there.
  await page.waitForTimeout(800);
  expect(await entries(page)).toBe(before + 1);
  expect(fragment(page)).toMatch(/^#\/flows\/logging-in\?v=1&at=/);
});

test('steps, and a lesson begun again, stay within their entry', async () => {
  const { page, before } = await twoStepsOn();
  await expect.poll(() => fragment(page)).toContain('at=');
  await page.keyboard.press('1');
  await at(page, 0);
  await expect.poll(() => fragment(page)).toContain('at=start');
  await next(page).click();
  await expect.poll(() => fragment(page)).not.toContain('at=start');
  expect(await entries(page)).toBe(before);
});

test('a lesson of the list and the next lesson are entries, too', async () => {
  const { page, before } = await twoStepsOn();
  await page.getByRole('button', { name: 'All lessons' }).click();
  await page.getByRole('button', { name: /^Open lesson 4/ }).click();
  await shows(page, 'Logging out');
  await page.keyboard.press('End');
  await page.getByRole('button', { name: /^Next lesson/ }).click();
  await shows(page, 'Where state lives');
  await expect.poll(() => fragment(page)).toContain('where-state-lives?v=');
  expect(await entries(page)).toBe(before + 2);
  const last = await position(page);
  await page.goBack();
  await shows(page, 'Logging out');
  await expect.poll(() => position(page)).toBeGreaterThan(last);
  await page.goBack();
  await shows(page, 'Logging in');
  await at(page, 2);
});

test('the token bench is an entry of its own, and Back finds the step and the runs that were left', async () => {
  const { page } = await twoStepsOn();
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('tabpanel', { name: 'Try it' }).getByRole('button').first().click();
  await page.getByRole('button', { name: /^Undo/ }).waitFor();
  await live(page).waitFor();
  const step = await position(page);
  await next(page).click();
  await at(page, step + 1);
  const before = await entries(page);
  await page.getByRole('link', { name: 'Token' }).click();
  await page.getByRole('region', { name: 'Sequence diagram' }).waitFor({ state: 'detached' });
  await page.goBack();
  await at(page, step + 1);
  await page.getByRole('button', { name: /^Undo/ }).waitFor();
  expect(await entries(page)).toBe(before + 1);

  await page.goForward();
  await expect.poll(() => fragment(page)).toBe('#/token');
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Lesson 4');
  await page.getByRole('option', { name: /^Lesson 4: / }).click();
  await shows(page, 'Logging out');
  await page.goBack();
  await expect.poll(() => fragment(page)).toBe('#/token');
  await page.goBack();
  await shows(page, 'Logging in');
  await at(page, step + 1);
  await page.getByRole('button', { name: /^Undo/ }).waitFor();
});

test('a token that came with the address is in no entry, however soon a lesson is opened', async () => {
  const { page } = await harness.openApp('#/token?t=eyJhbGciOiJub25lIn0.e30.', {
    // The bench never comes: nobody takes the token out of the address but who opens the lesson.
    prepare: async (context) => {
      await context.route(/bench-place/, () => undefined);
    },
  });
  await page.getByRole('button', { name: 'Help and keys' }).waitFor();
  const before = await entries(page);
  await expect
    .poll(async () => {
      await page.keyboard.press('/');
      return page.getByRole('dialog', { name: 'Commands' }).isVisible();
    })
    .toBe(true);
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Lesson 4');
  await page.getByRole('option', { name: /^Lesson 4: / }).click();
  await shows(page, 'Logging out');
  expect(await entries(page)).toBe(before);
});
