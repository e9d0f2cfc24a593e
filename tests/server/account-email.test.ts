import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SCHEMES } from '#core/schemes.ts';
import { Api, bodyOf, logIn, outside, pageStatus, WAYS } from './api-client.ts';
import { JOHN, ZOYA } from './harness.ts';

const NEEDED = {
  error: 'invalid_request',
  message: 'email is needed: an address that nobody else has',
};

describe.each([
  ['headers', []],
  ['cookies', ['transport=cookie', 'refresh-transport=cookie']],
] as const)('POST …/email with %s', (_mode, settings) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start(...settings);
  });
  beforeEach(() => api.reset());
  afterAll(() => api.stop());

  describe.each(SCHEMES)('under %s', (scheme) => {
    const path = WAYS[scheme].email;

    test.each(['post', 'form'] as const)('changes the address, sent by %s, for every login', async (as) => {
      const john = await logIn(api, scheme);
      const email = `new.${scheme}@example.com`;
      const answer = await api[as](path, { email }, john.headers);
      expect([answer.status, bodyOf(answer)]).toEqual([200, { success: true, email }]);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(await pageStatus(api, john)).toBe(200);
      for (const { login } of Object.values(WAYS)) {
        expect((await api.post(login, { ...JOHN, email })).status).toBe(200);
        expect((await api.post(login, JOHN)).status).toBe(401);
      }
    });

    test('keeps it trimmed and in lower case, as logins look for it', async () => {
      const john = await logIn(api, scheme);
      const answer = await api.post(path, { email: ' John+New@Example.ORG\n' }, john.headers);
      expect(bodyOf(answer)).toEqual({ success: true, email: 'john+new@example.org' });
    });

    test('answers the same when it is repeated, and to the address that is there already', async () => {
      const john = await logIn(api, scheme);
      const once = await api.post(path, { email: 'j@example.com' }, john.headers);
      expect(outside(await api.post(path, { email: 'j@example.com' }, john.headers))).toBe(outside(once));
    });

    test.each([
      [''],
      ['no'],
      ['@'],
      ['a@'],
      ['@b'],
      ['a@b@c'],
      ['a b@example.com'],
      ['a@exam ple.com'],
      ['a@example.com, b@example.com'],
      ['a@example.com\r\nBcc: b@example.com'],
      ['a@example.com\u0000'],
      ['ä@example.com'],
      ['a@ex\u00e4mple.com'],
      ['\u202ea@example.com'],
      ['\ud800@example.com'],
      ["'; DROP TABLE users; --"],
      ["x' OR '1'='1"],
      ['<script>alert(1)</script>@example.com'],
      ['"quoted"@example.com'],
      ['a@-example.com'],
      ['a@example..com'],
      ['a@[127.0.0.1]'],
      [`${'a'.repeat(300)}@example.com`],
      [null],
      [7],
      [true],
      [[]],
      [['a@example.com']],
      [{}],
      [{ toString: 'a@example.com' }],
    ])('refuses %j as no address, and changes nothing', async (email) => {
      const john = await logIn(api, scheme);
      const answer = await api.post(path, { email }, john.headers);
      expect([answer.status, bodyOf(answer)]).toEqual([400, NEEDED]);
      expect((await api.post(WAYS[scheme].login, JOHN)).status).toBe(200);
    });

    test.each(["o'brien@example.com", "'--@example.com", "x'/**/or/**/1=1@example.com"])(
      'keeps %j to the letter: it is no part of a statement',
      async (email) => {
        const john = await logIn(api, scheme);
        expect(bodyOf(await api.post(path, { email }, john.headers))).toEqual({ success: true, email });
        expect((await api.post(WAYS[scheme].login, { ...JOHN, email })).status).toBe(200);
        expect((await api.post(WAYS[scheme].login, ZOYA)).status).toBe(200);
      },
    );

    test('refuses another user’s address in the same bytes', async () => {
      const john = await logIn(api, scheme);
      const taken = await api.post(path, { email: 'ZOYA@example.com' }, john.headers);
      expect(outside(taken)).toBe(outside(await api.post(path, { email: 'no' }, john.headers)));
      expect((await api.post(WAYS[scheme].login, ZOYA)).status).toBe(200);
    });

    test.each<[status: number, what: string, send: () => Promise<{ readonly status: number }>]>([
      [405, 'GET', () => api.send('GET', path)],
      [405, 'HEAD', () => api.send('HEAD', path)],
      [405, 'PUT', () => api.send('PUT', path, {}, '{}')],
      [
        413,
        'too much, whatever it is',
        () => api.send('POST', path, { 'content-type': 'x/y' }, Buffer.alloc(1_048_577)),
      ],
      [415, 'text', () => api.send('POST', path, { 'content-type': 'text/plain' }, '{"email":"a@example.com"}')],
      [415, 'content of no type', () => api.send('POST', path, {}, '{"email":"a@example.com"}')],
      [400, 'nothing', () => api.send('POST', path)],
      [400, 'broken JSON', () => api.send('POST', path, { 'content-type': 'application/json' }, '{"email":')],
      [400, 'an array', () => api.post(path, ['a@example.com'])],
      [400, 'null', () => api.post(path, null)],
      [400, 'an empty form', () => api.form(path, {})],
      [400, 'no address', () => api.post(path, {})],
      [401, 'an address', () => api.post(path, { email: 'a@example.com' })],
    ])('answers a stranger %i to %s', async (status, _what, send) => {
      expect((await send()).status).toBe(status);
    });

    test('says how it can be asked', async () => {
      expect((await api.send('GET', path)).headers.allow).toBe('POST');
    });

    test('answers every stranger as its scheme does, and takes no other scheme’s credential', async () => {
      const nobody = await api.post(path, { email: 'a@example.com' });
      expect(outside(nobody)).toBe(outside(await api.send(...WAYS[scheme].page)));
      const isToken = scheme === 'jwt' || scheme === 'hybrid';
      const others = SCHEMES.filter(
        (other) => other !== scheme && !(isToken && (other === 'jwt' || other === 'hybrid')),
      );
      for (const other of others) {
        const { headers } = await logIn(api, other);
        expect(outside(await api.post(path, { email: 'a@example.com' }, headers))).toBe(outside(nobody));
      }
    });

    test('touches nobody’s failed logins', async () => {
      for (let i = 0; i < 4; i += 1) await api.post('/login.php', { ...JOHN, password: 'x' });
      const zoya = await logIn(api, scheme, ZOYA);
      expect((await api.post(path, { email: 'zoya2@example.com' }, zoya.headers)).status).toBe(200);
      expect((await api.post('/login.php', { ...JOHN, password: 'x' })).status).toBe(401);
      expect((await api.post('/login.php', JOHN)).status).toBe(429);
    });
  });
});
