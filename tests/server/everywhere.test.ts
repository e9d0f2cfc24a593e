import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '#core/http.ts';
import { everyRoute } from '#server/routes.ts';
import { Bench, JOHN, outside, refused, type Sending } from './harness.ts';

const MIB = 1_048_576;
const NOT_FOUND = refused(404, 'not_found', 'There is nothing at this address');
const TOO_LARGE = refused(413, 'content_too_large', 'The content is larger than 1 MiB');

const send = async (method: string, path: string, sending?: Sending): Promise<HttpResponse> =>
  (await Bench.startWithSql()).send(method, path, sending);

describe('what counts first when several things are wrong', () => {
  const big = new Uint8Array(MIB + 1);
  const xml = [['Content-Type', 'text/xml']] as const;
  const json = [['Content-Type', 'application/json']] as const;

  test.each<[status: number, why: string, method: string, path: string, sending: Sending]>([
    [404, 'before the method', 'DELETE', '/nothing', {}],
    [404, 'before the size', 'POST', '/nothing', { headers: xml, body: big }],
    [405, 'before the size', 'PUT', '/login.php', { headers: xml, body: big }],
    [405, 'before the credential', 'POST', '/users.php', {}],
    [413, 'before the media type', 'POST', '/login.php', { headers: xml, body: big }],
    [413, 'before the content', 'POST', '/login.php', { headers: json, body: big }],
    [413, 'where no content is needed', 'GET', '/users.php', { body: big }],
    [413, 'before the credential', 'POST', '/jwt_logout.php', { body: big }],
    [415, 'before the content', 'POST', '/login.php', { headers: xml, body: 'x' }],
    [400, 'before the credential', 'POST', '/jwt_logout.php', { headers: json, body: 'x' }],
  ])('%i %s: %s %s', async (status, _, method, path, sending) => {
    expect((await send(method, path, sending)).status).toBe(status);
  });

  test('400 before 429, and 429 before 401', async () => {
    const bench = await Bench.start();
    const wrong = { json: { ...JOHN, password: 'x' } };
    for (let i = 0; i < 5; i += 1) await bench.send('POST', '/login.php', wrong);
    expect((await bench.send('POST', '/login.php', { json: { email: JOHN.email } })).status).toBe(400);
    expect((await bench.send('POST', '/login.php', wrong)).status).toBe(429);
  });

  test('content of exactly 1 MiB is read', async () => {
    const response = await send('POST', '/login.php', { headers: json, body: ' '.repeat(MIB) });
    expect(response.status).toBe(400);
    expect(outside(await send('POST', '/login.php', { headers: json, body: ' '.repeat(MIB + 1) }))).toBe(TOO_LARGE);
  });
});

describe('addresses', () => {
  test.each([
    '/',
    '/login',
    '/Login.php',
    '/login.php/',
    '//login.php',
    '/login.php%2F',
    '/api/login.php',
    '/login.php%00',
    '/login.php;x=1',
    '/__proto__',
    '/__clock',
    '/session',
    '/hybrid',
  ])('%s leads nowhere', async (path) => {
    expect(outside(await send('POST', path, { json: JOHN }))).toBe(NOT_FOUND);
  });

  test.each(['/login.php?', '/login.php?next=/users.php', '/login%2Ephp', '/%6Cogin.php', '/x/../login.php'])(
    '%s leads to the login',
    async (path) => {
      expect((await send('POST', path, { json: JOHN })).status).toBe(200);
    },
  );
});

const taken = (method: string): readonly string[] => (method === 'GET' ? ['GET', 'HEAD'] : [method]);

describe('methods', async () => {
  const METHODS = [
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'CONNECT',
    'PURGE',
    'post',
    'X',
  ];

  test.each((await everyRoute()).map(({ method, path }) => [path, method]))(
    '%s takes %s only, and says so',
    async (path, method) => {
      const allow = taken(method).join(', ');
      const answer = refused(405, 'method_not_allowed', 'This address does not take this method', [['Allow', allow]]);
      for (const other of METHODS.filter((name) => !taken(method).includes(name) && name !== 'HEAD')) {
        expect({ other, answer: outside(await send(other, path)) }).toEqual({ other, answer });
      }
    },
  );

  test('HEAD is refused like GET where GET is, without the content', async () => {
    expect(await send('HEAD', '/login.php')).toEqual({ ...(await send('GET', '/login.php')), body: '' });
  });

  test('HEAD has the headers of GET and no content, also where there is nothing', async () => {
    for (const path of ['/users.php', '/jwt_users.php', '/nothing']) {
      const [get, head] = [await send('GET', path), await send('HEAD', path)];
      expect(head).toEqual({ ...get, body: '' });
    }
  });
});

test('every failure has exactly the members error and message', async () => {
  const failures = [
    await send('GET', '/nothing'),
    await send('GET', '/login.php'),
    await send('POST', '/login.php', { body: new Uint8Array(MIB + 1) }),
    await send('POST', '/login.php', { body: 'x' }),
    await send('POST', '/login.php'),
    await send('POST', '/login.php', { json: { ...JOHN, password: 'x' } }),
    await send('GET', '/users.php'),
    await send('GET', '/jwt_users.php'),
  ];
  expect(failures.map(({ status }) => status)).toEqual([404, 405, 413, 415, 400, 401, 401, 401]);
  for (const { headers, body } of failures) {
    expect(headers).toContainEqual(['Content-Type', 'application/json']);
    expect(Object.keys(JSON.parse(body) as object)).toEqual(['error', 'message']);
  }
});

test('no answer contains a password, a hash or a salt', async () => {
  const bench = await Bench.start();
  const login = await bench.send('POST', '/jwt_login.php', { json: JOHN });
  const { access_token } = JSON.parse(login.body) as { access_token: string };
  const users = await bench.send('GET', '/jwt_users.php', { headers: [['Authorization', `Bearer ${access_token}`]] });
  const secrets = [...bench.cell.state.users.values()].flatMap(({ salt, hash }) => [salt, hash]);
  expect(secrets).toHaveLength(10);
  for (const secret of [JOHN.password, 'salt', 'hash', ...secrets]) {
    for (const { body } of [login, users]) expect(body).not.toContain(secret);
  }
});

test('only what is wrong with a request is recorded of one that is refused at the door', async () => {
  const bench = await Bench.start();
  await bench.send('DELETE', '/login.php');
  expect(bench.recorded).toEqual([
    {
      phase: 'check',
      code: 'handle.dispatch/method',
      cost: null,
      fact: {
        kind: 'decision',
        about: 'request',
        subject: null,
        accepted: false,
        reason: 'method-not-allowed',
        cites: [{ document: 'RFC 9110', section: '15.5.6' }],
      },
    },
  ]);
});
