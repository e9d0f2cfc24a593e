import { describe, expect, test } from 'vitest';
import type { Client, ClientTools } from '#browser/client.ts';
import { createHybridClient } from '#browser/hybrid-client.ts';
import { createJwtClient } from '#browser/jwt-client.ts';
import { loginForm } from '#browser/people.ts';
import { createSessionClient } from '#browser/session-client.ts';
import { createSqlSessionClient } from '#browser/sql-session-client.ts';
import { header } from '#core/http.ts';
import type { AccountAct } from '#core/intents.ts';
import { token } from './tokens.ts';
import { bearerOf, json, pathOf, type Server, story, workbench, type Workbench } from './workbench.ts';

const OLD = token({ sub: '42', exp: 1_772_445_600 });
const NEW = token({ sub: '42', exp: 1_772_449_200 });
const ID = '00112233445566778899aabbccddeeff';
const NEXT = 'ffeeddccbbaa99887766554433221100';

/** Answers logins as each scheme does, and everything else as the test says. */
function serverWith(other: Server): Server {
  return (request) => {
    switch (pathOf(request)) {
      case '/login.php':
        return json(200, { success: true }, `PHPSESSID=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`);
      case '/session/login': {
        const answer = json(200, { status: 'success', data: { sessionId: ID } });
        return { ...answer, headers: [...answer.headers, ['session-id', ID]] };
      }
      case '/jwt_login.php':
        return json(200, { success: true, user: { id: 42 }, access_token: OLD, refresh_token: 'r1' });
      case '/hybrid/login':
        return json(200, { accessToken: OLD, refreshToken: 'h1', expiresIn: 900 });
      case '/jwt_refresh.php':
        return json(200, { success: true, access_token: NEW });
      case '/hybrid/refresh':
        return json(200, { accessToken: NEW, refreshToken: 'h2', expiresIn: 900 });
      default:
        return other(request);
    }
  };
}

const CLIENTS: Readonly<Record<string, (tools: ClientTools) => Client>> = {
  php: createSessionClient,
  sql: createSqlSessionClient,
  jwt: createJwtClient,
  hybrid: createHybridClient,
};

async function acting(name: string, act: AccountAct, other: Server): Promise<{ bench: Workbench; since: number }> {
  const bench = workbench(serverWith(other));
  const client = CLIENTS[name]?.(bench.tools);
  await client?.login(bench.activity(), loginForm('john'));
  const since = bench.requests.length;
  await client?.account(bench.activity(), act);
  return { bench, since };
}

const EMAIL: AccountAct = { kind: 'change-email', device: 'laptop', email: 'a@example.com' };
const PASSWORD: AccountAct = { kind: 'change-password', device: 'laptop', old: 'o', password: 'n' };
const EVERYWHERE: AccountAct = { kind: 'logout-everywhere', device: 'laptop' };

describe('what is sent', () => {
  test.each<[AccountAct, string, unknown]>([
    [EMAIL, '', { email: 'a@example.com' }],
    [{ kind: 'end-sessions', device: 'laptop', person: 'zoya' }, '/admin/end-sessions', { user_id: 123 }],
    [
      { kind: 'set-role', device: 'laptop', person: 'john', role: 'member' },
      '/admin/role',
      { user_id: 42, role: 'member' },
    ],
    [{ kind: 'disable', device: 'laptop', person: 'zoya' }, '/admin/disable', { user_id: 123 }],
    [PASSWORD, '/account/password', { old: 'o', new: 'n' }],
    [EVERYWHERE, '', null],
  ])('%j', async (act, path, content) => {
    const own: Readonly<Record<string, readonly [email: string, everywhere: string]>> = {
      php: ['/email.php', '/account/logout-everywhere'],
      sql: ['/session/email', '/session/logout-everywhere'],
      jwt: ['/jwt_email.php', '/account/logout-everywhere'],
      hybrid: ['/hybrid/email', '/account/logout-everywhere'],
    };
    for (const [name, [email, everywhere]] of Object.entries(own)) {
      const { bench, since } = await acting(name, act, () => json(200, { success: true }));
      const [request, ...more] = bench.requests.slice(since);
      expect(more).toEqual([]);
      const expected = path === '' ? (act === EMAIL ? email : everywhere) : path;
      expect([request?.method, request && pathOf(request)]).toEqual(['POST', expected]);
      // The hybrid names its family, so that the server knows whose client this is.
      const body = name === 'hybrid' && act === PASSWORD ? { ...(content as object), refreshToken: 'h1' } : content;
      expect(request?.body === '' ? null : JSON.parse(request?.body ?? '')).toEqual(body);
      const carriers = ['cookie', 'session-id', 'authorization'].map((field) => header(request?.headers ?? [], field));
      const carried = { php: [`PHPSESSID=${ID}`, null, null], sql: [null, ID, null] } as const;
      expect(carriers).toEqual(carried[name as 'php' | 'sql'] ?? [null, null, `Bearer ${OLD}`]);
    }
  });
});

