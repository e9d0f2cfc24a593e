import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const timeline = (page: Page) => page.getByRole('slider', { name: 'Timeline' });

async function openLesson(id: string): Promise<Page> {
  const { page } = await harness.openApp(`#/flows/${id}`);
  await page.getByText('live', { exact: true }).waitFor();
  await page.getByRole('region', { name: 'Why' }).waitFor();
  return page;
}

/** To the row of that phase, counted from 1. */
async function goToRow(page: Page, phase: string, count: number): Promise<void> {
  await page.keyboard.press('Home');
  for (let found = 0; found < count;) {
    await page.keyboard.press('ArrowRight');
    if ((await timeline(page).getAttribute('aria-valuetext'))?.endsWith(`: ${phase}`)) found += 1;
  }
}

/** Whether the middle of something is where it can be seen: in the window, in each place that scrolls, and under nothing. */
const inSight = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return seen !== null && (element.contains(seen) || seen.contains(element));
  });

const messages = (page: Page, system: string) => page.getByRole('region', { name: `Messages, ${system}` });

test('the answer of the row is in view under the first line of its request, and the other side’s name below it', async () => {
  const page = await openLesson('logging-in');
  await goToRow(page, 'Answer', 1);
  const cookie = messages(page, 'Session').getByRole('button', { name: 'Set-Cookie, response, Session' });
  await expect.poll(() => inSight(cookie)).toBe(true);
  const request = messages(page, 'Session').getByRole('article', { name: 'POST /login.php HTTP/1.1' });
  expect(await request.getByRole('button').count()).toBe(0);
  await request.getByText('POST /login.php HTTP/1.1').click();
  await request.getByRole('button', { name: 'Copy as curl, request, Session' }).waitFor();
  const other = page.getByRole('region', { name: 'Inspector' }).getByRole('heading', { name: 'JWT', exact: true });
  expect(await inSight(other)).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('of a side that has nothing to do any more, the last exchange is folded and called an earlier one', async () => {
  const page = await openLesson('logging-out');
  await page.keyboard.press('End');
  const fresh = messages(page, 'JWT').getByRole('article', { name: 'HTTP/1.1 200 OK' });
  await expect.poll(() => inSight(fresh.getByText('HTTP/1.1 200 OK'))).toBe(true);
  const over = messages(page, 'Session').getByRole('article', { name: /^HTTP/ });
  expect(await over.innerText()).toContain('earlier');
  expect(await over.getByRole('button').count()).toBe(0);
});

test('in each place what the row reads or changes is in view by itself', async () => {
  const page = await openLesson('logging-out');
  const entry = (panel: string, key: RegExp) =>
    page.getByRole('region', { name: panel, exact: true }).getByRole('button', { name: key }).first();
  await goToRow(page, 'Ask', 3);
  await expect.poll(() => inSight(entry('Attacker’s laptop, Copied credential, Session', /^session id$/))).toBe(true);
  expect(await inSight(entry('Attacker’s laptop, Copied credential, JWT', /^access token$/))).toBe(true);
  expect(await inSight(page.getByRole('region', { name: 'Server, Memory, JWT' }).getByText('JWT_SECRET'))).toBe(true);
  const empty = page.getByRole('region', { name: 'Attacker’s laptop, Cookie jar, Session', exact: true });
  expect((await empty.boundingBox())?.height).toBeLessThan(48);
});

test('at the end of a run the words keep their room but for one line, and fade where they go on', async () => {
  const page = await openLesson('logging-in');
  const words = page.getByRole('region', { name: 'Why' });
  await page.getByRole('button', { name: 'Next step' }).click();
  const before = (await words.boundingBox())?.height ?? 0;
  await page.keyboard.press('End');
  await page.getByRole('region', { name: 'What next' }).waitFor();
  expect(before - ((await words.boundingBox())?.height ?? 0)).toBeLessThan(48);
  const fade = await words.evaluate((element) => getComputedStyle(element, '::after').backgroundImage);
  expect(fade).toContain('linear-gradient');
});

test('a bet comes into view with the step’s own name above it', async () => {
  const page = await openLesson('logging-in');
  await goToRow(page, 'Answer', 1);
  const words = page.getByRole('region', { name: 'Why' });
  await expect.poll(() => inSight(words.getByRole('button', { name: 'On neither side' }))).toBe(true);
  expect(await inSight(words.getByText('Answer', { exact: true }))).toBe(true);
});

test('where the rows of a change begin there is a ring on the line, and they are counted as no stop', async () => {
  const page = await openLesson('logging-in');
  const rings = page.locator('[data-added]');
  expect(await rings.count()).toBe(0);
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Log in on his phone as well' }).click();
  await expect.poll(() => rings.count()).toBe(1);
  await page.keyboard.press('End');
  await page.getByText('added after stop 6', { exact: true }).waitFor();
  await goToRow(page, 'Keep', 1);
  await page.getByText('stop 6 of 6', { exact: true }).waitFor();
});
