import { setupServer } from 'msw/node';
import { describe, expect, test } from 'vitest';
import { answer } from '#server/hosts/answer.ts';
import { handlers } from '#server/hosts/msw.ts';
import { readWire, writeWire } from '#server/hosts/wire.ts';
import { silentRecorder } from '#server/hosts/silent-recorder.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { createRandom } from '#world/random.ts';
import { Bench, JOHN } from './harness.ts';

describe('a request that crossed fetch', () => {
  test('gets its true headers back, and loses those of the simulation', async () => {
    const request = new Request('https://app.example/users.php?x=1#part', {
      headers: {
        'x-sim-cookie': 'PHPSESSID=1; a=b',
        'x-sim-origin': 'https://app.example',
        'x-sim-device': 'laptop',
        'x-sim-run': '7',
        'x-sim-request': '9',
        accept: 'application/json',
      },
    });
    expect(await readWire(request)).toEqual({
      method: 'GET',
      url: 'https://app.example/users.php?x=1',
      headers: [
        ['accept', 'application/json'],
        ['Cookie', 'PHPSESSID=1; a=b'],
        ['User-Agent', 'Claimcheck (laptop)'],
        ['Origin', 'https://app.example'],
      ],
      bytes: new Uint8Array(),
    });
  });

  test('keeps its content byte by byte', async () => {
    const body = Uint8Array.of(0xff, 0, 0x80);
    const request = new Request('https://app.example/login.php', { method: 'POST', body });
    expect((await readWire(request)).bytes).toEqual(body);
  });

  test('names no device that there is not', async () => {
    const request = new Request('https://app.example/', { headers: { 'x-sim-device': 'toString' } });
    expect((await readWire(request)).headers).toEqual([]);
  });
});

describe('a response that will cross fetch', () => {
  test('carries its cookies under a name of our own, in order', async () => {
    const response = writeWire({
      status: 200,
      headers: [
        ['Set-Cookie', 'a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT'],
        ['Content-Type', 'application/json'],
        ['Set-Cookie', 'b=2'],
      ],
      body: '{}',
    });
    expect([...response.headers]).toEqual([
      ['content-type', 'application/json'],
      ['x-sim-set-cookie', '["a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT","b=2"]'],
    ]);
    expect([response.status, await response.text()]).toEqual([200, '{}']);
  });

  test('has no stand-in where no cookie is set', () => {
    expect([...writeWire({ status: 404, headers: [], body: '' }).headers]).toEqual([]);
  });
});

test('the Mock Service Worker catches every method to the site and nothing else', async () => {
  const { cell } = await Bench.start();
  const clock = { now: () => WORLD_EPOCH, micros: () => 0 };
  const random = createRandom('msw');
  const call = { server: cell, recorder: silentRecorder, clock, random, settings: DEFAULT_SETTINGS };
  const server = setupServer(...handlers((request) => answer(request, call)));
  const unhandled: string[] = [];
  server.listen({
    onUnhandledFrame({ frame }) {
      unhandled.push(frame.protocol);
      throw new Error('not sent');
    },
  });
  try {
    const login = await fetch('https://app.example/login.php', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(JOHN),
    });
    const cookies = JSON.parse(login.headers.get('x-sim-set-cookie') ?? '[]') as string[];
    expect(cookies).toEqual([expect.stringMatching(/^PHPSESSID=/)]);
    expect(login.headers.getSetCookie()).toEqual([]);
    const users = await fetch('https://app.example/users.php?a=b', {
      headers: { 'x-sim-cookie': cookies[0]?.split(';')[0] ?? '' },
    });
    expect(users.status).toBe(200);
    for (const method of ['DELETE', 'OPTIONS', 'PUT', 'PATCH', 'PROPFIND']) {
      expect((await fetch('https://app.example/login.php', { method })).status).toBe(405);
    }
    expect((await fetch('https://app.example/nothing/at/all')).status).toBe(404);
    expect(unhandled).toEqual([]);
    await fetch('https://evil.example/');
    expect(unhandled).toEqual(['http']);
  } finally {
    server.close();
  }
});
