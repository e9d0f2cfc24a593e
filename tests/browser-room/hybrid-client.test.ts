import { describe, expect, test } from 'vitest';
import type { Client } from '#browser/client.ts';
import { createHybridClient } from '#browser/hybrid-client.ts';
import { deviceState, paste } from '#browser/device.ts';
import { loginForm } from '#browser/people.ts';
import { type HttpRequest, type HttpResponse, header } from '#core/http.ts';
import type { Settings } from '#core/settings.ts';
import { token } from './tokens.ts';
import { bearerOf, json, pathOf, story, type Workbench, UNRECORDED, workbench } from './workbench.ts';

/** Rotates: each refresh token is good once, whatever carries it. */
class RotatingServer {
  readonly bench: Workbench;
  readonly valid = new Set<string>();
  current = '';
  #issued = 0;

  constructor(settings: Partial<Settings> = {}) {
    this.bench = workbench((request) => this.#answer(request));
    this.bench.settings = { ...this.bench.settings, ...settings };
  }

  #answer(request: HttpRequest): HttpResponse {
    switch (pathOf(request)) {
      case '/hybrid/login':
        return this.#pair();
      case '/hybrid/refresh':
        return carriedBy(request) === this.current ? this.#pair() : json(400, { error: 'invalid_grant' });
      case '/hybrid/logout':
        return json(200, { success: true }, '__Host-refresh=deleted; Max-Age=0; Path=/; HttpOnly; Secure');
      default:
        return this.valid.has(bearerOf(request) ?? '') ? json(200, { user: {} }) : json(401, {});
    }
  }

  #pair(): HttpResponse {
    this.#issued += 1;
    const accessToken = token({ jti: this.#issued });
    this.valid.add(accessToken);
    this.current = `refresh-${this.#issued}`;
    return this.bench.settings.refreshTransport === 'cookie'
      ? json(200, { accessToken }, `__Host-refresh=${this.current}; Path=/; HttpOnly; Secure; SameSite=Strict`)
      : json(200, { accessToken, refreshToken: this.current });
  }
}

function carriedBy(request: HttpRequest): string | undefined {
  const cookie = /__Host-refresh=([^;]*)/.exec(header(request.headers, 'cookie') ?? '')?.[1];
  return cookie ?? /"refreshToken":"([^"]*)"/.exec(request.body)?.[1];
}

async function loggedIn(settings: Partial<Settings> = {}) {
  const server = new RotatingServer(settings);
  const { bench } = server;
  const client: Client = createHybridClient(bench.tools);
  await client.login(bench.activity('login'), loginForm('john'));
  const by = (name: string) => story(bench.events.filter((event) => event.by === name));
  return { server, bench, client, by };
}

