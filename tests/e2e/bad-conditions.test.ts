import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LESSONS } from '#lessons/manifest.ts';
import { startHarness, type Harness, type OpenedApp } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

const timeline = (page: Page) => page.getByRole('slider', { name: 'Timeline' });
const live = (page: Page) => page.getByText('live', { exact: true });
const recorded = (page: Page) => page.getByText('recorded', { exact: true });
const position = async (page: Page): Promise<number> => Number(await timeline(page).inputValue());
const again = (page: Page) => page.getByRole('button', { name: 'Try again' });

/** Steps through the whole lesson. */
async function stepThrough(page: Page): Promise<void> {
  const stepCount = async (): Promise<number> => Number(await timeline(page).getAttribute('max'));
  await expect.poll(stepCount).toBeGreaterThan(5);
  if ((await position(page)) > 0) await page.getByRole('button', { name: 'First step' }).click();
  const steps = await stepCount();
  for (let step = 1; step <= steps; step += 1) {
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => position(page)).toBe(step);
  }
}

async function change(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await live(page).waitFor();
}

/** Chrome asks its own service about any page with several fields; what is in them it does not tell. */
const beyondAutofill = (strangers: readonly string[]): readonly string[] =>
  strangers.filter((host) => host !== 'content-autofill.googleapis.com:443');

/** In a browser that refuses service workers no file is kept: what was not fetched is not there. */
async function openUnkept(path = '', prepare?: (context: BrowserContext) => Promise<void>): Promise<OpenedApp> {
  const app = await harness.openApp(path, { serviceWorkers: 'block', ...(prepare && { prepare }) });
  await timeline(app.page).waitFor();
  return app;
}

