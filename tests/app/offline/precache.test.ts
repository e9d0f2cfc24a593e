import { expect, test } from 'vitest';
import { cacheName, isSimulatedHost, keptAnswer, staleCaches, type AskedFor } from '#app/offline/precache.ts';

const SCOPE = 'https://host.test/some/path/';
const FILES = new Set(['', 'assets/index-1.js', 'licences.txt']);

function ask(path: string, more: Partial<AskedFor> = {}): AskedFor {
  const url = path.startsWith('https:') ? path : SCOPE + path;
  return { url, method: 'GET', mode: 'cors', simulated: false, ...more };
}

test('a built file is answered from what was kept', () => {
  expect(keptAnswer(ask('assets/index-1.js'), SCOPE, FILES)).toEqual({ kind: 'file', file: 'assets/index-1.js' });
});

test.each(['', 'index.html', '?from=mail'])('opening the page as "%s" is answered with the document', (path) => {
  const asked = ask(path, { mode: 'navigate' });
  expect(keptAnswer(asked, SCOPE, FILES)).toEqual({ kind: 'document', file: '' });
});

test('in development, where nothing is kept, the page comes from the network', () => {
  expect(keptAnswer(ask('', { mode: 'navigate' }), SCOPE, new Set())).toBeNull();
});

test.each([
  ['a simulated run', ask('licences.txt', { simulated: true })],
  ['another method', ask('licences.txt', { method: 'POST' })],
  ['a simulated host', ask('https://app.example/some/path/licences.txt')],
  ['a file that was not kept', ask('assets/index-2.js')],
  ['a query', ask('licences.txt?x')],
  ['another folder of the same host', ask('https://host.test/some/')],
  ['a page that is not the app', ask('licences.txt', { mode: 'navigate' })],
  ['the document as data', ask('')],
])('a request of %s is not answered from what was kept', (_what, asked) => {
  expect(keptAnswer(asked, SCOPE, FILES)).toBeNull();
});

test.each([
  ['https://app.example/users', true],
  ['https://blog.app.example/', true],
  ['https://example.com/', false],
  ['https://app.example.com/', false],
  ['http://localhost:4173/app.example', false],
])('%s is simulated: %s', (url, simulated) => {
  expect(isSimulatedHost(url)).toBe(simulated);
});

test('only other revisions of the same folder are stale', () => {
  const mine = cacheName(SCOPE, 'b');
  const names = [cacheName(SCOPE, 'a'), mine, cacheName('https://host.test/', 'a'), 'msw:active-clients'];
  expect(staleCaches(names, SCOPE, 'b')).toEqual([cacheName(SCOPE, 'a')]);
});
