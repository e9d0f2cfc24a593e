import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type AxeCore from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, type OpenedApp, startHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

const HEADER = '{"alg":"HS256","typ":"JWT"}';

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function token(payload: string, header = HEADER): string {
  return `${encode(header)}.${encode(payload)}.${'A'.repeat(43)}`;
}

async function openBench(path = '#/token', options?: Parameters<Harness['openApp']>[1]): Promise<OpenedApp> {
  const app = await harness.openApp(path, options);
  await app.page.getByRole('textbox', { name: 'Token' }).waitFor();
  await app.page.getByRole('tab', { name: 'Edit and sign' }).waitFor();
  return app;
}

async function status(page: Page, name: string): Promise<string> {
  return (await page.getByRole('status', { name }).textContent()) ?? '';
}

async function openSample(page: Page, name: string): Promise<void> {
  await page.getByLabel('Try a sample').selectOption({ label: name });
  await page.getByRole('treegrid').first().waitFor();
}

/** Pastes as a reader does, with the clipboard’s event, and waits until the payload is on screen. Milliseconds until then. */
async function paste(page: Page, text: string): Promise<number> {
  return page.evaluate(async (pasted) => {
    const area = document.querySelector('textarea');
    if (!area) throw new Error('no field');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const start = performance.now();
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    for (let frame = 0; frame < 600; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (document.querySelector('section[aria-label="Payload"]')) break;
    }
    return performance.now() - start;
  }, text);
}

/** The workbench behind the page goes on loading what is its own, and its files are kept for use without a network. */
async function untilQuiet(page: Page, requests: readonly string[]): Promise<void> {
  for (let seen = -1; requests.length > seen;) {
    seen = requests.length;
    await page.waitForTimeout(1500);
  }
}

test('tokens full of addresses are read without a single request', async () => {
  const { page, requests, strangers, complaints } = await openBench();
  await openSample(page, 'A good one');
  await page.getByText('Matches this secret').waitFor();
  await untilQuiet(page, requests);
  const before = requests.length;
  const header =
    '{"alg":"RS256","jku":"https://evil.example/jwks","x5u":"https://evil.example/x5u","kid":"https://evil.example/kid"}';
  const payload =
    '{"iss":"https://evil.example","picture":"https://evil.example/p.png","html":"<img src=https://evil.example/i.png>"}';
  const pasted = token(payload, header);
  await page.getByRole('textbox', { name: 'Token' }).fill(pasted);
  await page
    .getByText('header-key-url')
    .or(page.getByRole('region', { name: 'Findings' }))
    .first()
    .waitFor();
  await page.waitForTimeout(300);
  // The workbench behind the page asks its own simulated server whether it is there.
  expect(requests.slice(before).filter((url) => !url.endsWith('/claimcheck-probe'))).toEqual([]);
  expect(requests.filter((url) => ['evil', ...pasted.split('.')].some((part) => url.includes(part)))).toEqual([]);
  // Chrome asks its own service about any page with several fields; what is in them it does not tell.
  expect(strangers.filter((host) => host !== 'content-autofill.googleapis.com:443')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('pointing at a character of the field lights its member, and at a member its characters', async () => {
  const { page } = await openBench();
  await page.getByRole('textbox', { name: 'Token' }).fill(token('{"sub":"42","role":"admin"}'));
  const row = page.getByRole('row', { name: /^role/ });
  await row.hover();
  expect(await row.getAttribute('data-lit')).toBe('true');
  const box = await page.getByRole('textbox', { name: 'Token' }).boundingBox();
  if (!box) throw new Error('no field');
  await page.mouse.move(box.x + 60, box.y + 24);
  expect(await page.getByRole('row', { name: /^alg/ }).getAttribute('data-lit')).toBe('true');
  expect(await row.getAttribute('data-lit')).toBeNull();
});

test('a megabyte is read in the worker and drawn as far as it is in view', async () => {
  const { page, complaints } = await openBench();
  const claims = Array.from({ length: 5000 }, (_, i) => `"claim_${i}":"${'x'.repeat(130)}"`).join(',');
  const milliseconds = await paste(page, token(`{${claims}}`));
  expect(milliseconds).toBeLessThan(3000);
  const longest = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('textarea')].map(({ value }) => value.length)),
  );
  expect(longest).toBeLessThan(70_000);
  expect(await page.locator('[role="row"]').count()).toBeLessThan(200);
  expect(await status(page, 'Format')).toContain('Well-formed JWT');
  expect(complaints).toEqual([]);
});

test('a guessable secret is found in a worker of its own', async () => {
  const { page } = await openBench();
  await openSample(page, 'A guessable secret');
  await page.getByRole('tab', { name: 'Guess the secret' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Guess the secret' }).click();
  await page.getByRole('button', { name: 'Verify with it' }).click();
  await page.getByText('Matches, with a weak secret').waitFor();
  expect(await page.getByText(/guesses a second in this page/).count()).toBe(1);
});

test('a link opens its token and takes it out of the address', async () => {
  const shared = token('{"sub":"42"}');
  const { page } = await openBench(`#/token?t=${shared}`);
  expect(await page.getByRole('textbox', { name: 'Token' }).inputValue()).toBe(shared);
  expect(new URL(page.url()).hash).toBe('#/token');
});

test('nothing that was pasted is found in any storage, in the address or in the history', async () => {
  const { page, context } = await openBench();
  await openSample(page, 'A good one');
  await page.getByText('Matches this secret').waitFor();
  const state = await context.storageState();
  const text = JSON.stringify([state, page.url(), await page.evaluate(() => history.state as unknown)]);
  expect(text).not.toMatch(/eyJ|a-string-secret/);
});

type Axe = typeof AxeCore;
const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document);
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const STATES = [
  'A good one',
  'An expired one',
  'Not signed: alg none',
  'One name twice',
  'Encrypted (JWE)',
  'Selective disclosure (SD-JWT)',
];

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 320],
] as const)('no state has an accessibility violation or scrolls sideways (%s, %i px)', async (colorScheme, width) => {
  const { page } = await openBench('#/token', { colorScheme, viewport: { width, height: 900 } });
  expect(await violations(page)).toEqual([]);
  for (const name of STATES) {
    await openSample(page, name);
    expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ name, overflow: Math.max(0, overflow) }).toEqual({ name, overflow: 0 });
  }
});
