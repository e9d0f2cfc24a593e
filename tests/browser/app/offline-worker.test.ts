import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { afterAll, beforeAll, expect, test } from 'vitest';

const worker = setupWorker(http.get('https://app.example/users', () => HttpResponse.json({ users: [] })));

beforeAll(async () => {
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: '/sw.js' } });
});
afterAll(() => worker.stop());

test('the offline worker hands simulated requests to the handlers of the page', async () => {
  const response = await fetch('https://app.example/users');
  expect([response.status, await response.json()]).toEqual([200, { users: [] }]);
});

test('a simulated request that no handler answers fails instead of leaving', async () => {
  await expect(fetch('https://app.example/nothing')).rejects.toThrow(TypeError);
});

test('a request to our own files still passes', async () => {
  const response = await fetch('/mockServiceWorker.js');
  expect(response.headers.get('content-type')).toContain('javascript');
});
