import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { header } from '#core/http.ts';
import { ACCESS_HEADER, accessPayload, forge, opened } from './forge.ts';
import { bearer, Bench, bodyOf, EXPIRED_TOKEN, INVALID_TOKEN, issuedTokens, JOHN, outside, ZOYA } from './harness.ts';
import { login, pairOf, profileStatus, rowsOf, withPair } from './hybrid-bench.ts';

describe('POST /hybrid/login', () => {
  test('hands out a pair of tokens, the refresh token an opaque one of 256 bits', async () => {
    const bench = await Bench.startWithSql();
    const response = await login(bench);
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresIn: 900,
    });
    expect(header(response.headers, 'Cache-Control')).toBe('no-store');
    expect(header(response.headers, 'Set-Cookie')).toBeNull();
  });

  test('stores the hash of the refresh token, its family, user, device and absolute end', async () => {
    const { bench, pair } = await withPair();
    const hash = createHash('sha256').update(pair.refreshToken).digest('hex');
    expect(await rowsOf(bench, 'families')).toEqual([
      { id: 1, user_id: 42, device: 'unknown', created: bench.now, expires: bench.now + 604_800, revoked: null },
    ]);
    expect(await rowsOf(bench, 'refresh_tokens')).toEqual([
      { id: 1, token_hash: hash, family_id: 1, parent_id: null, issued: bench.now, used: null },
    ]);
  });

  test('begins a new family at each login and never gives the same token twice', async () => {
    const { bench, pair } = await withPair();
    const other = pairOf(await login(bench));
    expect(other.refreshToken).not.toBe(pair.refreshToken);
    expect((await rowsOf(bench, 'families')).map(({ id }) => id)).toEqual([1, 2]);
  });

  test('shares the count of failed logins with every other way to log in', async () => {
    const bench = await Bench.startWithSql();
    const wrong = { json: { ...JOHN, password: 'no' } };
    for (const path of ['/login.php', '/session/login', '/jwt_login.php', '/hybrid/login', '/hybrid/login']) {
      expect((await bench.send('POST', path, wrong)).status).toBe(401);
    }
    const response = await login(bench);
    expect(response.status).toBe(429);
    expect(header(response.headers, 'Retry-After')).toBe('900');
    expect(await rowsOf(bench, 'families')).toEqual([]);
  });

  test('signs an access token like the JWT scheme’s that lives 900 seconds', async () => {
    const { bench, pair } = await withPair();
    const { header: jose, claims } = await opened(pair.accessToken);
    expect(jose).toEqual({ alg: 'HS256', typ: 'at+jwt' });
    expect(claims).toMatchObject({
      iss: 'https://app.example',
      aud: 'https://app.example/api',
      sub: '42',
      user_id: 42,
      user_name: 'John Doe',
      role: 'admin',
      iat: bench.now,
      exp: bench.now + 900,
    });
  });
});

describe('GET /hybrid/profile', () => {
  test('tells who is asking', async () => {
    const { bench, pair } = await withPair();
    const response = await bench.send('GET', '/hybrid/profile', { headers: bearer(pair.accessToken) });
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({ user: { id: 42, user_name: 'John Doe', role: 'admin' } });
    expect(bench.authentication()).toEqual([]);
  });

  test('takes the JWT scheme’s access tokens, and that scheme takes its', async () => {
    const { bench, pair } = await withPair();
    const other = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: ZOYA }));
    const response = await bench.send('GET', '/hybrid/profile', { headers: bearer(other.access_token) });
    expect(bodyOf(response)).toEqual({ user: { id: 123, user_name: 'Zoya', role: 'member' } });
    expect((await bench.send('GET', '/jwt_users.php', { headers: bearer(pair.accessToken) })).status).toBe(200);
  });

  test('fails as the JWT scheme does', async () => {
    const { bench, pair } = await withPair();
    const ask = (value: string) => bench.send('GET', '/hybrid/profile', { headers: [['Authorization', value]] });
    expect((await bench.send('GET', '/hybrid/profile')).status).toBe(401);
    expect((await ask('Bearer')).status).toBe(400);
    expect(outside(await ask(`Bearer ${pair.refreshToken}`))).toBe(INVALID_TOKEN);
    expect(outside(await ask(`Bearer ${pair.accessToken}x`))).toBe(INVALID_TOKEN);
    bench.now += 899;
    expect(await profileStatus(bench, pair.accessToken)).toBe(200);
    bench.now += 1;
    expect(outside(await ask(`Bearer ${pair.accessToken}`))).toBe(EXPIRED_TOKEN);
  });

  test.each(['042', ' 42', '42.0', '4.2e1'])(
    'knows nobody by the number %j, which is 42 to the database alone',
    async (sub) => {
      const { bench } = await withPair();
      const token = forge(ACCESS_HEADER, { ...accessPayload(bench.now), sub });
      const response = await bench.send('GET', '/hybrid/profile', { headers: bearer(token) });
      expect(outside(response)).toBe(INVALID_TOKEN);
      expect(bench.lastReason()).toBe('token-subject-unknown');
    },
  );

  test('knows nobody whose account is gone', async () => {
    const { bench, pair } = await withPair();
    const never = { now: 0, entropy: new Uint8Array(16) };
    await bench.cell.database?.run('DELETE FROM users WHERE id = ?', [42], never);
    const response = await bench.send('GET', '/hybrid/profile', { headers: bearer(pair.accessToken) });
    expect(outside(response)).toBe(INVALID_TOKEN);
    expect(bench.lastReason()).toBe('token-subject-unknown');
  });
});
