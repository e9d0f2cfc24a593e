import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { Harness, OpenedApp } from './harness.ts';

const timeline = (page: Page) => page.getByRole('slider', { name: 'Timeline' });
export const live = (page: Page) => page.getByText('live', { exact: true });
export const recorded = (page: Page) => page.getByText('recorded', { exact: true });
export const position = async (page: Page): Promise<number> => Number(await timeline(page).inputValue());
export const again = (page: Page) => page.getByRole('button', { name: 'Try again' });

/** Steps through the whole lesson. */
export async function stepThrough(page: Page): Promise<void> {
  const stepCount = async (): Promise<number> => Number(await timeline(page).getAttribute('max'));
  await expect.poll(stepCount).toBeGreaterThan(5);
  if ((await position(page)) > 0) await page.getByRole('button', { name: 'First step' }).click();
  const steps = await stepCount();
  for (let step = 1; step <= steps; step += 1) {
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => position(page)).toBe(step);
  }
}

export async function change(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await live(page).waitFor();
}

/** Chrome asks its own service about any page with several fields; what is in them it does not tell. */
export const beyondAutofill = (strangers: readonly string[]): readonly string[] =>
  strangers.filter((host) => host !== 'content-autofill.googleapis.com:443');

/** In a browser that refuses service workers no file is kept: what was not fetched is not there. */
export async function openUnkept(
  harness: Harness,
  path = '',
  prepare?: (context: BrowserContext) => Promise<void>,
): Promise<OpenedApp> {
  const app = await harness.openApp(path, { serviceWorkers: 'block', ...(prepare && { prepare }) });
  await timeline(app.page).waitFor();
  return app;
}

/** The page’s link once it is that of the step on screen: the address follows a moment later. */
export async function linkOfStep(page: Page): Promise<string> {
  let last = '';
  const isSettled = (): boolean => {
    const before = last;
    last = page.url();
    return last === before && last.includes('at=');
  };
  await expect.poll(isSettled, { interval: 800 }).toBe(true);
  return last;
}