describe('the hybrid’s client', () => {
  test('keeps both tokens itself', async () => {
    const { by, bench } = await loggedIn();
    expect(by('login')).toEqual([
      'request/act submit-login',
      'request/ask POST /hybrid/login',
      'request/answer 200',
      'request/keep +localStorage access_token',
      'request/keep +localStorage refresh_token',
    ]);
    expect(deviceState(bench.device)['laptop/localStorage']).toMatchObject({ refresh_token: 'refresh-1' });
  });

  test('keeps the access token alone in memory, where a setting says so', async () => {
    const { bench } = await loggedIn({ clientStorage: 'memory' });
    expect(Object.keys(deviceState(bench.device)['laptop/memory'] ?? {})).toEqual(['access_token']);
    expect(Object.keys(deviceState(bench.device)['laptop/localStorage'] ?? {})).toEqual(['refresh_token']);
  });

  test('never sees a refresh token that a cookie carries', async () => {
    const { bench } = await loggedIn({ refreshTransport: 'cookie' });
    expect(Object.keys(deviceState(bench.device)['laptop/localStorage'] ?? {})).toEqual(['access_token']);
    expect(bench.device.jar.map(({ name }) => name)).toEqual(['__Host-refresh']);
  });

  test.for(['body', 'cookie'] as const)(
    'refreshes after a 401, keeps what is new and asks again, the refresh token in a %s',
    async (refreshTransport) => {
      const { server, bench, client, by } = await loggedIn({ refreshTransport });
      server.valid.clear();
      await client.listUsers(bench.activity('a'), 'own');
      const kept = by('a').filter((line) => line.includes('/keep +'));
      expect(kept).toEqual([
        ...(refreshTransport === 'cookie' ? ['refresh/keep +cookies app.example;/;__Host-refresh'] : []),
        'refresh/keep +localStorage access_token',
        ...(refreshTransport === 'body' ? ['refresh/keep +localStorage refresh_token'] : []),
      ]);
      expect(by('a').at(-1)).toBe('retry/answer 200');
    },
  );

  test('gives up when its refresh token was used by somebody else', async () => {
    const { server, bench, client, by } = await loggedIn();
    server.valid.clear();
    server.current = 'another';
    await client.listUsers(bench.activity('a'), 'own');
    expect(by('a').slice(-3)).toEqual([
      'refresh/drop give-up',
      'refresh/drop -localStorage access_token',
      'refresh/drop -localStorage refresh_token',
    ]);
  });

  test.for(['localStorage', 'memory'] as const)('forgets everything at a logout, kept in %s', async (clientStorage) => {
    const { bench, client } = await loggedIn({ clientStorage });
    await client.logout(bench.activity('out'));
    expect(bench.requests.at(-1)?.body).toBe('{"refreshToken":"refresh-1"}');
    expect(deviceState(bench.device)).toEqual({});
  });

  test('logs out by its cookie alone', async () => {
    const { bench, client } = await loggedIn({ refreshTransport: 'cookie' });
    await client.logout(bench.activity('out'));
    expect(bench.requests.at(-1)?.body).toBe('');
    expect(deviceState(bench.device)).toEqual({});
  });

  test('tries to refresh before its first request, when it has a refresh token and nothing else', async () => {
    const { bench, by } = await loggedIn({ clientStorage: 'memory' });
    bench.device = { ...bench.device, memory: {} };
    await createHybridClient(bench.tools).listUsers(bench.activity('reloaded'), 'own');
    expect(by('reloaded').filter((line) => /(GET|POST)/.test(line))).toEqual([
      'refresh/ask POST /hybrid/refresh',
      'request/ask GET /hybrid/profile',
    ]);
  });

  test('asks with nothing where nobody is logged in', async () => {
    const { bench } = new RotatingServer();
    await createHybridClient(bench.tools).listUsers(bench.activity(), 'own');
    expect(story(bench.events)).toEqual([
      'request/act open-profile',
      'request/ask no-credential',
      'request/ask GET /hybrid/profile',
      'request/answer 401',
    ]);
  });
});

describe('by hand', () => {
  test.for(['body', 'cookie'] as const)(
    'both tokens can be copied and used elsewhere, out of a %s',
    async (refreshTransport) => {
      const { server, bench, client } = await loggedIn({ refreshTransport });
      const copied = client.copyCredential(bench.activity('copy'));
      expect(copied).toEqual({ 'access-token': expect.any(String), 'refresh-token': 'refresh-1' });
      bench.device = { ...bench.device, jar: [], localStorage: {} };
      paste(bench.tools.device, copied ?? {}, UNRECORDED);
      await client.listUsers(bench.activity('use'), 'copied');
      expect(bench.events.at(-1)).toMatchObject({ message: { status: 200 } });
      await client.refresh(bench.activity('renew'), 'copied');
      expect(server.current).toBe('refresh-2');
      expect(deviceState(bench.device)['laptop/localStorage']).toMatchObject({ access_token: expect.any(String) });
    },
  );

  test('an edited access token is sent once, with no refresh after it', async () => {
    const { bench, client } = await loggedIn();
    await client.listUsers(bench.activity('edit'), 'edited');
    expect(bench.requests.filter((request) => pathOf(request) === '/hybrid/refresh')).toEqual([]);
    expect(bench.events.at(-1)).toMatchObject({ message: { status: 401 } });
  });
});
