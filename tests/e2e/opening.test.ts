import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('/some/sub-path/');
});
afterAll(() => harness.close());

test('the built app opens under a sub-path without a complaint', async () => {
  const app = await harness.openApp();
  await app.page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(app.complaints).toEqual([]);
});

test('opening the app asks for nothing but its own files', async () => {
  const { page, requests, strangers } = await harness.openApp();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(requests.length).toBeGreaterThan(1);
  expect(requests.filter((url) => !url.startsWith(harness.url))).toEqual([]);
  expect(strangers).toEqual([]);
});

test('the policy stops inline scripts and requests to strangers', async () => {
  const { page } = await harness.openApp();
  const outcome = await page.evaluate(async () => {
    const blocked = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => blocked.add(event.blockedURI));
    const script = document.createElement('script');
    script.textContent = 'document.body.dataset.inline = "ran"';
    document.body.append(script);
    await fetch('https://stranger.test/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { inline: document.body.dataset['inline'], blocked: [...blocked].toSorted() };
  });
  expect(outcome).toEqual({ inline: undefined, blocked: ['https://stranger.test/', 'inline'] });
});

test('a host that reads the _headers file forbids framing', async () => {
  const response = await fetch(harness.url);
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});
