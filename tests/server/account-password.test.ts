import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SCHEMES, type SchemeId } from '#core/schemes.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { Api, bodyOf, credentialOf, logIn, outside, pageStatus, WAYS, type Person } from './api-client.ts';
import { JOHN, ZOYA } from './harness.ts';

const PATH = '/account/password';
const NEXT = 'пароль 🔑 with many words';
const NEEDED = { error: 'invalid_request', message: 'old and new are needed, both as text, and new not empty' };

/** As each scheme's own client sends it: the hybrid's names its family. */
function content({ scheme, refresh }: Person, old = JOHN.password, next = NEXT): Record<string, string> {
  return { old, new: next, ...(scheme === 'hybrid' && refresh !== null ? { refreshToken: refresh } : {}) };
}

describe.each([
  ['headers', ['hybrid-access-lifetime=3600']],
  ['cookies', ['transport=cookie', 'refresh-transport=cookie', 'hybrid-access-lifetime=3600']],
] as const)('POST /account/password with %s', (mode, settings) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start(...settings);
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  describe.each(SCHEMES)('under %s', (scheme) => {
    test.each(['post', 'form'] as const)(
      'puts the new password in the place of the old one, sent by %s',
      async (as) => {
        const john = await logIn(api, scheme);
        const answer = await api[as](PATH, content(john), john.headers);
        expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
        for (const { login } of Object.values(WAYS)) {
          expect((await api.post(login, { ...JOHN, password: NEXT })).status).toBe(200);
          expect((await api.post(login, JOHN)).status).toBe(401);
          // The one that is right clears the count.
        }
        expect((await api.post('/login.php', { email: 'mei@example.com', password: JOHN.password })).status).toBe(200);
      },
    );

    test('ends every login there was, and hands out a new one of its kind', async () => {
      const before = await Promise.all(SCHEMES.map((other) => logIn(api, other)));
      const john = await logIn(api, scheme);
      const zoya = await logIn(api, scheme, ZOYA);
      await api.advance(1);
      const answer = await api.post(PATH, content(john), john.headers);
      const counts = { files: 1, rows: 1, families: 1 };
      const own = { 'php-session': 'files', 'sql-session': 'rows', hybrid: 'families' } as const;
      const ended = scheme === 'jwt' ? counts : { ...counts, [own[scheme]]: 2 };
      expect(bodyOf(answer)).toMatchObject({
        success: true,
        ended,
        cut_off: null,
        still_valid: [
          { credential: 'access_token', until: WORLD_EPOCH + 3_601 },
          { credential: 'refresh_token', until: WORLD_EPOCH + 604_801 },
        ],
      });
      const anew = credentialOf(scheme, answer);
      expect(Object.keys(anew.headers).toSorted()).toEqual(Object.keys(john.headers).toSorted());
      expect(anew.headers).not.toEqual(john.headers);
      expect(anew.refresh === null).toBe(john.refresh === null);
      expect(await pageStatus(api, anew)).toBe(200);
      expect(await pageStatus(api, zoya)).toBe(200);
      const statuses = await Promise.all([...before, john].map((one) => pageStatus(api, one)));
      const isKept = scheme === 'php-session' || scheme === 'sql-session';
      // What is signed goes on until its own end.
      expect(statuses).toEqual([401, 401, 200, 200, isKept ? 401 : 200]);
    });

    test('never answers with a password, a hash or a salt', async () => {
      const john = await logIn(api, scheme);
      const { body, headers } = await api.post(PATH, content(john), john.headers);
      expect(`${body}${JSON.stringify(headers)}`).not.toMatch(/horse|пароль|"hash"|"salt"|"password"/);
    });

    test('a wrong old one is answered like a wrong login, counts like one, and changes nothing', async () => {
      const john = await logIn(api, scheme);
      const wrong = outside(await api.post('/login.php', { ...JOHN, password: 'x' }));
      for (const old of ['', 'x', `${JOHN.password} `, NEXT]) {
        expect(outside(await api.post(PATH, content(john, old), john.headers))).toBe(wrong);
      }
      const blocked = await api.post(PATH, content(john), john.headers);
      expect([blocked.status, blocked.headers['retry-after'], bodyOf(blocked)['error']]).toEqual([
        429,
        '900',
        'too_many_attempts',
      ]);
      expect((await api.post('/session/login', JOHN)).status).toBe(429);
      expect(await pageStatus(api, john)).toBe(200);
      await api.advance(900);
      expect((await api.post(PATH, content(john), john.headers)).status).toBe(200);
      expect((await api.post('/login.php', JOHN)).status).toBe(401);
    });

    test('a right one clears the count', async () => {
      const john = await logIn(api, scheme);
      for (let i = 0; i < 4; i += 1) await api.post('/login.php', { ...JOHN, password: 'x' });
      const anew = credentialOf(scheme, await api.post(PATH, content(john), john.headers));
      expect(anew.headers).not.toEqual({});
      for (let i = 0; i < 5; i += 1) expect((await api.post('/login.php', JOHN)).status).toBe(401);
      expect((await api.post('/login.php', JOHN)).status).toBe(429);
    });

    test.each<[what: string, value: unknown]>([
      ['nothing', undefined],
      ['null', null],
      ['an array', ['a', 'b']],
      ['no new one', { old: JOHN.password }],
      ['no old one', { new: NEXT }],
      ['an empty new one', { old: JOHN.password, new: '' }],
      ['a number', { old: JOHN.password, new: 12_345_678 }],
      ['a list', { old: [JOHN.password], new: NEXT }],
      ['an object', { old: JOHN.password, new: { a: 1 } }],
      ['null for one', { old: null, new: NEXT }],
      ['a refresh token that is no text', { old: JOHN.password, new: NEXT, refreshToken: 7 }],
    ])('answers 400 to %s, before it looks who asks', async (_what, value) => {
      const john = await logIn(api, scheme);
      const answer = await api.post(PATH, value, john.headers);
      expect([answer.status, bodyOf(answer)]).toEqual([400, NEEDED]);
      expect(outside(await api.post(PATH, value))).toBe(outside(answer));
      expect((await api.post(WAYS[scheme].login, JOHN)).status).toBe(200);
    });

    test('lets nobody do it again with what has ended, unless it is signed', async () => {
      const john = await logIn(api, scheme);
      await api.post(PATH, content(john), john.headers);
      const again = await api.post(PATH, content(john, NEXT, 'third'), john.headers);
      expect(again.status).toBe(scheme === 'php-session' || scheme === 'sql-session' ? 401 : 200);
    });
  });

  test.each<[status: number, what: string, send: () => ReturnType<Api['send']>]>([
    [405, 'GET', () => api.send('GET', PATH)],
    [405, 'HEAD', () => api.send('HEAD', PATH)],
    [413, 'too much', () => api.send('POST', PATH, { 'content-type': 'x/y' }, Buffer.alloc(1_048_577))],
    [415, 'text', () => api.send('POST', PATH, { 'content-type': 'text/plain' }, '{"old":"a","new":"b"}')],
    [401, 'what is asked rightly', () => api.post(PATH, { old: 'a', new: 'b' })],
  ])('answers a stranger %i to %s', async (status, _what, send) => {
    expect((await send()).status).toBe(status);
  });

  test('a disabled user gets no new credential for an old token', async () => {
    const zoyas = await Promise.all((['jwt', 'hybrid'] as const).map((scheme) => logIn(api, scheme, ZOYA)));
    const john = await logIn(api, 'php-session');
    await api.post('/admin/disable', { user_id: 123 }, john.headers);
    for (const zoya of zoyas) {
      const answer = await api.post(PATH, content(zoya, ZOYA.password), zoya.headers);
      expect([answer.status, bodyOf(answer)['error']]).toEqual([401, 'invalid_credentials']);
    }
  });

  test('an access token alone is taken for the JWT scheme’s, and so is one with somebody else’s family', async () => {
    const [john, zoya] = [await logIn(api, 'hybrid'), await logIn(api, 'hybrid', ZOYA)];
    const authorization = john.headers['authorization'] ?? '';
    const foreign = mode === 'cookies' ? { cookie: zoya.headers['cookie'] ?? '' } : {};
    for (const answer of [
      await api.post(PATH, { old: JOHN.password, new: NEXT }, { authorization }),
      await api.post(PATH, { old: NEXT, new: 'x y z', refreshToken: zoya.refresh }, { authorization, ...foreign }),
    ]) {
      expect(bodyOf(answer)).toMatchObject({ success: true, refresh_token: expect.any(String), token_type: 'Bearer' });
      expect(bodyOf(answer)).not.toHaveProperty('accessToken');
    }
    expect(await pageStatus(api, zoya)).toBe(200);
    const traded = await api.post('/hybrid/refresh', { refreshToken: zoya.refresh }, zoya.headers);
    expect(traded.status).toBe(200);
  });
});

