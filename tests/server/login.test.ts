import { describe, expect, test } from 'vitest';
import { header, type HttpResponse } from '#core/http.ts';
import { Bench, bodyOf, JOHN, outside, refused, type Sending } from './harness.ts';

const LOGINS = ['/login.php', '/jwt_login.php'] as const;
const WRONG = { ...JOHN, password: 'wrong' };

describe.each(LOGINS)('POST %s', (path) => {
  test('answers an unknown e-mail and a wrong password in the same words', async () => {
    const bench = await Bench.start();
    const answers = new Set<string>();
    for (const json of [
      WRONG,
      { ...JOHN, email: 'nobody@example.com' },
      { ...JOHN, password: '' },
      { ...JOHN, email: '' },
      { ...JOHN, password: ` ${JOHN.password}` },
      { ...JOHN, password: JOHN.password.toUpperCase() },
      { ...JOHN, email: '__proto__' },
    ]) {
      answers.add(outside(await bench.send('POST', path, { json })));
    }
    expect([...answers]).toEqual([refused(401, 'invalid_credentials', 'E-mail or password is wrong')]);
  });

  test('derives a password for an unknown e-mail too', async () => {
    const bench = await Bench.start();
    const derivations = () =>
      bench.recorded.flatMap(({ fact }) => (fact.kind === 'crypto' && fact.op === 'derive' ? [fact] : []));
    await bench.send('POST', path, { json: WRONG });
    const known = derivations();
    await bench.send('POST', path, { json: { ...JOHN, email: 'nobody@example.com' } });
    expect(derivations()).toEqual(known);
    expect(known).toEqual([
      {
        kind: 'crypto',
        op: 'derive',
        algorithm: 'PBKDF2-HMAC-SHA-256',
        subject: 'password',
        ok: false,
        detail: { rounds: 1_000, roundsOnPaper: 600_000 },
      },
    ]);
  });

  test('records which of the two it was', async () => {
    const bench = await Bench.start();
    await bench.send('POST', path, { json: WRONG });
    expect(bench.lastReason()).toBe('password-wrong');
    await bench.send('POST', path, { json: { ...JOHN, email: 'nobody@example.com' } });
    expect(bench.lastReason()).toBe('user-unknown');
  });

  test('issues nothing and remembers nothing but the failure when it fails', async () => {
    const bench = await Bench.start();
    const { throttle: _, ...before } = bench.cell.state;
    const response = await bench.send('POST', path, { json: WRONG });
    const { throttle, ...after } = bench.cell.state;
    expect(after).toEqual(before);
    expect([...throttle]).toEqual([[JOHN.email, { failures: [bench.now] }]]);
    expect(header(response.headers, 'Set-Cookie')).toBeNull();
    expect(Object.keys(bodyOf(response) as object)).toEqual(['error', 'message']);
  });

  test('reads the e-mail without regard to case and outer spaces', async () => {
    const bench = await Bench.start();
    const response = await bench.send('POST', path, { json: { ...JOHN, email: '  John@Example.COM ' } });
    expect(response.status).toBe(200);
  });

  test.each<[string, Sending]>([
    ['nothing', {}],
    ['nothing, said to be JSON', { headers: [['Content-Type', 'application/json']] }],
    ['broken JSON', { headers: [['Content-Type', 'application/json']], body: '{"email":' }],
    ['text after the JSON', { headers: [['Content-Type', 'application/json']], body: '{} x' }],
    [
      'bytes that are no UTF-8',
      { headers: [['Content-Type', 'application/json']], body: Uint8Array.of(0x22, 0xff, 0x22) },
    ],
    [
      'form bytes that are no UTF-8',
      { headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: Uint8Array.of(0xff) },
    ],
    ['an array', { json: [JOHN] }],
    ['null', { json: null }],
    ['a text', { json: 'john@example.com' }],
    ['an empty object', { json: {} }],
    ['no password', { json: { email: JOHN.email } }],
    ['no e-mail', { json: { password: JOHN.password } }],
    ['a number for an e-mail', { json: { ...JOHN, email: 42 } }],
    ['null for a password', { json: { ...JOHN, password: null } }],
    ['a list for a password', { json: { ...JOHN, password: [JOHN.password] } }],
    ['a form without a password', { form: 'email=john%40example.com' }],
    ['an empty form', { form: '&' }],
    ['a form with brackets', { form: 'email[]=john%40example.com&password=x' }],
    ['JSON said to be a form', { form: JSON.stringify(JOHN) }],
  ])('calls %s a bad request', async (_, sending) => {
    const bench = await Bench.start();
    const response = await bench.send('POST', path, sending);
    expect(outside(response)).toBe(refused(400, 'invalid_request', 'email and password are needed, both as text'));
    expect(bench.stores()).toEqual([]);
  });

  test.each(['application/json;charset=UTF-8', 'APPLICATION/JSON', ' application/json ; x=y'])(
    'takes JSON announced as %j',
    async (type) => {
      const bench = await Bench.start();
      const sending = { headers: [['Content-Type', type]], body: JSON.stringify(JOHN) } as const;
      expect((await bench.send('POST', path, sending)).status).toBe(200);
    },
  );

  test('takes a form with plus signs for spaces', async () => {
    const bench = await Bench.start();
    const form = 'email=john%40example.com&password=correct+horse%20battery+staple';
    expect((await bench.send('POST', path, { form })).status).toBe(200);
  });

  test.each<[string, Sending]>([
    ['no media type', { body: JSON.stringify(JOHN) }],
    [
      'two media types',
      {
        headers: [
          ['Content-Type', 'application/json'],
          ['Content-Type', 'text/plain'],
        ],
        body: JSON.stringify(JOHN),
      },
    ],
    ['text/plain', { headers: [['Content-Type', 'text/plain']], body: JSON.stringify(JOHN) }],
    ['a form with files', { headers: [['Content-Type', 'multipart/form-data; boundary=x']], body: '--x--' }],
    ['a relative of JSON', { headers: [['Content-Type', 'application/vnd.api+json']], body: '{}' }],
    ['JSON and more', { headers: [['Content-Type', 'application/jsonx']], body: '{}' }],
  ])('does not support %s', async (_, sending) => {
    const bench = await Bench.start();
    const response = await bench.send('POST', path, sending);
    expect([response.status, bodyOf(response)]).toEqual([
      415,
      { error: 'unsupported_media_type', message: 'The content is neither JSON nor a form' },
    ]);
  });
});

