import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { header, headerValues, type HeaderList, type HttpResponse } from '#core/http.ts';
import type { Settings } from '#core/settings.ts';
import { Api, bodyOf as apiBodyOf, logIn, outside as apiOutside } from './api-client.ts';
import { ACCESS_HEADER, accessPayload, forge } from './forge.ts';
import { bearer, Bench, bodyOf, EXPIRED_TOKEN, INVALID_TOKEN, JOHN, outside, refused, SECRET } from './harness.ts';

const COOKIE = { transport: 'cookie' } as const;
const STRANGER = refused(401, 'unauthorized', 'You are not logged in');
const NO_TOKEN = refused(401, 'unauthorized', 'You are not logged in', [['WWW-Authenticate', 'Bearer realm="app"']]);
const CLEARED = 'deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax';

const cookies = (response: HttpResponse): readonly string[] => headerValues(response.headers, 'Set-Cookie');
const cookie = (field: string): HeaderList => [['Cookie', field]];
/** `name=value` of the only cookie that an answer sets. */
const issued = (response: HttpResponse): string => cookies(response)[0]?.split(';', 1).join('') ?? '';

async function loggedIn(path: string, settings: Partial<Settings> = {}): Promise<{ bench: Bench; pair: string }> {
  const bench = await Bench.startWithSql({ ...COOKIE, ...settings });
  return { bench, pair: issued(await bench.send('POST', path, { json: JOHN })) };
}

