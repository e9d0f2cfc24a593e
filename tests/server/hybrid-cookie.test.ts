import { describe, expect, test } from 'vitest';
import { handle } from '#server/handle.ts';
import { header, type HttpResponse } from '#core/http.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { silentRecorder } from '#server/hosts/silent-recorder.ts';
import { createRandom } from '#world/random.ts';
import { Bench, bodyOf, JOHN, outside, refused } from './harness.ts';
import { cookieOf, INVALID_GRANT, login, rowsOf } from './hybrid-bench.ts';

const COOKIE = { refreshTransport: 'cookie' } as const;

const send = (bench: Bench, path: string, token: string): Promise<HttpResponse> =>
  bench.send('POST', path, { headers: [['Cookie', `other=1; __Host-refresh=${token}`]] });

const tokenIn = (response: HttpResponse): string => /^__Host-refresh=([\w-]{43});/.exec(cookieOf(response))?.[1] ?? '';

describe('the hybrid with its refresh token in a cookie', () => {
  test('sets it out of reach of scripts and other sites, and keeps it out of the body', async () => {
    const bench = await Bench.startWithSql(COOKIE);
    const response = await login(bench);
    expect(cookieOf(response)).toMatch(/^__Host-refresh=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(bodyOf(response)).toEqual({ accessToken: expect.any(String), expiresIn: 900 });
    expect(header(response.headers, 'Cache-Control')).toBe('no-store');
  });

  test('refreshes with nothing but the cookie, and rotates it', async () => {
    const bench = await Bench.startWithSql(COOKIE);
    const first = tokenIn(await login(bench));
    const response = await send(bench, '/hybrid/refresh', first);
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({ accessToken: expect.any(String), expiresIn: 900 });
    expect(tokenIn(response)).not.toBe(first);
    expect(tokenIn(response)).not.toBe('');
    expect(outside(await send(bench, '/hybrid/refresh', first))).toBe(INVALID_GRANT);
    expect(outside(await send(bench, '/hybrid/refresh', tokenIn(response)))).toBe(INVALID_GRANT);
  });

  test('does not listen to a token in the body', async () => {
    const bench = await Bench.startWithSql(COOKIE);
    const refreshToken = tokenIn(await login(bench));
    for (const path of ['/hybrid/refresh', '/hybrid/logout']) {
      expect(outside(await bench.send('POST', path, { json: { refreshToken } }))).toBe(
        refused(400, 'invalid_request', 'the cookie __Host-refresh is needed'),
      );
    }
  });

  test('clears the cookie at logout', async () => {
    const bench = await Bench.startWithSql(COOKIE);
    const token = tokenIn(await login(bench));
    const response = await send(bench, '/hybrid/logout', token);
    expect(response.status).toBe(200);
    expect(cookieOf(response)).toBe(
      '__Host-refresh=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    );
    expect((await rowsOf(bench, 'families')).map(({ revoked }) => revoked)).toEqual([bench.now]);
    expect(outside(await send(bench, '/hybrid/logout', token))).toBe(outside(response));
  });

  test('loses prefix and Secure over plain http, where no browser would take them', async () => {
    const bench = await Bench.startWithSql(COOKIE);
    const call = {
      server: bench.cell,
      recorder: silentRecorder,
      clock: { now: () => bench.now, micros: () => 0 },
      random: createRandom('plain'),
      settings: { ...DEFAULT_SETTINGS, ...COOKIE },
    };
    const post = (path: string, headers: readonly (readonly [string, string])[], json = '') =>
      handle({ method: 'POST', url: `http://127.0.0.1${path}`, headers, bytes: new TextEncoder().encode(json) }, call);
    const answer = await post('/hybrid/login', [['Content-Type', 'application/json']], JSON.stringify(JOHN));
    expect(cookieOf(answer)).toMatch(/^refresh=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = cookieOf(answer).split(';', 1).join('');
    expect((await post('/hybrid/refresh', [['Cookie', cookie]])).status).toBe(200);
  });
});
