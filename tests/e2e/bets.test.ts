import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const bet = (page: Page) => page.getByRole('region', { name: 'Place your bet' });
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

async function openLesson(path: string): Promise<Page> {
  const { page } = await harness.openApp(path);
  await page.getByText('live', { exact: true }).waitFor();
  return page;
}

async function goToBet(page: Page): Promise<void> {
  while ((await bet(page).count()) === 0) await page.keyboard.press('ArrowRight');
}

async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

test('an open bet takes its letters from anywhere, unless something else wants them or single keys are off', async () => {
  const page = await openLesson('#/flows/logging-in');
  await page.keyboard.press('b');
  await goToBet(page);
  const option = bet(page).getByRole('button', { name: 'Only on the right' });
  await page.keyboard.press('/');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('bad');
  await leaveDialog(page);
  await page.keyboard.press('Control+b');
  await page.keyboard.press('e');
  await option.waitFor();
  await page.keyboard.press('?');
  await page.getByRole('row', { name: /A–D.*Place that bet/ }).waitFor();
  await page.getByRole('checkbox', { name: 'Single keys work anywhere on the page' }).click();
  await leaveDialog(page);
  await page.keyboard.press('b');
  await option.waitFor();
  await page.getByRole('button', { name: 'Help and keys' }).click();
  await page.getByRole('checkbox', { name: 'Single keys work anywhere on the page' }).click();
  await leaveDialog(page);
  await page.keyboard.press('b');
  await bet(page).getByText('Your bet: Only on the right').waitFor();
  expect(await focused(page)).toContain('Your bet: Only on the right');
});

test('on a phone the main button leads to an open bet first, and steps on at the second press', async () => {
  const page = await openLesson('#/flows/logging-in');
  await page.setViewportSize({ width: 390, height: 844 });
  const main = page.getByRole('button', { name: /next step/i });
  const position = (): Promise<string> => page.getByRole('slider', { name: 'Timeline' }).inputValue();
  while ((await bet(page).count()) === 0) await main.click();
  const before = await position();
  expect(await main.innerText()).toContain('Place your bet');
  await main.click();
  await expect
    .poll(() => focused(page))
    .toBe('The password was right. Which server now writes down that John is logged in?');
  expect(await position()).toBe(before);
  const last = await bet(page).getByRole('button', { name: 'On neither side' }).boundingBox();
  const transport = await page.getByRole('region', { name: 'Transport' }).boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(transport?.y ?? 0);
  expect(await main.innerText()).toContain('Next');
  await main.click();
  expect(await position()).toBe(String(Number(before) + 1));
});

test('on a phone a bet that was placed is not asked for again, and on a wide screen the button never waits', async () => {
  const page = await openLesson('#/flows/logging-in');
  const next = page.getByRole('button', { name: 'Next step', exact: true });
  await goToBet(page);
  expect(await next.innerText()).toContain('Next');
  await page.setViewportSize({ width: 390, height: 844 });
  await next.waitFor({ state: 'detached' });
  await page.keyboard.press('a');
  await next.click();
  await bet(page).getByText('Your bet was right').waitFor();
});