describe('SQL sessions with their id in a cookie', () => {
  test('sets it out of reach of scripts, and keeps it out of body and header', async () => {
    const bench = await Bench.startWithSql(COOKIE);
    const response = await bench.send('POST', '/session/login', { json: JOHN });
    expect(cookies(response)).toEqual([
      expect.stringMatching(/^__Host-session=[0-9a-f]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(bodyOf(response)).toEqual({ status: 'success', data: {} });
    expect([header(response.headers, 'session-id'), header(response.headers, 'Cache-Control')]).toEqual([
      null,
      'no-store',
    ]);
  });

  test.each([
    ['GET', '/session/profile'],
    ['POST', '/session/mydata'],
    ['GET', '/session/devices'],
    ['POST', '/session/logout-everywhere'],
  ])('is recognised by it alone: %s %s', async (method, path) => {
    const { bench, pair } = await loggedIn('/session/login');
    const id = pair.slice('__Host-session='.length);
    const wrong: readonly HeaderList[] = [
      [],
      [['session-id', id]],
      cookie(`session=${id}`),
      cookie(`__host-session=${id}`),
      cookie('__Host-session='),
      cookie(`__Host-session="${id}"`),
      cookie(`__Host-session=${id}0`),
      cookie(`__Host-session=' OR '1'='1`),
      cookie(`__Host-session=x; __Host-session=${id}`),
      [['session-id', id], ...cookie('__Host-session=x')],
    ];
    for (const headers of wrong) expect(outside(await bench.send(method, path, { headers }))).toBe(STRANGER);
    const headers = [...cookie(`other=1; ${pair}`), ['session-id', 'x'] as const];
    expect((await bench.send(method, path, { headers })).status).toBe(200);
  });

  test('never writes the id down, and its row is as in a header', async () => {
    const { bench, pair } = await loggedIn('/session/login');
    await bench.send('GET', '/session/profile', { headers: cookie(pair) });
    expect(JSON.stringify(bench.recorded)).not.toContain(pair.split('=')[1]);
    expect(bench.authentication()).toEqual(['read sessions', 'write sessions']);
  });

  test.each(['/session/logout', '/session/logout-everywhere'])('%s clears it', async (path) => {
    const { bench, pair } = await loggedIn('/session/login');
    const response = await bench.send('POST', path, { headers: cookie(pair) });
    expect([response.status, cookies(response)]).toEqual([200, [`__Host-session=${CLEARED}`]]);
    expect(outside(await bench.send('GET', '/session/profile', { headers: cookie(pair) }))).toBe(STRANGER);
  });

  test('a logout without a session clears it all the same, again and again', async () => {
    const { bench, pair } = await loggedIn('/session/login');
    const first = outside(await bench.send('POST', '/session/logout', { headers: cookie(pair) }));
    expect(outside(await bench.send('POST', '/session/logout', { headers: cookie(pair) }))).toBe(first);
    expect(outside(await bench.send('POST', '/session/logout'))).toBe(first);
  });

  test('a planted cookie is not adopted', async () => {
    const { bench } = await loggedIn('/session/login');
    const headers = cookie('__Host-session=00000000000000000000000000000000');
    const pair = issued(await bench.send('POST', '/session/login', { json: JOHN, headers }));
    expect(pair).not.toContain('0000000000000000');
    expect(outside(await bench.send('GET', '/session/profile', { headers }))).toBe(STRANGER);
  });
});

describe('the JWT scheme with its access token in a cookie', () => {
  test('sets it out of reach of scripts, and the refresh token stays in the body', async () => {
    const bench = await Bench.start(COOKIE);
    const response = await bench.send('POST', '/jwt_login.php', { json: JOHN });
    expect(cookies(response)).toEqual([
      expect.stringMatching(/^__Host-access=[\w-]+\.[\w-]+\.[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(bodyOf(response)).toEqual({
      success: true,
      user: { id: 42, user_name: 'John Doe', role: 'admin' },
      refresh_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3_600,
    });
  });

  test('fits a cookie under every algorithm', async () => {
    for (const algorithm of ['HS256', 'RS256', 'EdDSA'] as const) {
      const { pair } = await loggedIn('/jwt_login.php', { algorithm });
      expect(pair.length).toBeLessThan(4_096);
    }
  });

  test('is recognised by the cookie alone', async () => {
    const { bench, pair } = await loggedIn('/jwt_login.php');
    const token = pair.slice('__Host-access='.length);
    const users = async (headers: HeaderList) => outside(await bench.send('GET', '/jwt_users.php', { headers }));
    for (const headers of [[], bearer(token), cookie('__Host-access='), cookie(`access=${token}`)]) {
      expect(await users(headers)).toBe(NO_TOKEN);
    }
    for (const text of ['x', 'Bearer', `Bearer ${token}`, `${token}.`, `"${token}"`, 'a b c', token.toUpperCase()]) {
      expect(await users(cookie(`__Host-access=${text}`))).toBe(INVALID_TOKEN);
    }
    const headers: HeaderList = [...cookie(pair), ['Authorization', 'Bearer x.y.z']];
    expect((await bench.send('GET', '/jwt_users.php', { headers })).status).toBe(200);
  });

  test('a header mode does not look at the cookie', async () => {
    const { bench, pair } = await loggedIn('/jwt_login.php');
    bench.settings = { ...bench.settings, transport: 'header' };
    expect(outside(await bench.send('GET', '/jwt_users.php', { headers: cookie(pair) }))).toBe(NO_TOKEN);
    const headers = bearer(pair.slice('__Host-access='.length));
    expect((await bench.send('GET', '/jwt_users.php', { headers })).status).toBe(200);
  });

  test('forgeries and refresh tokens in it are bad tokens, an old one is told so', async () => {
    const { bench, pair } = await loggedIn('/jwt_login.php');
    const claims = accessPayload(bench.now);
    const login = await bench.send('POST', '/jwt_login.php', { json: JOHN });
    const { refresh_token } = bodyOf(login) as { readonly refresh_token: string };
    const users = async (text: string) =>
      outside(await bench.send('GET', '/jwt_users.php', { headers: cookie(`__Host-access=${text}`) }));
    expect(await users(refresh_token)).toBe(INVALID_TOKEN);
    expect(await users(forge({ alg: 'none', typ: 'at+jwt' }, claims))).toBe(INVALID_TOKEN);
    expect(await users(forge(ACCESS_HEADER, claims, 'sha256', SECRET.slice(1)))).toBe(INVALID_TOKEN);
    bench.now += 3_600;
    expect(await users(pair.slice('__Host-access='.length))).toBe(EXPIRED_TOKEN);
  });

  test('a refresh sets a new one, and brings none in its body', async () => {
    const bench = await Bench.start(COOKIE);
    const login = await bench.send('POST', '/jwt_login.php', { json: JOHN });
    const { refresh_token } = bodyOf(login) as { readonly refresh_token: string };
    const response = await bench.send('POST', '/jwt_refresh.php', { json: { refresh_token } });
    expect(bodyOf(response)).toEqual({ success: true, token_type: 'Bearer', expires_in: 3_600 });
    expect(issued(response)).toMatch(/^__Host-access=/);
    expect(issued(response)).not.toBe(issued(login));
    expect((await bench.send('GET', '/jwt_users.php', { headers: cookie(issued(response)) })).status).toBe(200);
    expect((await bench.send('POST', '/jwt_refresh.php', { headers: cookie(issued(response)) })).status).toBe(400);
  });

  test('a logout clears it, and with a denylist ends it; an expired one can do neither', async () => {
    const { bench, pair } = await loggedIn('/jwt_login.php', { denylist: true });
    const logout = () => bench.send('POST', '/jwt_logout.php', { headers: cookie(pair) });
    const response = await logout();
    expect([response.status, cookies(response)]).toEqual([200, [`__Host-access=${CLEARED}`]]);
    const again = await logout();
    expect([outside(again), cookies(again)]).toEqual([INVALID_TOKEN, []]);
    bench.now += 3_600;
    const { pair: old, bench: other } = await loggedIn('/jwt_login.php');
    other.now += 3_600;
    expect(outside(await other.send('POST', '/jwt_logout.php', { headers: cookie(old) }))).toBe(EXPIRED_TOKEN);
  });
});

describe('over plain http, from outside', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start('transport=cookie', 'refresh-transport=cookie');
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  test.each([
    ['sql-session', '/session/login', 'session', 'Lax'],
    ['jwt', '/jwt_login.php', 'access', 'Lax'],
    ['hybrid', '/hybrid/login', 'refresh', 'Strict'],
  ] as const)('%s loses prefix and Secure', async (_scheme, path, name, sameSite) => {
    const answer = await api.post(path, JOHN);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^${name}=[\\w.-]+; Path=/; HttpOnly; SameSite=${sameSite}$`)),
    ]);
    expect(answer.headers['session-id']).toBeUndefined();
    const carriers = ['sessionId', 'access_token', 'refreshToken'];
    expect(Object.keys(apiBodyOf(answer)).filter((member) => carriers.includes(member))).toEqual([]);
  });

  test('a HEAD has the headers of its GET', async () => {
    const john = await logIn(api, 'jwt');
    const head = await api.send('HEAD', '/jwt_users.php', john.headers);
    const get = await api.send('GET', '/jwt_users.php', john.headers);
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']]);
  });

  test('the hybrid’s access token goes on in its header, which the JWT scheme does not look at', async () => {
    const john = await logIn(api, 'hybrid');
    expect((await api.send('GET', '/hybrid/profile', john.headers)).status).toBe(200);
    expect((await api.send('GET', '/jwt_users.php', john.headers)).status).toBe(401);
  });

  test('the page’s own scheme of cookie is what an admin route takes', async () => {
    for (const scheme of ['sql-session', 'jwt'] as const) {
      const john = await logIn(api, scheme);
      expect((await api.post('/admin/end-sessions', { user_id: 207 }, john.headers)).status).toBe(200);
      const id = Object.values(john.headers)[0]?.split('=')[1] ?? '';
      const answer = await api.post('/admin/end-sessions', { user_id: 207 }, { 'session-id': id });
      expect(apiOutside(answer)).toBe(apiOutside(await api.post('/admin/end-sessions', { user_id: 207 })));
    }
  });
});
