import { describe, expect, test } from 'vitest';
import { createJwtClient } from '#browser/jwt-client.ts';
import { deviceState, paste } from '#browser/device.ts';
import { loginForm } from '#browser/people.ts';
import { header } from '#core/http.ts';
import { payloadOf, token } from './tokens.ts';
import { bearerOf, json, pathOf, type Server, story, UNRECORDED, workbench } from './workbench.ts';

const ACCESS = token({ sub: '42', role: 'admin', exp: 1_772_445_600 });
const REFRESH = token({ sub: '42', exp: 1_773_046_800 });
const FRESH = token({ sub: '42', role: 'admin', exp: 1_772_449_200 });
const USER = { id: 42, user_name: 'John Doe', role: 'admin' };

/** The server in short: knows one person's tokens. */
const server: Server = (request) => {
  switch (pathOf(request)) {
    case '/jwt_login.php':
      return json(200, {
        success: true,
        user: USER,
        access_token: ACCESS,
        refresh_token: REFRESH,
        token_type: 'Bearer',
      });
    case '/jwt_users.php':
      return [ACCESS, FRESH].includes(bearerOf(request) ?? '')
        ? json(200, [USER])
        : json(401, { error: 'invalid_token' });
    case '/jwt_refresh.php':
      return request.body === JSON.stringify({ refresh_token: REFRESH })
        ? json(200, { success: true, access_token: FRESH })
        : json(400, { error: 'invalid_grant' });
    default:
      return bearerOf(request) === ACCESS ? json(200, { success: true }) : json(401, { error: 'invalid_token' });
  }
};

async function loggedIn(answering: Server = server) {
  const bench = workbench(answering);
  const client = createJwtClient(bench.tools);
  await client.login(bench.activity(), loginForm('john'));
  return { bench, client, since: bench.events.length };
}

test('logging in leaves both tokens and the user where scripts can read them', async () => {
  const { bench } = await loggedIn();
  expect(story(bench.events)).toEqual([
    'request/act submit-login',
    'request/ask POST /jwt_login.php',
    'request/answer 200',
    'request/keep +localStorage access_token',
    'request/keep +localStorage refresh_token',
    'request/keep +localStorage user_data',
  ]);
  expect(deviceState(bench.device)).toEqual({
    'laptop/localStorage': { access_token: ACCESS, refresh_token: REFRESH, user_data: JSON.stringify(USER) },
  });
  expect(bench.events[2]).toMatchObject({
    credentials: [
      { carrier: 'body', form: 'access-token', text: ACCESS, bytes: ACCESS.length },
      { carrier: 'body', form: 'refresh-token', text: REFRESH, bytes: REFRESH.length },
    ],
  });
});

test('a refused login keeps nothing', async () => {
  const { bench } = await loggedIn(() => json(401, { error: 'invalid_credentials', access_token: 'x' }));
  expect(deviceState(bench.device)).toEqual({});
});

test('an answer that is not JSON keeps nothing and breaks nothing', async () => {
  const { bench } = await loggedIn(() => ({ status: 200, headers: [], body: '<html>' }));
  expect(deviceState(bench.device)).toEqual({});
});

test('the script reads the token and sets the header, every time', async () => {
  const { bench, client, since } = await loggedIn();
  await client.listUsers(bench.activity(), 'own');
  const events = bench.events.slice(since);
  expect(story(events)).toEqual([
    'request/act open-users',
    'request/ask read-token',
    'request/ask set-authorization',
    'request/ask GET /jwt_users.php',
    'request/answer 200',
  ]);
  expect(events[3]).toMatchObject({
    message: {
      headers: [
        ['Host', 'app.example'],
        ['User-Agent', 'Claimcheck (laptop)'],
        ['Accept', 'application/json'],
        ['Authorization', `Bearer ${ACCESS}`],
      ],
    },
    credentials: [{ carrier: 'authorization', form: 'access-token', text: ACCESS, bytes: ACCESS.length + 7 }],
  });
});

test('with the setting, tokens live in memory and nowhere else', async () => {
  const bench = workbench(server);
  bench.settings = { ...bench.settings, clientStorage: 'memory', refreshAhead: false };
  const client = createJwtClient(bench.tools);
  await client.login(bench.activity(), loginForm('john'));
  expect(Object.keys(deviceState(bench.device))).toEqual(['laptop/memory']);
  await client.listUsers(bench.activity(), 'own');
  expect(bench.events.at(-1)).toMatchObject({ message: { status: 200 } });
});

