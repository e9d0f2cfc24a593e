import { describe, expect, test } from 'vitest';
import { fromWire, toWire } from '#browser/wire.ts';
import type { HttpRequest } from '#core/http.ts';

const TAGS = { device: 'phone', run: 'r1', request: 'x7' } as const;

const LOGIN: HttpRequest = {
  method: 'POST',
  url: 'https://app.example/login.php?x=1',
  headers: [
    ['Host', 'app.example'],
    ['User-Agent', 'Claimcheck (phone)'],
    ['Accept', 'application/json'],
    ['Content-Type', 'application/json'],
    ['Content-Length', '9'],
    ['Origin', 'https://app.example'],
    ['Cookie', 'PHPSESSID=0a; theme=dark'],
  ],
  body: '{"a":"ä"}',
};

describe('a request on the wire', () => {
  test('carries what a page may not set under names of our own, and nothing of it under its own', async () => {
    const request = toWire(LOGIN, TAGS);
    expect([...request.headers]).toEqual([
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
      ['x-sim-cookie', 'PHPSESSID=0a; theme=dark'],
      ['x-sim-device', 'phone'],
      ['x-sim-origin', 'https://app.example'],
      ['x-sim-request', 'x7'],
      ['x-sim-run', 'r1'],
    ]);
    expect({ method: request.method, url: request.url, body: await request.text() }).toEqual({
      method: 'POST',
      url: LOGIN.url,
      body: LOGIN.body,
    });
  });

  test('sends no real cookie and asks no cache', () => {
    expect(toWire(LOGIN, TAGS)).toMatchObject({ credentials: 'omit', cache: 'no-store' });
  });

  test('without a body has none', () => {
    expect(toWire({ ...LOGIN, body: '' }, TAGS).body).toBeNull();
    expect(toWire({ ...LOGIN, method: 'GET', body: '' }, TAGS).method).toBe('GET');
  });
});

describe('a response from the wire', () => {
  test('has its true names, in one order, the cookies last and each on its own', async () => {
    const response = new Response('{"success":true}', {
      status: 401,
      headers: {
        'x-sim-set-cookie': JSON.stringify(['a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT', 'b=2']),
        'www-authenticate': 'Bearer realm="app"',
        'content-type': 'application/json',
        'cache-control': 'no-store',
        etag: '"x"',
        'x-sim-run': 'r1',
      },
    });
    expect(await fromWire(response)).toEqual({
      status: 401,
      headers: [
        ['Cache-Control', 'no-store'],
        ['Content-Type', 'application/json'],
        ['ETag', '"x"'],
        ['WWW-Authenticate', 'Bearer realm="app"'],
        ['Set-Cookie', 'a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT'],
        ['Set-Cookie', 'b=2'],
      ],
      body: '{"success":true}',
    });
  });

  test.each([['"a=1"'], ['[1]'], ['{}'], ['null']])(
    'with cookies that are no list of strings is refused: %s',
    async (cookies) => {
      const response = new Response('', { headers: { 'x-sim-set-cookie': cookies } });
      await expect(fromWire(response)).rejects.toThrow(TypeError);
    },
  );
});
