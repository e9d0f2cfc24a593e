import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from '../../tools/headers-file.ts';
import { serve, type Serving } from '../../tools/serve.ts';

const above = mkdtempSync(join(tmpdir(), 'claimcheck-serve-'));
const folder = join(above, 'dist');
let serving: Serving;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(above, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Built</title>');
  writeFileSync(join(folder, 'assets/a.js'), 'export {};');
  writeFileSync(join(folder, '_headers'), '/*\n  X-All: yes\n/assets/*\n  Cache-Control: immutable\n');
  serving = await serve({ folder, port: 0, base: '/sub/path/' });
});
afterAll(async () => {
  await serving.close();
  rmSync(above, { recursive: true });
});

/** The status of a path sent as it is; `fetch` would tidy it up first. */
function statusOf(path: string): Promise<number | undefined> {
  const { port } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('the base means the document', async () => {
  const response = await fetch(serving.url);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toContain('Built');
});

test('a file carries the headers of every rule that covers it', async () => {
  const { headers } = await fetch(`${serving.url}assets/a.js`);
  expect([headers.get('x-all'), headers.get('cache-control')]).toEqual(['yes', 'immutable']);
});

test.each([
  '/sub/path/none.js',
  '/',
  '/sub/path',
  '/sub/path/../../secret.txt',
  '/sub/path/..%2fsecret.txt',
  '/sub/path/assets',
  '/sub/path/%',
  '/sub/path/%00',
  '//',
])('%s is not found', async (path) => {
  expect(await statusOf(path)).toBe(404);
});

test('nothing can be written', async () => {
  const response = await fetch(serving.url, { method: 'POST', body: 'x' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a port that is taken is an error with its code', async () => {
  const port = Number(new URL(serving.url).port);
  await expect(serve({ folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a later rule of a _headers file wins over an earlier one', () => {
  const rules = parseHeadersFile('# comment\n/*\n  A: 1\n  B: x: y\n\n/sw.js\n  A: 2\n');
  expect(headersFor(rules, '/sw.js')).toEqual({ a: '2', b: 'x: y' });
  expect(headersFor(rules, '/index.html')).toEqual({ a: '1', b: 'x: y' });
});

test.each(['  A: 1\n', '/*\n  no header\n'])('a _headers file that cannot be read is an error: %j', (text) => {
  expect(() => parseHeadersFile(text)).toThrow('_headers: cannot read');
});
