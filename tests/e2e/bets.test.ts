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
  // The page learns a moment after it is gone that a dialog was closed.
  await expect
    .poll(async () => {
      await page.keyboard.press('b');
      return bet(page).getByText('Your bet: Only on the right').count();
    })
    .toBe(1);
  expect(await focused(page)).toContain('Your bet: Only on the right');
});
