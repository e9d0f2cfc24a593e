import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LESSONS } from '#lessons/manifest.ts';
import { beyondAutofill, change, linkOfStep, live, openUnkept, position, recorded, stepThrough } from './driving.ts';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

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
    const { page, strangers } = await openUnkept(harness, '#/flows/logging-out');
    await live(page).waitFor();
    await page.getByTitle('through the page’s own interceptor').waitFor();
    await change(page, 'Switch the denylist on');
    await stepThrough(page);
    expect(beyondAutofill(strangers)).toEqual([]);
  });

  test('gone past by a shift-reload: the same, at the step where the reader was', async () => {
    const { page, context, strangers } = await harness.openApp('#/flows/logging-out');
    await live(page).waitFor();
    // Until it has taken the page over, a worker may still do so after the reload.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const before = await position(page);
    await page.getByRole('button', { name: 'Next step' }).click();
    await linkOfStep(page);
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

/** Opens a lesson by its name, and waits for its live run. */
async function openFromList(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'All lessons' }).click();
  await page.getByRole('dialog', { name: 'All lessons' }).getByRole('button', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await live(page).waitFor();
}

test('with the network gone once everything has loaded, every lesson, tab and change goes on', async () => {
  const { page, context, strangers } = await harness.openApp('#/flows/logging-in');
  await live(page).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // The SQL engine is kept from its first use on: a lesson has to have needed it once.
  await page.reload();
  await live(page).waitFor();
  await openFromList(page, 'Two tabs');
  await openFromList(page, 'Logging in');
  await context.setOffline(true);
  await page.reload();
  await live(page).waitFor();
  for (const name of ['Code', 'Token', 'Bytes', 'Try it', 'HTTP']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByText('Loading…').waitFor({ state: 'detached' });
  }
  for (const { title } of LESSONS) await openFromList(page, title);
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