/** A view whose code fails whenever it is drawn, in the place of the built one. */
const breaks = (name: string, view: string) => async (context: BrowserContext) => {
  await context.route(`**/assets/${name}-*.js`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export const ${view} = () => { throw new TypeError('rows is undefined'); };`,
    }),
  );
};

/** Those files cannot be had until the network is there again. */
async function without(pattern: RegExp): Promise<OpenedApp & { readonly mend: () => Promise<void> }> {
  const app = await openUnkept('', async (context) => {
    await context.route(pattern, (route) => route.abort());
  });
  return { ...app, mend: () => app.context.unroute(pattern) };
}

/** Nothing matters more: the page never goes blank. */
async function expectAlive(page: Page): Promise<void> {
  expect(await page.getByRole('link', { name: 'Claimcheck, home' }).isVisible()).toBe(true);
}

describe('storage', () => {
  test('blocked: it is said, the lesson plays and runs, and what was chosen holds for this visit', async () => {
    const { page, complaints } = await harness.openApp('', {
      before: () => {
        for (const area of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(globalThis, area, {
            get() {
              throw new DOMException('blocked', 'SecurityError');
            },
          });
        }
      },
    });
    await page.getByText('This browser keeps nothing for this page').waitFor();
    await live(page).waitFor();
    await stepThrough(page);
    await page.getByRole('button', { name: 'Theme: as the system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('full: it is said, and can be put away', async () => {
    const { page, complaints } = await harness.openApp('', {
      before: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      },
    });
    const said = page.getByText('There is no room left in this page’s storage');
    await said.waitFor();
    await page.getByRole('button', { name: 'Hide' }).click();
    await said.waitFor({ state: 'detached' });
    await live(page).waitFor();
    await stepThrough(page);
    expect(complaints).toEqual([]);
  });

  test('there and with room: nothing is said', async () => {
    const { page } = await harness.openApp();
    await live(page).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('stop 1 of').waitFor();
    expect(await page.getByText(/keeps nothing|no room left/).count()).toBe(0);
  });
});

describe('no worker', () => {
  test('refused: runs are live through the page’s own interceptor, which the chip says', async () => {
    const { page, strangers } = await openUnkept('#/flows/logging-out');
    await live(page).waitFor();
    await page.getByTitle('through the page’s own interceptor').waitFor();
    await change(page, 'Switch the denylist on');
    await stepThrough(page);
    expect(beyondAutofill(strangers)).toEqual([]);
  });

  test('gone past by a shift-reload: the same, at the step where the reader was', async () => {
    const { page, context, strangers } = await harness.openApp('#/flows/logging-out');
    await live(page).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const before = await position(page);
    const link = page.url();
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => page.url()).not.toBe(link);
    const devtools = await context.newCDPSession(page);
    const loaded = page.waitForEvent('load');
    await devtools.send('Page.reload', { ignoreCache: true });
    await loaded;
    await live(page).waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await page.getByTitle('through the page’s own interceptor').waitFor();
    expect(await position(page)).toBe(before + 1);
    await change(page, 'Switch the denylist on');
    expect(beyondAutofill(strangers)).toEqual([]);
  });

  test.each(['stopped', 'removed'] as const)('%s while the tab slept: a change made afterwards runs', async (fate) => {
    const { page, context, strangers } = await harness.openApp('#/flows/logging-out');
    await live(page).waitFor();
    const devtools = await context.newCDPSession(page);
    if (fate === 'stopped') {
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
    } else {
      const { origin } = new URL(harness.url);
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    }
    await change(page, 'Switch the denylist on');
    await stepThrough(page);
    expect(beyondAutofill(strangers)).toEqual([]);
  });
});

describe('plain http on a LAN', () => {
  test('it is said why nothing runs, and a lesson plays from its recording', async () => {
    const { page, strangers } = await harness.openApp('', { asOnLan: true });
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByText('This address is plain http').waitFor();
    await stepThrough(page);
    expect(await recorded(page).count()).toBe(1);
    expect(beyondAutofill(strangers)).toEqual([]);
  });

  test('every lesson opens from its recording', async () => {
    const { page } = await harness.openApp('', { asOnLan: true });
    for (const { title } of LESSONS) {
      await page.getByRole('button', { name: 'All lessons' }).click();
      await page.getByRole('dialog', { name: 'All lessons' }).getByRole('button', { name: title }).first().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await recorded(page).waitFor();
      await page.getByRole('button', { name: 'Last step' }).click();
      await expect.poll(() => position(page)).toBeGreaterThan(5);
    }
  });

  test('a change is not offered, with the reason, and what is open stays', async () => {
    const { page } = await harness.openApp('#/flows/logging-out', { asOnLan: true });
    await page.getByText('This address is plain http').waitFor();
    await page.getByRole('tab', { name: 'Try it' }).click();
    await page.getByText('Changes need the simulation, which cannot run here.').waitFor();
    const offered = page.getByRole('button', { name: 'Switch the denylist on' });
    expect(await offered.getAttribute('aria-disabled')).toBe('true');
    await offered.press('Enter');
    await recorded(page).waitFor();
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await page.getByLabel('Right system').selectOption({ index: 0 });
    await stepThrough(page);
  });

  test('the token bench decodes, and says that signatures cannot be checked there', async () => {
    const { page } = await harness.openApp('#/token', { asOnLan: true });
    await page.getByLabel('Try a sample').selectOption({ label: 'A good one' });
    await page.getByRole('treegrid').first().waitFor();
    await expect
      .poll(() => page.getByRole('status', { name: 'Signature' }).textContent())
      .toContain('Browsers withhold cryptography from pages on plain http');
    expect(await page.getByRole('status', { name: 'Format' }).textContent()).toContain('Well-formed JWT');
  });
});

describe('a fault in one panel', () => {
  test('is said in its place; the others go on, step by step', async () => {
    const { page } = await openUnkept('', breaks('bytes-tab', 'BytesTab'));
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

  test.each([
    ['header-tools', 'HeaderTools', 'The page’s tools'],
    ['inspector', 'Inspector', 'The inspector'],
    ['lesson-tools', 'LessonTools', 'The lesson’s tools'],
    ['announcer', 'Announcer', 'What is said to screen readers'],
  ])('in %s takes nothing else with it', async (file, view, name) => {
    const { page } = await openUnkept('', breaks(file, view));
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

test('with the network gone once everything has loaded, every lesson, tab and change goes on', async () => {
  const { page, context, strangers } = await harness.openApp('#/flows/logging-in');
  await live(page).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await live(page).waitFor();
  for (const name of ['Code', 'Token', 'Bytes', 'Try it', 'HTTP']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByText('Loading…').waitFor({ state: 'detached' });
  }
  for (const { title } of LESSONS) {
    await page.getByRole('button', { name: 'All lessons' }).click();
    await page.getByRole('dialog', { name: 'All lessons' }).getByRole('button', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await live(page).waitFor();
  }
  await page.keyboard.press('4');
  await page.getByRole('heading', { level: 1, name: 'Logging out' }).waitFor();
  await live(page).waitFor();
  await change(page, 'Switch the denylist on');
  await page.getByRole('link', { name: 'Token' }).click();
  await page.getByLabel('Try a sample').selectOption({ label: 'A good one' });
  await page.getByText('Matches this secret').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(beyondAutofill(strangers)).toEqual([]);
});
