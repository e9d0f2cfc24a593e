import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';
import { violations } from './violations.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

test.each([
  ['light', desktop],
  ['dark', desktop],
  ['light', phone],
  ['dark', phone],
] as const)('the workbench breaks no rule in the middle of a run: %s, %o', async (colorScheme, viewport) => {
  const { page } = await harness.openApp('#/flows/protected-request', { colorScheme, viewport });
  await page.getByText('live', { exact: true }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  // On a phone the transport covers what is scrolled beneath it, which the rule for the size of targets takes for small.
  await page
    .getByRole('tablist', { name: 'Details of this step' })
    .evaluate((tabs) => tabs.scrollIntoView({ block: 'center' }));
  expect(await violations(page)).toEqual([]);
});

test.each(['HTTP', 'Code', 'Token', 'Bytes', 'Try it'])('the inspector’s %s tab breaks no rule', async (name) => {
  const { page } = await harness.openApp('#/flows/logging-in');
  await page.getByText('live', { exact: true }).waitFor();
  await page.keyboard.press('End');
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByText('Loading…').waitFor({ state: 'detached' });
  expect(await violations(page)).toEqual([]);
});

test.each([
  ['All lessons', 'All lessons'],
  ['Help and keys', 'Help'],
  ['Share', 'Share this step'],
  ['Settings of JWT', 'Settings on the right'],
  ['The steps in words', 'The steps in words'],
])('the dialog behind “%s” breaks no rule', async (button, title) => {
  const { page } = await harness.openApp();
  await page.getByText('live', { exact: true }).waitFor();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: button, exact: button !== 'Settings of JWT' }).click();
  await page.getByRole('dialog', { name: title }).waitFor();
  await page.getByText('Loading…').waitFor({ state: 'detached' });
  expect(await violations(page)).toEqual([]);
});

test('each step is announced once, and the slider says where it is', async () => {
  const { page } = await harness.openApp();
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await slider.waitFor();
  const announced = page.locator('output[aria-live="polite"]').first();
  expect(await announced.innerText()).toBe('');
  await page.getByRole('button', { name: 'Next step' }).click();
  expect(await announced.innerText()).toMatch(/^Step 1 of \d+\. Act\. Session: .+ JWT: .+/);
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Step 1 of \d+: Act$/);
});

test.each(['light', 'dark'] as const)(
  'in forced colours (%s) what has a fill of its own can be read, and what is chosen is marked',
  async (colorScheme) => {
    const { page } = await harness.openApp('#/flows/logging-in', { colorScheme });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.getByText('live', { exact: true }).waitFor();
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const fill = (role: 'button' | 'link', name: string) =>
      page.getByRole(role, { name, exact: true }).evaluate((element) => {
        const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(element);
        return { color, ground: backgroundColor, adjust: forcedColorAdjust };
      });
    const next = page.getByRole('button', { name: 'Next step' });
    const resting = await fill('button', 'Next step');
    await next.hover();
    await expect.poll(() => fill('button', 'Next step')).not.toEqual(resting);
    for (const { color, ground, adjust } of [resting, await fill('button', 'Next step'), await fill('link', 'Flows')]) {
      // Else the browser would put its own ground behind the text.
      expect(adjust).toBe('none');
      expect(ground).not.toBe(paper);
      expect(color).not.toBe(ground);
    }
    expect((await fill('link', 'Token')).ground).not.toBe((await fill('link', 'Flows')).ground);
  },
);
