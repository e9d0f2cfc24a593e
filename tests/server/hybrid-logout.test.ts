import { describe, expect, test } from 'vitest';
import { Bench, bodyOf, outside, refused } from './harness.ts';
import { INVALID_GRANT, login, logout, pairOf, profileStatus, refresh, rowsOf, withPair } from './hybrid-bench.ts';

describe('POST /hybrid/logout', () => {
  test('revokes the family, and leaves the access token good until it expires', async () => {
    const { bench, pair } = await withPair();
    const phone = pairOf(await login(bench));
    const response = await logout(bench, pair.refreshToken);
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({ success: true });
    expect((await rowsOf(bench, 'families')).map(({ revoked }) => revoked)).toEqual([bench.now, null]);
    expect(outside(await refresh(bench, pair.refreshToken))).toBe(INVALID_GRANT);
    expect((await refresh(bench, phone.refreshToken)).status).toBe(200);
    bench.now += 899;
    expect(await profileStatus(bench, pair.accessToken)).toBe(200);
    bench.now += 1;
    expect(await profileStatus(bench, pair.accessToken)).toBe(401);
  });

  test('ends the family by any of its tokens, a used one too', async () => {
    const { bench, pair } = await withPair();
    const next = pairOf(await refresh(bench, pair.refreshToken));
    await logout(bench, pair.refreshToken);
    expect(outside(await refresh(bench, next.refreshToken))).toBe(INVALID_GRANT);
  });

  test('answers the same for an unknown token and for one logged out already', async () => {
    const { bench, pair } = await withPair();
    const first = outside(await logout(bench, pair.refreshToken));
    bench.now += 10;
    expect(outside(await logout(bench, pair.refreshToken))).toBe(first);
    expect(outside(await logout(bench, 'unknown'))).toBe(first);
    expect((await rowsOf(bench, 'families')).map(({ revoked }) => revoked)).toEqual([bench.now - 10]);
  });

  test('takes a form as well', async () => {
    const { bench, pair } = await withPair();
    const form = `refreshToken=${pair.refreshToken}`;
    expect((await bench.send('POST', '/hybrid/logout', { form })).status).toBe(200);
    expect(outside(await refresh(bench, pair.refreshToken))).toBe(INVALID_GRANT);
  });

  test.each([
    ['no content', {}],
    ['broken JSON', { headers: [['Content-Type', 'application/json']], body: 'no' }],
    ['no token', { json: {} }],
    ['an empty token', { json: { refreshToken: '' } }],
    ['a number', { json: { refreshToken: 1 } }],
  ] as const)('calls %s a bad request', async (_, sending) => {
    const bench = await Bench.startWithSql();
    expect(outside(await bench.send('POST', '/hybrid/logout', sending))).toBe(
      refused(400, 'invalid_request', 'refreshToken is needed, as text'),
    );
  });
});
