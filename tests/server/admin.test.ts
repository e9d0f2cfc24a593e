import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SCHEMES } from '#core/schemes.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { Api, bodyOf, credentialOf, logIn, outside, pageStatus, WAYS, type Person } from './api-client.ts';
import { JOHN, ZOYA } from './harness.ts';

const ROUTES = ['/admin/end-sessions', '/admin/role', '/admin/disable'] as const;
const ZOYAS = { user_id: 123, role: 'admin' };

/** Trades the refresh token, where the scheme has one, for what the next request carries. */
async function refreshed(api: Api, person: Person): Promise<Person | number> {
  const { scheme, refresh, headers } = person;
  const answer =
    scheme === 'jwt'
      ? await api.post('/jwt_refresh.php', { refresh_token: refresh })
      : await api.post('/hybrid/refresh', { refreshToken: refresh }, headers);
  return answer.status === 200 ? { ...credentialOf(scheme, answer), scheme } : answer.status;
}

describe.each([
  ['headers', []],
  ['cookies', ['transport=cookie', 'refresh-transport=cookie']],
] as const)('an admin’s requests with %s', (_mode, settings) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start(...settings);
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  describe.each(ROUTES)('POST %s', (path) => {
    test.each(SCHEMES)('takes the credential of %s, JSON or a form', async (scheme) => {
      const john = await logIn(api, scheme);
      const json = await api.post(path, ZOYAS, john.headers);
      expect([json.status, bodyOf(json)]).toMatchObject([200, { success: true }]);
      const form = await api.form(path, { user_id: '123', role: 'admin' }, john.headers);
      expect([form.status, Object.keys(bodyOf(form))]).toEqual([200, ['success', 'ended', 'cut_off', 'still_valid']]);
    });

    test('refuses whoever is no admin in the same bytes under every scheme, also about nobody', async () => {
      const answers = new Set<string>();
      for (const scheme of SCHEMES) {
        const zoya = await logIn(api, scheme, ZOYA);
        answers.add(outside(await api.post(path, ZOYAS, zoya.headers)));
        answers.add(outside(await api.post(path, { ...ZOYAS, user_id: 999 }, zoya.headers)));
      }
      expect(answers.size).toBe(1);
      const [answer = ''] = answers;
      const { status, body } = JSON.parse(answer) as { readonly status: number; readonly body: string };
      expect([status, JSON.parse(body)]).toEqual([403, { error: 'forbidden', message: 'Only an admin may do this' }]);
      expect((await api.post('/login.php', ZOYA)).status).toBe(200);
    });

    test('answers 404 to an admin about a user that nobody is', async () => {
      const john = await logIn(api, 'php-session');
      for (const user_id of [1, 43, 999, Number.MAX_SAFE_INTEGER]) {
        const answer = await api.post(path, { ...ZOYAS, user_id }, john.headers);
        expect([answer.status, bodyOf(answer)]).toEqual([
          404,
          { error: 'not_found', message: 'There is no such user' },
        ]);
      }
    });

    test('takes nothing but a whole number for a user, a good credential or none', async () => {
      const { headers } = await logIn(api, 'sql-session');
      const json = ['123', '', '123 OR 1=1', 123.5, 1e21, 2 ** 53, -123, 0, null, true, [], [123], {}, undefined];
      const answers = [];
      for (const user_id of json) {
        answers.push(await api.post(path, { ...ZOYAS, user_id }, headers), await api.post(path, { ...ZOYAS, user_id }));
      }
      const forms = ['', '0', '-1', '+123', '0x7b', '1e2', '123.0', ' 123', '٣', '99999999999999999999'];
      for (const user_id of forms) answers.push(await api.form(path, { user_id, role: 'admin' }, headers));
      expect(new Set(answers.map(outside)).size).toBe(1);
      expect(answers.map(({ status }) => status).filter((status) => status !== 400)).toEqual([]);
    });

    test.each<[status: number, what: string, send: () => ReturnType<Api['send']>]>([
      [405, 'GET', () => api.send('GET', path)],
      [405, 'HEAD', () => api.send('HEAD', path)],
      [405, 'DELETE', () => api.send('DELETE', path)],
      [413, 'too much', () => api.send('POST', path, { 'content-type': 'x/y' }, Buffer.alloc(1_048_577))],
      [415, 'text', () => api.send('POST', path, { 'content-type': 'text/plain' }, '{"user_id":123}')],
      [400, 'nothing', () => api.send('POST', path)],
      [400, 'an array', () => api.post(path, [123])],
      [400, 'null', () => api.post(path, null)],
      [400, 'broken JSON', () => api.send('POST', path, { 'content-type': 'application/json' }, '{')],
      [401, 'what an admin may ask', () => api.post(path, ZOYAS)],
    ])('answers a stranger %i to %s', async (status, _what, send) => {
      expect((await send()).status).toBe(status);
    });

    test('tells a stranger without a credential which kind has a name', async () => {
      const answer = await api.post(path, ZOYAS);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="app"');
      expect(bodyOf(answer)).toEqual({ error: 'unauthorized', message: 'You are not logged in' });
    });

    test.each<[what: string, headers: Record<string, string>, status: number, challenge: string | undefined]>([
      ['an unknown PHP id', { cookie: `PHPSESSID=${'0'.repeat(32)}` }, 401, undefined],
      ['an empty PHP id', { cookie: 'PHPSESSID=' }, 401, undefined],
      ['a bad token', { authorization: 'Bearer a.b.c' }, 401, 'Bearer realm="app", error="invalid_token"'],
      ['half a credential', { authorization: 'Bearer' }, 400, 'Bearer realm="app", error="invalid_request"'],
      ['an empty Authorization', { authorization: ' ' }, 401, 'Bearer realm="app"'],
    ])('answers %s as its scheme does', async (_what, headers, status, challenge) => {
      const answer = await api.post(path, ZOYAS, headers);
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([status, challenge]);
    });
  });

  test.each(['Admin', 'root', '', null, 1, ['admin'], {}, undefined, "admin'; --"])(
    'no role is called %j',
    async (role) => {
      const john = await logIn(api, 'hybrid');
      expect((await api.post('/admin/role', { user_id: 123, role }, john.headers)).status).toBe(400);
      const zoya = await logIn(api, 'sql-session', ZOYA);
      expect((await api.post('/admin/disable', { user_id: 42 }, zoya.headers)).status).toBe(403);
    },
  );

  test('ending a user’s logins takes all that the server keeps, and says what it cannot take', async () => {
    const zoyas = await Promise.all([...SCHEMES, ...SCHEMES].map((scheme) => logIn(api, scheme, ZOYA)));
    const johns = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme)));
    const answer = await api.post('/admin/end-sessions', { user_id: 123 }, johns[0]?.headers);
    expect(bodyOf(answer)).toEqual({
      success: true,
      ended: { files: 2, rows: 2, families: 2 },
      cut_off: null,
      still_valid: [
        { credential: 'access_token', until: WORLD_EPOCH + 3_600 },
        { credential: 'refresh_token', until: WORLD_EPOCH + 604_800 },
      ],
    });
    expect(await Promise.all(zoyas.slice(0, 4).map((one) => pageStatus(api, one)))).toEqual([401, 401, 200, 200]);
    expect(await refreshed(api, zoyas[2] as Person)).toMatchObject({ scheme: 'jwt' });
    expect(await refreshed(api, zoyas[3] as Person)).toBe(400);
    expect(await Promise.all(johns.map((one) => pageStatus(api, one)))).toEqual([200, 200, 200, 200]);
    const again = await api.post('/admin/end-sessions', { user_id: 123 }, johns[1]?.headers);
    expect(bodyOf(again)).toMatchObject({ ended: { files: 0, rows: 0, families: 0 } });
    await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme, ZOYA)));
  });

  test('an admin’s own logins are no exception', async () => {
    const [first, second] = [await logIn(api, 'php-session'), await logIn(api, 'php-session')];
    expect(bodyOf(await api.post('/admin/end-sessions', { user_id: 42 }, first.headers))).toMatchObject({
      ended: { files: 2 },
    });
    expect([await pageStatus(api, first), await pageStatus(api, second)]).toEqual([401, 401]);
  });

  test('a demoted admin goes on where the role was written down, and ends where it is read', async () => {
    const johns = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme)));
    await api.advance(10);
    const [helper] = johns;
    const answer = await api.post('/admin/role', { user_id: 42, role: 'member' }, helper?.headers);
    expect(bodyOf(answer)).toEqual({
      success: true,
      ended: { files: 0, rows: 0, families: 0 },
      cut_off: null,
      still_valid: [
        { credential: 'session_file', until: WORLD_EPOCH + 10 + 43_200 },
        { credential: 'access_token', until: WORLD_EPOCH + 10 + 3_600 },
      ],
    });
    const acting = (person: Person) => api.post('/admin/end-sessions', { user_id: 123 }, person.headers);
    const statuses = async (people: readonly Person[]) => {
      const answers = [];
      for (const person of people) answers.push((await acting(person)).status);
      return answers;
    };
    // The file has a copy, the table is asked, the tokens are signed.
    expect(await statuses(johns)).toEqual([200, 403, 200, 200]);
    const renewed = [await refreshed(api, johns[2] as Person), await refreshed(api, johns[3] as Person)];
    expect(await statuses(renewed as Person[])).toEqual([403, 403]);
    expect(await Promise.all(johns.map((one) => pageStatus(api, one)))).toEqual([200, 200, 200, 200]);
    const anew = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme)));
    expect(await statuses(anew)).toEqual([403, 403, 403, 403]);
  });

  test('somebody promoted becomes an admin where the role is read, and later where it is not', async () => {
    const zoyas = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme, ZOYA)));
    const john = await logIn(api, 'jwt');
    expect((await api.post('/admin/role', { user_id: 123, role: 'admin' }, john.headers)).status).toBe(200);
    const answers = await Promise.all(zoyas.map(({ headers }) => api.post('/admin/role', ZOYAS, headers)));
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 403, 403]);
  });

  test('a disabled user can neither log in nor refresh, in the bytes of a wrong password', async () => {
    const zoyas = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme, ZOYA)));
    const john = await logIn(api, 'hybrid');
    await api.advance(5);
    expect(bodyOf(await api.post('/admin/disable', { user_id: 123 }, john.headers))).toEqual({
      success: true,
      ended: { files: 1, rows: 1, families: 1 },
      cut_off: null,
      still_valid: [{ credential: 'access_token', until: WORLD_EPOCH + 5 + 3_600 }],
    });
    expect(await Promise.all(zoyas.map((one) => pageStatus(api, one)))).toEqual([401, 401, 200, 200]);
    expect(await Promise.all(zoyas.slice(2).map((one) => refreshed(api, one)))).toEqual([400, 400]);
    for (const scheme of SCHEMES) {
      const { login } = WAYS[scheme];
      const right = await api.post(login, ZOYA);
      expect(outside(right)).toBe(outside(await api.post(login, { ...JOHN, password: 'x' })));
      if (scheme !== 'hybrid') await api.post('/login.php', JOHN);
    }
    // They count as failures as well, so that not even the counter tells them apart.
    expect((await api.post('/login.php', { ...ZOYA, password: 'x' })).status).toBe(401);
    expect((await api.post('/login.php', ZOYA)).status).toBe(429);
    expect((await api.post('/admin/disable', { user_id: 123 }, john.headers)).status).toBe(200);
  });
});

