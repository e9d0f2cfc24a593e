import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { type Answer, type Headers, send as sendTo } from './api-client.ts';
import { ACCESS_HEADER, accessPayload, forge } from './forge.ts';
import { JOHN, SECRET } from './harness.ts';

const TOOL = fileURLToPath(new URL('../../tools/api.ts', import.meta.url));
const FLAGS = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
const SECRET_HEX = Buffer.from(SECRET).toString('hex');

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, [...FLAGS, TOOL, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Starts the tool and resolves to where it listens, as it prints it. */
async function start(...args: string[]): Promise<{ child: ChildProcess; origin: string }> {
  const child = run('--port', '0', ...args);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes('\n')) await once(child.stdout ?? child, 'data');
  const origin = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(printed)?.[1];
  if (!origin) throw new Error(`it printed ${printed}`);
  return { child, origin };
}

async function outcome(child: ChildProcess): Promise<{ code: number | null; error: string; output: string }> {
  let error = '';
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString()));
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, error, output };
}

describe('npm run api', () => {
  let child: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    ({ child, origin } = await start('--seed', '1', '--jwt-secret', SECRET_HEX, '--set', 'denylist=on'));
  });
  afterAll(() => child.kill('SIGKILL'));

  const send = (method: string, path: string, headers: Headers = {}, body?: string | Buffer): Promise<Answer> =>
    sendTo(`${origin}${path}`, method, headers, body);
  const post = (path: string, value: unknown, headers = {}) =>
    send('POST', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(value));

  const both = async () => [
    (await post('/login.php', JOHN)).headers['set-cookie'],
    (await post('/jwt_login.php', JOHN)).body,
  ];

  /** For what a well-behaved client cannot send. */
  async function sendRaw(text: string): Promise<string> {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.end(text);
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    await once(socket, 'close');
    return answer;
  }

  test('sends real cookies and takes them back', async () => {
    const login = await post('/login.php', JOHN);
    expect(login.status).toBe(200);
    const [cookie = ''] = login.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^PHPSESSID=[0-9a-f]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const pair = cookie.split(';')[0] ?? '';
    expect((await send('GET', '/users.php', { cookie: pair })).status).toBe(200);
    const logout = await send('POST', '/logout.php', { cookie: pair });
    expect(logout.headers['set-cookie']).toEqual([
      'PHPSESSID=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/',
    ]);
    expect((await send('GET', '/users.php', { cookie: pair })).status).toBe(401);
  });

  test('keeps sessions in a SQL table', async () => {
    const login = await post('/session/login', JOHN, { 'user-agent': 'a test', 'x-sim-device': 'phone' });
    expect(login.status).toBe(200);
    const id = String(login.headers['session-id']);
    expect(JSON.parse(login.body)).toEqual({ status: 'success', data: { sessionId: id } });
    const profile = await send('GET', '/session/profile', { 'session-id': id });
    expect(JSON.parse(profile.body)).toEqual({
      user: { id: 42, user_name: 'John Doe', role: 'admin', email: JOHN.email },
    });
    expect((await send('POST', '/session/mydata', { 'session-id': id })).status).toBe(200);
    const devices = await send('GET', '/session/devices', { 'session-id': id });
    expect(JSON.parse(devices.body)).toMatchObject([{ device: 'a test', current: true }]);
    const injected = await send('GET', '/session/profile', { 'session-id': "' OR '1'='1" });
    expect(injected.status).toBe(401);
    expect(injected.headers['www-authenticate']).toBeUndefined();
    expect((await send('POST', '/session/logout')).status).toBe(200);
    const everywhere = await send('POST', '/session/logout-everywhere', { 'session-id': id });
    expect(JSON.parse(everywhere.body)).toEqual({ message: 'Logged out everywhere', count: 1 });
    expect((await send('GET', '/session/profile', { 'session-id': id })).status).toBe(401);
  });

  test('rotates refresh tokens, one of two at once', async () => {
    const pair = JSON.parse((await post('/hybrid/login', JOHN)).body) as { accessToken: string; refreshToken: string };
    const authorization = `Bearer ${pair.accessToken}`;
    const profile = await send('GET', '/hybrid/profile', { authorization });
    expect(JSON.parse(profile.body)).toEqual({ user: { id: 42, user_name: 'John Doe', role: 'admin' } });
    expect((await send('GET', '/jwt_users.php', { authorization })).status).toBe(200);
    const trade = () => post('/hybrid/refresh', { refreshToken: pair.refreshToken });
    const answers = await Promise.all([trade(), trade()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
    const { refreshToken } = JSON.parse(answers.find(({ status }) => status === 200)?.body ?? '') as typeof pair;
    const dead = await post('/hybrid/refresh', { refreshToken });
    expect([dead.status, dead.body]).toEqual([400, answers.find(({ status }) => status === 400)?.body]);
    expect((await post('/hybrid/logout', { refreshToken })).status).toBe(200);
    expect((await post('/hybrid/logout', {})).status).toBe(400);
    expect((await send('GET', '/hybrid/profile', { authorization })).status).toBe(200);
  });

  test('ignores the names that headers have inside the page', async () => {
    const login = await post('/login.php', JOHN);
    const pair = login.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect((await send('GET', '/users.php', { 'x-sim-cookie': pair })).status).toBe(401);
    expect((await send('GET', '/users.php', { cookie: pair, 'X-Sim-Cookie': 'PHPSESSID=x' })).status).toBe(200);
  });

  test('verifies with the secret it was given, and obeys its settings', async () => {
    const { now } = JSON.parse((await post('/__clock', { advance: 0 })).body) as { now: number };
    const authorization = `Bearer ${forge(ACCESS_HEADER, accessPayload(now))}`;
    expect((await send('GET', '/jwt_users.php', { authorization })).status).toBe(200);
    expect((await send('POST', '/jwt_logout.php', { authorization })).status).toBe(200);
    const refused = await send('GET', '/jwt_users.php', { authorization });
    expect(refused.status).toBe(401);
    expect(refused.headers['www-authenticate']).toBe('Bearer realm="app", error="invalid_token"');
  });

  test('sends no date of the wall clock', async () => {
    for (const path of ['/users.php', '/nothing']) expect((await send('GET', path)).headers.date).toBeUndefined();
  });

  test('moves time only when it is told to, by whole seconds', async () => {
    expect(JSON.parse((await post('/__reset', {})).body)).toEqual({ now: WORLD_EPOCH });
    expect(JSON.parse((await post('/__clock', { advance: 90 })).body)).toEqual({ now: WORLD_EPOCH + 90 });
    const curl = { 'content-type': 'application/x-www-form-urlencoded' };
    const likeCurl = await send('POST', '/__clock', curl, '{"advance": 10}');
    expect(JSON.parse(likeCurl.body)).toEqual({ now: WORLD_EPOCH + 100 });
    for (const advance of [-1, 0.5, '1', null, true, [], {}, 1e300, 9_007_199_254_740_991]) {
      const response = await post('/__clock', { advance });
      expect([response.status, Object.keys(JSON.parse(response.body) as object)]).toEqual([400, ['error', 'message']]);
    }
    for (const body of ['', 'no', '7', 'null', '[1]', '{}'])
      expect((await send('POST', '/__clock', {}, body)).status).toBe(400);
    expect(JSON.parse((await post('/__clock', { advance: 0 })).body)).toEqual({ now: WORLD_EPOCH + 100 });
    const wrong = await send('GET', '/__clock');
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST']);
  });

  test('begins everything anew on a reset, with the same ids and tokens', async () => {
    await send('POST', '/__reset');
    const first = await both();
    const pair = first[0]?.[0]?.split(';')[0] ?? '';
    await send('POST', '/__reset');
    expect((await send('GET', '/users.php', { cookie: pair })).status).toBe(401);
    expect(await both()).toEqual(first);
    expect(await both()).not.toEqual(first);
  });

  test('counts failures over connections that come at once', async () => {
    await send('POST', '/__reset');
    const guesses = Array.from({ length: 10 }, () => post('/login.php', { ...JOHN, password: 'x' }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    const late = await post('/jwt_login.php', JOHN);
    expect([late.status, late.headers['retry-after']]).toEqual([429, '900']);
  });

  test('answers content that is too large before it complains of anything else', async () => {
    const answer = await send('POST', '/login.php', {}, Buffer.alloc(4_000_000));
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      413,
      { error: 'content_too_large', message: 'The content is larger than 1 MiB' },
    ]);
    expect((await send('POST', '/nothing', {}, Buffer.alloc(2_000_000))).status).toBe(404);
    expect((await send('POST', '/login.php', {}, Buffer.alloc(1_048_576))).status).toBe(415);
  });

  test('answers HEAD without content', async () => {
    const head = await send('HEAD', '/users.php');
    expect([head.status, head.headers['content-length'], head.body]).toEqual([401, '58', '']);
  });

  test('calls a very long token a bad token', async () => {
    const answer = await send('GET', '/jwt_users.php', { authorization: `Bearer ${'a'.repeat(100_000)}` });
    expect(answer.status).toBe(401);
  });

  test.each([
    ['FOO /login.php HTTP/1.1', '405 Method Not Allowed', 'Allow: POST'],
    ['CONNECT /login.php HTTP/1.1', '405 Method Not Allowed', 'Allow: POST'],
    ['TRACE /users.php HTTP/1.1', '405 Method Not Allowed', 'Allow: GET, HEAD'],
    ['FOO /nothing HTTP/1.1', '404 Not Found', '"error":"not_found"'],
    ['OPTIONS * HTTP/1.1', '404 Not Found', '"error":"not_found"'],
    ['GET //users.php HTTP/1.1', '404 Not Found', '"error":"not_found"'],
    ['GET http://other.example/users.php HTTP/1.1', '401 Unauthorized', '"error":"unauthorized"'],
    ['GET /users .php HTTP/1.1', '400 Bad Request', '"error":"invalid_request"'],
    ['no http at all', '400 Bad Request', '"error":"invalid_request"'],
  ])('answers %j with %s', async (line, status, detail) => {
    const answer = await sendRaw(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}\r\n`));
    expect(answer).toContain(detail);
    expect(answer).not.toMatch(/^date:/im);
  });
});

describe('the command line of npm run api', () => {
  test.each([
    [['--prot', '1'], '--prot'],
    [['-x'], '-x'],
    [['extra'], 'extra'],
    [['--port'], '--port'],
    [['--port', 'x'], '--port'],
    [['--port', '65536'], '--port'],
    [['--port', '80.5'], '--port'],
    [['--seed', '-1'], '--seed'],
    [['--seed', 'abc'], '--seed'],
    [['--jwt-secret', 'ab'], '--jwt-secret'],
    [['--jwt-secret', `${SECRET_HEX.slice(1)}g`], '--jwt-secret'],
    [['--set', 'colour=red'], 'colour'],
    [['--set', 'denylist'], 'denylist'],
    [['--set', 'denylist=maybe'], 'maybe'],
    [['--set', 'leeway=-1'], 'leeway'],
    [['--set', 'algorithm=none'], 'none'],
  ])('refuses %j by name, with the list of what there is', async (args, named) => {
    const { code, error, output } = await outcome(run(...args));
    expect(code).toBe(2);
    expect(output).toBe('');
    const [sentence = '', ...list] = error.split('\n');
    expect(sentence).toContain(named);
    for (const name of ['--port', '--seed', '--jwt-secret', '--set', 'denylist', 'access-lifetime']) {
      expect(list.join('\n')).toContain(name);
    }
  });

  test('lists every setting apart from the values it takes', async () => {
    const { error } = await outcome(run('--set', 'colour=red'));
    for (const { option } of SETTING_SPECS) expect(error).toContain(`\n  ${option} `);
  });

  test('explains itself on --help', async () => {
    const { code, output } = await outcome(run('--help'));
    expect(code).toBe(0);
    expect(output).toContain('--jwt-secret');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('stops on %s, open connections or not', async (signal) => {
    const { child, origin } = await start();
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test.skipIf(process.platform === 'win32')('stops when npm is stopped, whose shell passes no signal on', async () => {
    const command = [process.execPath, ...FLAGS, TOOL, '--port', '0'].map((word) => `'${word}'`).join(' ');
    const shell = spawn('sh', ['-c', `${command}; exit 3`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, npm_lifecycle_event: 'api' },
    });
    await once(shell.stdout, 'data');
    shell.kill('SIGKILL');
    // The pipe closes when the last of those who could write to it has gone.
    await once(shell.stdout, 'close');
    expect(shell.signalCode).toBe('SIGKILL');
  });

  test('puts the refresh token into a cookie that plain http can carry', async () => {
    const { child, origin } = await start('--set', 'refresh-transport=cookie');
    const login = await fetch(`${origin}/hybrid/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(JOHN),
    });
    const cookie = login.headers.get('set-cookie') ?? '';
    child.kill();
    expect(cookie).toMatch(/^refresh=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await login.json()).toEqual({ accessToken: expect.any(String), expiresIn: 900 });
  });

  test('says so when its port is taken', async () => {
    const { child, origin } = await start();
    const { port } = new URL(origin);
    const { code, error } = await outcome(run('--port', port));
    child.kill();
    expect(code).toBe(1);
    expect(error).toContain(port);
  });

  test('gives other ids for another seed', async () => {
    const ids = await Promise.all(
      ['1', '1', '2'].map(async (seed) => {
        const { child, origin } = await start('--seed', seed);
        const response = await fetch(`${origin}/login.php`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(JOHN),
        });
        child.kill();
        return response.headers.get('set-cookie');
      }),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    // Three processes begin at once.
  }, 20_000);
});