async function fail(bench: Bench, times: number, path: string = LOGINS[0], json = WRONG): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) statuses.push((await bench.send('POST', path, { json })).status);
  return statuses;
}

const login = (bench: Bench, path: string = LOGINS[0]): Promise<HttpResponse> =>
  bench.send('POST', path, { json: JOHN });

describe('the throttle', () => {
  test('answers five failures 401 and everything after them 429, the right password too', async () => {
    const bench = await Bench.start();
    expect(await fail(bench, 7)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await login(bench);
    expect([right.status, bodyOf(right)]).toEqual([
      429,
      { error: 'too_many_attempts', message: 'Too many attempts: try again later' },
    ]);
    expect(header(right.headers, 'Set-Cookie')).toBeNull();
    expect(bench.lastReason()).toBe('too-many-attempts');
  });

  test('says in seconds when the next attempt is heard, and then hears it', async () => {
    const bench = await Bench.start();
    await fail(bench, 1);
    bench.now += 100;
    await fail(bench, 4);
    bench.now += 200;
    expect(header((await login(bench)).headers, 'Retry-After')).toBe('600');
    bench.now += 599;
    expect(header((await login(bench)).headers, 'Retry-After')).toBe('1');
    bench.now += 1;
    expect((await login(bench)).status).toBe(200);
  });

  test('slides: when the oldest failure has left, there is room for one more', async () => {
    const bench = await Bench.start();
    await fail(bench, 1);
    bench.now += 300;
    await fail(bench, 4);
    bench.now += 600;
    expect(await fail(bench, 2)).toEqual([401, 429]);
    const retry = header((await login(bench)).headers, 'Retry-After');
    expect(retry).toBe('300');
  });

  test('is not prolonged by attempts that it turns away', async () => {
    const bench = await Bench.start();
    await fail(bench, 5);
    bench.now += 899;
    await fail(bench, 3);
    bench.now += 1;
    expect((await login(bench)).status).toBe(200);
  });

  test('forgets the failures after a success', async () => {
    const bench = await Bench.start();
    await fail(bench, 4);
    expect((await login(bench)).status).toBe(200);
    expect(bench.cell.state.throttle.size).toBe(0);
    expect(await fail(bench, 6)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('counts one e-mail however it is written and wherever it is tried', async () => {
    const bench = await Bench.start();
    await fail(bench, 2, LOGINS[0], { ...WRONG, email: ' JOHN@example.com' });
    await fail(bench, 2, LOGINS[1], { ...WRONG, email: 'john@EXAMPLE.com\t' });
    await fail(bench, 1, LOGINS[1]);
    for (const path of LOGINS) expect((await login(bench, path)).status).toBe(429);
  });

  test('counts e-mails that do not exist in the same way', async () => {
    const bench = await Bench.start();
    const nobody = { ...WRONG, email: 'nobody@example.com' };
    expect(await fail(bench, 6, LOGINS[0], nobody)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('counts every e-mail by itself', async () => {
    const bench = await Bench.start();
    await fail(bench, 6, LOGINS[0], { ...WRONG, email: 'zoya@example.com' });
    expect((await login(bench)).status).toBe(200);
  });

  test('does not count bad requests', async () => {
    const bench = await Bench.start();
    for (let i = 0; i < 6; i += 1) await bench.send('POST', '/login.php', { json: { email: JOHN.email } });
    expect((await login(bench)).status).toBe(200);
  });

  test('lets no more than five guesses through when they come all at once', async () => {
    const bench = await Bench.start();
    const guesses = Array.from({ length: 12 }, () => bench.send('POST', '/login.php', { json: WRONG }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    expect((await login(bench)).status).toBe(429);
  });

  test('turns a throttled attempt away before it derives anything', async () => {
    const bench = await Bench.start();
    await fail(bench, 5);
    await login(bench);
    expect(bench.recorded.map(({ fact }) => fact.kind)).toEqual(['store', 'decision']);
  });
});