describe('a token that is over', () => {
  test.each([
    ['jwt', '/jwt_refresh.php'],
    ['hybrid', '/hybrid/refresh'],
  ])('is renewed, and the request is sent once more under %s', async (name, refresh) => {
    const { bench, since } = await acting(name, PASSWORD, (request) =>
      bearerOf(request) === NEW ? json(200, { success: true }) : json(401, { error: 'invalid_token' }),
    );
    const sent = bench.requests.slice(since);
    expect(sent.map(pathOf)).toEqual(['/account/password', refresh, '/account/password']);
    // Rotated meanwhile: what goes along the second time is the current one.
    const bodies = [sent[0], sent[2]].map((request) => JSON.parse(request?.body ?? '') as { refreshToken?: string });
    expect(bodies.map(({ refreshToken = null }) => refreshToken)).toEqual(
      name === 'hybrid' ? ['h1', 'h2'] : [null, null],
    );
    expect(story(bench.events)).toContain('retry/act retry-with-current');
  });

  test.each(['jwt', 'hybrid'])('is tried no third time under %s', async (name) => {
    const { bench, since } = await acting(name, EMAIL, () => json(401, { error: 'invalid_token' }));
    expect(bench.requests.slice(since)).toHaveLength(3);
  });

  test.each(['jwt', 'hybrid'])('is not what a wrong password means under %s', async (name) => {
    const { bench, since } = await acting(name, PASSWORD, () => json(401, { error: 'invalid_credentials' }));
    expect(bench.requests.slice(since).map(pathOf)).toEqual(['/account/password']);
  });
});

/** What a client keeps after a new password that this body answers. */
const kept = async (name: string, body: Parameters<typeof json>[1]): Promise<unknown> =>
  (await acting(name, PASSWORD, () => json(200, body))).bench.device.localStorage['https://app.example'];

describe('a new password', () => {
  test('leaves what the server hands out in the place of the old credential', async () => {
    expect(await kept('sql', { success: true, data: { sessionId: NEXT } })).toEqual({ 'session-id': NEXT });
    expect(await kept('jwt', { success: true, access_token: NEW, refresh_token: 'r2' })).toMatchObject({
      access_token: NEW,
      refresh_token: 'r2',
    });
    expect(await kept('hybrid', { success: true, accessToken: NEW, refreshToken: 'h9' })).toEqual({
      access_token: NEW,
      refresh_token: 'h9',
    });
  });

  test.each(['sql', 'jwt', 'hybrid'])('that is refused leaves the old credential under %s', async (name) => {
    const { bench } = await acting(name, PASSWORD, () => json(429, { error: 'too_many_attempts', access_token: NEW }));
    expect(JSON.stringify(bench.device.localStorage)).not.toContain(NEW);
    expect(bench.device.localStorage).not.toEqual({});
  });
});

describe('logging out everywhere', () => {
  test.each([200, 401, 500])('forgets what the script keeps, whatever the server says: %i', async (status) => {
    for (const name of ['sql', 'jwt', 'hybrid']) {
      const { bench } = await acting(name, EVERYWHERE, () => json(status, { error: 'unauthorized' }));
      expect(bench.device.localStorage['https://app.example'] ?? {}).toEqual({});
    }
  });

  test('leaves the cookie to the server', async () => {
    const cleared = 'PHPSESSID=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/';
    const { bench } = await acting('php', EVERYWHERE, () => json(200, { success: true }, cleared));
    expect(bench.device.jar).toEqual([]);
  });
});

describe('the JWT scheme with a cookie', () => {
  const set = `__Host-access=${OLD}; Path=/; HttpOnly; Secure; SameSite=Lax`;

  async function loggedIn(users: Server) {
    const bench = workbench((request) => {
      switch (pathOf(request)) {
        case '/jwt_login.php':
          return json(200, { success: true, refresh_token: 'r1', expires_in: 3_600 }, set);
        case '/jwt_refresh.php':
          return json(200, { success: true, expires_in: 3_600 }, set.replace(OLD, NEW));
        default:
          return users(request);
      }
    });
    bench.settings = { ...bench.settings, transport: 'cookie' };
    const client = createJwtClient(bench.tools);
    await client.login(bench.activity(), loginForm('john'));
    return { bench, client };
  }

  test('keeps no more of the access token than when it ends', async () => {
    const { bench } = await loggedIn(() => json(200, []));
    expect(bench.device.localStorage['https://app.example']).toEqual({
      access_expires: String(bench.tools.clock.now() + 3_600),
      refresh_token: 'r1',
    });
  });

  test('lets the browser attach it, and renews it after a 401', async () => {
    const { bench, client } = await loggedIn((request) =>
      header(request.headers, 'cookie') === `__Host-access=${NEW}`
        ? json(200, [])
        : json(401, { error: 'invalid_token' }),
    );
    bench.micros += 3_600_000_000;
    await client.listUsers(bench.activity(), 'own');
    expect(bench.requests.slice(1).map((request) => [pathOf(request), bearerOf(request)])).toEqual([
      ['/jwt_users.php', null],
      ['/jwt_refresh.php', null],
      ['/jwt_users.php', null],
    ]);
  });

  test('says that nothing goes along when the jar is empty', async () => {
    const { bench, client } = await loggedIn(() => json(401, { error: 'unauthorized' }));
    bench.device = { ...bench.device, jar: [], localStorage: {} };
    await client.listUsers(bench.activity(), 'own');
    expect(story(bench.events)).toContain('request/ask no-credential');
    expect(bench.requests).toHaveLength(2);
  });

  test('takes an end that somebody has edited for an unknown one', async () => {
    const { bench, client } = await loggedIn(() => json(200, []));
    bench.settings = { ...bench.settings, refreshAhead: true };
    bench.device = {
      ...bench.device,
      localStorage: { 'https://app.example': { access_expires: 'soon', refresh_token: 'r1' } },
    };
    await client.listUsers(bench.activity(), 'own');
    expect(bench.requests.slice(1).map(pathOf)).toEqual(['/jwt_users.php']);
  });
});
