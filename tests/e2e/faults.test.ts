import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { again, live, openUnkept, position, recorded, stepThrough } from './driving.ts';
import { startHarness, type Harness, type OpenedApp } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

/** A view whose code fails whenever it is drawn, in the place of the built one. */
const breaks = (name: string, view: string) => async (context: BrowserContext) => {
  await context.route(`**/assets/${name}-*.js`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export const ${view} = () => { throw new TypeError('rows is undefined'); };`,
    }),
  );
};

/** The file that holds several views, all of which fail whenever they are drawn. */
const breaksAllOf = (name: string) => async (context: BrowserContext) => {
  await context.route(`**/assets/${name}-*.js`, async (route) => {
    const built = await (await route.fetch()).text();
    const names = [...(/export\{([^}]*)\}/.exec(built)?.[1] ?? '').matchAll(/[\w$]+ as (\w+)/g)].map(([, as]) => as);
    await route.fulfill({
      contentType: 'text/javascript',
      body: `const fails = new Proxy(() => { throw new TypeError('rows is undefined'); }, { get: (_, key) => (key === 'then' ? undefined : fails) });
        export { ${names.map((as) => `fails as ${as}`).join(', ')} };`,
    });
  });
};

/** Those files cannot be had until the network is there again. */
async function without(pattern: RegExp): Promise<OpenedApp & { readonly mend: () => Promise<void> }> {
  const app = await openUnkept(harness, '', async (context) => {
    await context.route(pattern, (route) => route.abort());
  });
  return { ...app, mend: () => app.context.unroute(pattern) };
}

/** Nothing matters more: the page never goes blank. */
async function expectAlive(page: Page): Promise<void> {
  expect(await page.getByRole('link', { name: 'Claimcheck, home' }).isVisible()).toBe(true);
}

describe('a fault in one panel', () => {
  test('is said in its place; the others go on, step by step', async () => {
    const { page } = await openUnkept(harness, '', breaks('bytes-tab', 'BytesTab'));
    await live(page).waitFor();
    await page.getByRole('tab', { name: 'Bytes' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('rows is undefined').waitFor();
    expect(await alert.innerText()).toContain('The bytes view failed');
    await stepThrough(page);
    await page.getByRole('tab', { name: 'HTTP' }).click();
    await alert.waitFor({ state: 'detached' });
    await expectAlive(page);
  });

  test('in the page’s tools takes nothing else with it', async () => {
    const { page } = await openUnkept(harness, '', breaks('header-tools', 'HeaderTools'));
    await page.getByRole('alert').getByText('The page’s tools failed').waitFor();
    await stepThrough(page);
    await expectAlive(page);
  });

  test('in every part around the diagram is said in each place, and the steps go on', async () => {
    const { page } = await openUnkept(harness, '', breaksAllOf('workbench'));
    for (const name of ['The inspector', 'The lesson’s tools', 'What is said to screen readers'])
      await page.getByRole('alert').getByText(`${name} failed`).waitFor();
    await stepThrough(page);
    await expectAlive(page);
  });
});

describe('a file that does not come', () => {
  test.each([
    ['a tab', /\/assets\/bytes-tab-/, 'The bytes view', (page: Page) => page.getByRole('tab', { name: 'Bytes' })],
    [
      'a dialog',
      /\/assets\/(?:dialogs|help)-/,
      'The dialog',
      (page: Page) => page.getByRole('button', { name: 'Help and keys' }),
    ],
    [
      'the token bench',
      /\/assets\/bench-place-/,
      'The token bench',
      (page: Page) => page.getByRole('link', { name: 'Token' }),
    ],
  ] as const)(
    '%s: it is said, the rest goes on, and it comes when it is tried again',
    async (_, files, name, opener) => {
      const { page, mend } = await without(files);
      await live(page).waitFor();
      await opener(page).click();
      const said = page.getByRole('alert').getByText(`${name} could not be loaded`);
      await said.waitFor();
      await expectAlive(page);
      await again(page).click();
      await said.waitFor();
      await mend();
      await again(page).click();
      await said.waitFor({ state: 'detached' });
      await page.getByText('Loading…').waitFor({ state: 'detached' });
      expect(await page.getByRole('alert').count()).toBe(0);
      await expectAlive(page);
    },
  );

  test('the simulation: the recording plays, and the run follows once it is there', async () => {
    const { page, mend } = await without(/\/assets\/live-/);
    await page.getByText('The simulation could not be loaded').waitFor();
    await stepThrough(page);
    expect(await recorded(page).count()).toBe(1);
    await mend();
    await again(page).click();
    await live(page).waitFor();
    await page.getByText('The simulation could not be loaded').waitFor({ state: 'detached' });
  });

  test('a lesson: what is open goes on, and the lesson comes when it is tried again', async () => {
    const { page, mend } = await without(/\/assets\/logging-out-/);
    await live(page).waitFor();
    await page.keyboard.press('4');
    await page.getByText('“Logging out” could not be loaded').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Logging in' }).waitFor();
    await stepThrough(page);
    await mend();
    await again(page).click();
    await page.getByRole('heading', { level: 1, name: 'Logging out' }).waitFor();
    await live(page).waitFor();
    expect(await page.getByText('could not be loaded').count()).toBe(0);
  });

  test('what makes the keys work: a key pressed once it can be had makes its step', async () => {
    const { page, mend } = await without(/\/assets\/listen-/);
    await page.getByRole('button', { name: 'Next step' }).click();
    expect(await position(page)).toBe(1);
    await live(page).waitFor();
    await mend();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => position(page)).toBe(2);
  });

  test('what verifies tokens: it is said without a word against the token, and tried again', async () => {
    const { page, mend } = await without(/\/assets\/verify-/);
    await page.getByRole('link', { name: 'Token' }).click();
    await page.getByLabel('Try a sample').selectOption({ label: 'A good one' });
    const signature = page.getByRole('status', { name: 'Signature' });
    await expect.poll(() => signature.textContent()).toContain('What checks signatures could not be loaded');
    await mend();
    await signature.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Matches this secret').waitFor();
  });
});