describe('logging out', () => {
  test('sends both tokens, then forgets everything', async () => {
    const { bench, client, since } = await loggedIn();
    await client.logout(bench.activity());
    expect(story(bench.events.slice(since))).toEqual([
      'request/act press-logout',
      'request/ask read-token',
      'request/ask set-authorization',
      'request/ask POST /jwt_logout.php',
      'request/answer 200',
      'request/drop -localStorage access_token',
      'request/drop -localStorage refresh_token',
      'request/drop -localStorage user_data',
    ]);
    const sent = bench.requests.at(-1);
    expect(sent?.body).toBe(JSON.stringify({ refresh_token: REFRESH }));
    expect(sent && bearerOf(sent)).toBe(ACCESS);
    expect(deviceState(bench.device)).toEqual({});
  });

  test('forgets everything also when the server refuses, and asks for no new token first', async () => {
    const { bench, client } = await loggedIn((request) =>
      pathOf(request) === '/jwt_logout.php' ? json(401, { error: 'invalid_token' }) : server(request),
    );
    await client.logout(bench.activity());
    expect(bench.requests.map(pathOf)).toEqual(['/jwt_login.php', '/jwt_logout.php']);
    expect(deviceState(bench.device)).toEqual({});
  });

  test('forgets everything also when nobody answers', async () => {
    const { bench, client } = await loggedIn((request) =>
      pathOf(request) === '/jwt_logout.php' ? Promise.reject(new TypeError('Failed to fetch')) : server(request),
    );
    await expect(client.logout(bench.activity())).rejects.toThrow('Failed to fetch');
    expect(deviceState(bench.device)).toEqual({});
  });

  test('without being logged in is a request without a credential', async () => {
    const bench = workbench(server);
    await createJwtClient(bench.tools).logout(bench.activity());
    expect(story(bench.events)).toEqual([
      'request/act press-logout',
      'request/ask no-credential',
      'request/ask POST /jwt_logout.php',
      'request/answer 401',
    ]);
    expect(bench.requests[0]?.body).toBe('');
  });
});

describe('by hand', () => {
  test('a request without its token gets a 401, and no interceptor repairs it', async () => {
    const { bench, client, since } = await loggedIn();
    await client.listUsers(bench.activity(), 'none');
    expect(story(bench.events.slice(since))).toEqual([
      'request/act open-users',
      'request/ask no-credential',
      'request/ask GET /jwt_users.php',
      'request/answer 401',
    ]);
    expect(header(bench.requests.at(-1)?.headers ?? [], 'authorization')).toBeNull();
  });

  test('an edited token says another role; the stored one stays', async () => {
    const { bench, client, since } = await loggedIn();
    await client.listUsers(bench.activity(), 'edited');
    expect(story(bench.events.slice(since))).toEqual([
      'request/act open-users',
      'request/ask edit-credential',
      'request/ask set-authorization',
      'request/ask GET /jwt_users.php',
      'request/answer 401',
    ]);
    const sent = bench.requests.at(-1);
    expect(payloadOf((sent && bearerOf(sent)) ?? '')).toMatchObject({ sub: '42', role: 'member' });
    expect(deviceState(bench.device)['laptop/localStorage']).toMatchObject({ access_token: ACCESS });
  });

  test('copied tokens work on another device, and its refresh token makes new ones there', async () => {
    const { bench: laptop, client } = await loggedIn();
    const copied = client.copyCredential(laptop.activity());
    expect(copied).toEqual({ 'access-token': ACCESS, 'refresh-token': REFRESH });
    expect(laptop.events.at(-1)).toMatchObject({ name: 'copy-credential', exchange: 'local' });

    const attacker = workbench(server, 'attacker');
    const thief = createJwtClient(attacker.tools);
    paste(attacker.tools.device, copied ?? {}, UNRECORDED);
    await thief.listUsers(attacker.activity('list'), 'copied');
    await thief.refresh(attacker.activity('refresh'), 'copied');
    expect(story(attacker.events)).toEqual([
      'request/act open-users',
      'request/ask replay-credential',
      'request/ask set-authorization',
      'request/ask GET /jwt_users.php',
      'request/answer 200',
      'refresh/act replay-credential',
      'refresh/ask POST /jwt_refresh.php',
      'refresh/answer 200',
      'refresh/keep +localStorage access_token',
    ]);
    expect(deviceState(attacker.device)).toEqual({
      'attacker/localStorage': { access_token: FRESH },
      'attacker/clipboard': { 'access-token': ACCESS, 'refresh-token': REFRESH },
    });
  });

  test('a copied refresh token that is refused changes nothing', async () => {
    const attacker = workbench(server, 'attacker');
    paste(attacker.tools.device, { 'refresh-token': 'old' }, UNRECORDED);
    await createJwtClient(attacker.tools).refresh(attacker.activity(), 'copied');
    expect(attacker.events.at(-1)).toMatchObject({ kind: 'response', message: { status: 400 } });
    expect(deviceState(attacker.device)).toEqual({ 'attacker/clipboard': { 'refresh-token': 'old' } });
  });

  test('with nothing pasted there is no refresh, and nothing stored there is nothing to copy', async () => {
    const bench = workbench(server);
    const client = createJwtClient(bench.tools);
    await client.refresh(bench.activity(), 'copied');
    expect(client.copyCredential(bench.activity())).toBeNull();
    expect(bench.events).toEqual([]);
  });
});
