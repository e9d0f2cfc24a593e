import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '#core/http.ts';
import { opened } from './forge.ts';
import {
  bearer,
  Bench,
  bodyOf,
  EXPIRED_TOKEN,
  INVALID_TOKEN,
  issuedTokens,
  JOHN,
  outside,
  withTokens,
  ZOYA,
} from './harness.ts';

const logout = (bench: Bench, access: string, refresh_token?: string): Promise<HttpResponse> =>
  bench.send('POST', '/jwt_logout.php', {
    headers: bearer(access),
    ...(refresh_token === undefined ? {} : { json: { refresh_token } }),
  });
const users = (bench: Bench, access: string): Promise<HttpResponse> =>
  bench.send('GET', '/jwt_users.php', { headers: bearer(access) });
const refresh = (bench: Bench, refresh_token: string): Promise<HttpResponse> =>
  bench.send('POST', '/jwt_refresh.php', { json: { refresh_token } });

describe('POST /jwt_logout.php', () => {
  test('changes nothing without a denylist: both tokens go on working', async () => {
    const { bench, tokens } = await withTokens();
    const before = bench.cell.state;
    const response = await logout(bench, tokens.access_token, tokens.refresh_token);
    expect([response.status, bodyOf(response)]).toEqual([200, { success: true }]);
    expect(bench.cell.state).toBe(before);
    expect(bench.stores()).toEqual([]);
    expect((await users(bench, tokens.access_token)).status).toBe(200);
    expect((await refresh(bench, tokens.refresh_token)).status).toBe(200);
    expect((await logout(bench, tokens.access_token)).status).toBe(200);
  });

  test('puts both tokens on the denylist by issuer and id, until nobody would accept them anyway', async () => {
    const { bench, tokens } = await withTokens({ denylist: true, leeway: 10 });
    expect((await logout(bench, tokens.access_token, tokens.refresh_token)).status).toBe(200);
    const access = (await opened(tokens.access_token)).claims;
    const renewal = (await opened(tokens.refresh_token)).claims;
    expect([...bench.cell.state.denylist.values()]).toEqual([
      { iss: 'https://app.example', jti: access['jti'], until: bench.now + 3_610 },
      { iss: 'https://app.example', jti: renewal['jti'], until: bench.now + 604_810 },
    ]);
    expect(outside(await users(bench, tokens.access_token))).toBe(INVALID_TOKEN);
    expect(bench.lastReason()).toBe('token-revoked');
    expect((await refresh(bench, tokens.refresh_token)).status).toBe(400);
    expect(outside(await logout(bench, tokens.access_token))).toBe(INVALID_TOKEN);
  });

  test('leaves the refresh token alone when it is not brought along', async () => {
    const { bench, tokens } = await withTokens({ denylist: true });
    await logout(bench, tokens.access_token);
    expect((await users(bench, tokens.access_token)).status).toBe(401);
    expect((await refresh(bench, tokens.refresh_token)).status).toBe(200);
  });

  test('ignores the refresh token of somebody else, and one that is no token', async () => {
    const { bench, tokens } = await withTokens({ denylist: true });
    const zoya = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: ZOYA }));
    expect((await logout(bench, tokens.access_token, zoya.refresh_token)).status).toBe(200);
    expect(bench.cell.state.denylist.size).toBe(1);
    expect((await refresh(bench, zoya.refresh_token)).status).toBe(200);
    expect((await logout(bench, zoya.access_token, 'garbage')).status).toBe(200);
  });

  test('is refused to an expired access token, whose refresh token survives', async () => {
    const { bench, tokens } = await withTokens({ denylist: true });
    bench.now += 3_600;
    expect(outside(await logout(bench, tokens.access_token, tokens.refresh_token))).toBe(EXPIRED_TOKEN);
    expect((await refresh(bench, tokens.refresh_token)).status).toBe(200);
  });

  test('forgets revoked tokens when their time has come', async () => {
    const { bench, tokens } = await withTokens({ denylist: true });
    await logout(bench, tokens.access_token);
    bench.now += 3_600;
    expect(outside(await users(bench, tokens.access_token))).toBe(EXPIRED_TOKEN);
    const next = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN }));
    await logout(bench, next.access_token);
    const { claims } = await opened(next.access_token);
    expect([...bench.cell.state.denylist.values()].map(({ jti }) => jti)).toEqual([claims['jti']]);
  });

  test('takes an empty content of any type, JSON or a form', async () => {
    const { bench, tokens } = await withTokens({ denylist: true });
    const headers = bearer(tokens.access_token);
    const form = `refresh_token=${tokens.refresh_token}`;
    expect((await bench.send('POST', '/jwt_logout.php', { headers, form })).status).toBe(200);
    expect(bench.cell.state.denylist.size).toBe(2);
    const again = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN }));
    const empty = [...bearer(again.access_token), ['Content-Type', 'text/plain']] as const;
    expect((await bench.send('POST', '/jwt_logout.php', { headers: empty })).status).toBe(200);
  });

  test('calls other content what it is before it looks at the token', async () => {
    const bench = await Bench.start();
    const send = (sending: object) => bench.send('POST', '/jwt_logout.php', sending);
    expect((await send({ json: [] })).status).toBe(400);
    expect((await send({ json: { refresh_token: 1 } })).status).toBe(400);
    expect((await send({ headers: [['Content-Type', 'text/xml']], body: '<x/>' })).status).toBe(415);
  });

  test.each([
    [[], 401],
    [[['Authorization', 'Bearer']], 400],
    [[['Authorization', 'Bearer x y']], 400],
    [[['Authorization', 'Basic x']], 401],
    [bearer('garbage'), 401],
  ] as const)('asks for a bearer token like every other address: %j gives %i', async (headers, status) => {
    const bench = await Bench.start();
    const [here, there] = [
      await bench.send('POST', '/jwt_logout.php', { headers }),
      await bench.send('GET', '/jwt_users.php', { headers }),
    ];
    expect(here.status).toBe(status);
    expect(outside(here)).toBe(outside(there));
  });
});