describe('with a cut-off', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start('cut-off=on', 'leeway=60');
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  const later = [0, 1, 30];
  test.each(later)('ended logins stay ended, tokens too, and a new one holds, %i s later', async (seconds) => {
    const zoyas = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme, ZOYA)));
    const johns = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme)));
    await api.advance(seconds);
    expect(bodyOf(await api.post('/admin/end-sessions', { user_id: 123 }, johns[2]?.headers))).toEqual({
      success: true,
      ended: { files: 1, rows: 1, families: 1 },
      cut_off: WORLD_EPOCH + seconds + 1,
      still_valid: [],
    });
    const anew = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme, ZOYA)));
    const statuses = (people: readonly Person[]) => Promise.all(people.map((one) => pageStatus(api, one)));
    expect(await statuses(zoyas)).toEqual([401, 401, 401, 401]);
    expect(await Promise.all(zoyas.slice(2).map((one) => refreshed(api, one)))).toEqual([400, 400]);
    expect(await statuses(johns)).toEqual([200, 200, 200, 200]);
    expect(await statuses(anew)).toEqual([200, 200, 200, 200]);
    const renewed = await Promise.all(anew.slice(2).map((one) => refreshed(api, one)));
    expect(await statuses(renewed as Person[])).toEqual([200, 200]);
  });

  test('a second one in the same second ends what was issued after the first', async () => {
    const john = await logIn(api, 'php-session');
    const end = () => api.post('/admin/end-sessions', { user_id: 123 }, john.headers);
    const between: Person[] = [];
    for (let i = 1; i <= 3; i += 1) {
      between.push(await logIn(api, 'jwt', ZOYA), await logIn(api, 'hybrid', ZOYA));
      expect(bodyOf(await end())).toMatchObject({ cut_off: WORLD_EPOCH + i });
    }
    expect(new Set(await Promise.all(between.map((one) => pageStatus(api, one))))).toEqual(new Set([401]));
    expect(await pageStatus(api, await logIn(api, 'jwt', ZOYA))).toBe(200);
  });

  test('a change of role refuses old tokens, and only the copy in the file goes on', async () => {
    const johns = await Promise.all(SCHEMES.map((scheme) => logIn(api, scheme)));
    const answer = await api.post('/admin/role', { user_id: 42, role: 'member' }, johns[3]?.headers);
    expect(bodyOf(answer)).toMatchObject({ still_valid: [{ credential: 'session_file' }] });
    const acting = await Promise.all(johns.map(({ headers }) => api.post('/admin/disable', { user_id: 207 }, headers)));
    expect(acting.map(({ status }) => status)).toEqual([200, 403, 401, 401]);
  });

  test('a disabled user’s tokens are refused at once', async () => {
    const zoya = await logIn(api, 'jwt', ZOYA);
    const john = await logIn(api, 'jwt');
    expect(bodyOf(await api.post('/admin/disable', { user_id: 123 }, john.headers))).toMatchObject({ still_valid: [] });
    expect(await pageStatus(api, zoya)).toBe(401);
  });
});

describe('several credentials in one request', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start();
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  test('the first of Authorization, session-id and PHPSESSID decides, good or bad', async () => {
    const [php, sql, jwt] = [await logIn(api, 'php-session'), await logIn(api, 'sql-session'), await logIn(api, 'jwt')];
    const status = async (headers: Record<string, string>) =>
      (await api.post('/admin/role', { ...ZOYAS, role: 'member' }, headers)).status;
    expect(await status({ ...php.headers, authorization: 'Bearer x.y.z' })).toBe(401);
    expect(await status({ ...sql.headers, authorization: 'Bearer x.y.z' })).toBe(401);
    expect(await status({ ...php.headers, 'session-id': 'x' })).toBe(401);
    expect(await status({ ...jwt.headers, 'session-id': 'x', cookie: 'PHPSESSID=x' })).toBe(200);
    expect(await status({ ...sql.headers, cookie: 'PHPSESSID=x' })).toBe(200);
    const zoya = await logIn(api, 'php-session', ZOYA);
    expect(await status({ ...zoya.headers, ...sql.headers })).toBe(200);
    expect(await status({ ...php.headers, ...(await logIn(api, 'jwt', ZOYA)).headers })).toBe(403);
  });
});