describe('with a cut-off', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start('cut-off=on');
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  test.each<SchemeId>(['jwt', 'hybrid'])(
    'a new password under %s ends every token but the new ones',
    async (scheme) => {
      const [laptop, phone] = [await logIn(api, scheme), await logIn(api, scheme)];
      const answer = await api.post(PATH, content(laptop), laptop.headers);
      expect(bodyOf(answer)).toMatchObject({ cut_off: WORLD_EPOCH + 1, still_valid: [] });
      const anew = credentialOf(scheme, answer);
      expect(await Promise.all([laptop, phone, anew].map((one) => pageStatus(api, one)))).toEqual([401, 401, 200]);
      const path = scheme === 'jwt' ? '/jwt_refresh.php' : '/hybrid/refresh';
      const trade = ({ refresh }: Person) => api.post(path, { refresh_token: refresh, refreshToken: refresh });
      expect([(await trade(phone)).status, (await trade(laptop)).status, (await trade(anew)).status]).toEqual([
        400, 400, 200,
      ]);
    },
  );
});

describe('POST /account/logout-everywhere', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start('transport=cookie', 'refresh-transport=cookie');
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  test.each(SCHEMES)('ends everything of the user’s under %s, and takes the cookie back', async (scheme) => {
    const all = await Promise.all(SCHEMES.map((other) => logIn(api, other)));
    const zoya = await logIn(api, scheme, ZOYA);
    const john = all[SCHEMES.indexOf(scheme)] as Person;
    const answer = await api.send('POST', '/account/logout-everywhere', john.headers);
    expect(bodyOf(answer)).toMatchObject({ success: true, ended: { files: 1, rows: 1, families: 1 }, cut_off: null });
    const names = (answer.headers['set-cookie'] ?? []).map((line) => line.replace(/=.*/, ''));
    const expected = { 'php-session': ['PHPSESSID'], 'sql-session': ['session'], jwt: ['access', 'refresh'] };
    expect(names).toEqual(scheme === 'hybrid' ? expected.jwt : expected[scheme]);
    for (const line of answer.headers['set-cookie'] ?? []) expect(line).toMatch(/=deleted; .*Max-Age=0; /);
    expect(await Promise.all(all.map((one) => pageStatus(api, one)))).toEqual([401, 401, 200, 200]);
    expect(await pageStatus(api, zoya)).toBe(200);
  });

  test('needs a login', async () => {
    expect((await api.send('POST', '/account/logout-everywhere')).status).toBe(401);
    expect((await api.send('GET', '/account/logout-everywhere')).status).toBe(405);
  });
});
