import { describe, expect, test } from 'vitest';
import { createJwtClient } from '#browser/jwt-client.ts';
import { deviceState } from '#browser/device.ts';
import { loginForm } from '#browser/people.ts';
import type { HttpRequest, HttpResponse } from '#core/http.ts';
import { WORLD_EPOCH } from '#core/trace.ts';
import { token } from './tokens.ts';
import { bearerOf, json, pathOf, story, type Workbench, workbench } from './workbench.ts';

const LIFETIME = 3_600;
const REFRESH = 'refresh.token.1';

/** Issues numbered access tokens and accepts only those it is told to. */
class FakeServer {
  readonly valid = new Set<string>();
  refreshes = true;
  /** Answers that a test holds back, by path. */
  readonly held = new Map<string, PromiseWithResolvers<void>[]>();
  #issued = 0;
  readonly bench: Workbench;

  constructor() {
    this.bench = workbench((request) => this.#answer(request));
  }

  issue(): string {
    this.#issued += 1;
    const exp = this.bench.tools.clock.now() + LIFETIME;
    const issued = token({ jti: this.#issued, exp });
    this.valid.add(issued);
    return issued;
  }

  /** The next request for this path is decided on at once but its answer waits. */
  hold(path: string): () => void {
    const gate = Promise.withResolvers<void>();
    this.held.set(path, [...(this.held.get(path) ?? []), gate]);
    return gate.resolve;
  }

  async #answer(request: HttpRequest): Promise<HttpResponse> {
    const path = pathOf(request);
    const response = this.#decide(path, request);
    await this.held.get(path)?.shift()?.promise;
    return response;
  }

  #decide(path: string, request: HttpRequest): HttpResponse {
    if (path === '/jwt_login.php') {
      return json(200, { user: { id: 42 }, access_token: this.issue(), refresh_token: REFRESH });
    }
    if (path === '/jwt_refresh.php') {
      if (!this.refreshes) return json(400, { error: 'invalid_grant' });
      this.valid.clear();
      return json(200, { access_token: this.issue() });
    }
    return this.valid.has(bearerOf(request) ?? '') ? json(200, []) : json(401, { error: 'invalid_token' });
  }
}

async function loggedIn() {
  const server = new FakeServer();
  const { bench } = server;
  const client = createJwtClient(bench.tools);
  await client.login(bench.activity('login'), loginForm('john'));
  const by = (name: string) => story(bench.events.filter((event) => event.by === name));
  const count = (path: string): number => bench.requests.filter((request) => pathOf(request) === path).length;
  const stored = () => deviceState(bench.device)['laptop/localStorage'];
  return { server, bench, client, by, count, stored };
}

const ASK_AND_401 = [
  'request/act open-users',
  'request/ask read-token',
  'request/ask set-authorization',
  'request/ask GET /jwt_users.php',
  'request/answer 401',
];
const RETRY = ['retry/act retry-with-current', 'retry/ask set-authorization', 'retry/ask GET /jwt_users.php'];

test('a 401 is followed by a refresh and one retry', async () => {
  const { server, bench, client, by } = await loggedIn();
  server.valid.clear();
  await client.listUsers(bench.activity('a'), 'own');
  expect(by('a')).toEqual([
    ...ASK_AND_401,
    'refresh/act start-refresh',
    'refresh/ask POST /jwt_refresh.php',
    'refresh/answer 200',
    'refresh/keep +localStorage access_token',
    ...RETRY,
    'retry/answer 200',
  ]);
});

test('a second 401 is the answer: there is no third try', async () => {
  const { server, bench, client, count } = await loggedIn();
  server.valid.clear();
  server.valid.add = () => server.valid;
  await client.listUsers(bench.activity('a'), 'own');
  expect(bench.events.at(-1)).toMatchObject({ exchange: 'retry', message: { status: 401 } });
  expect([count('/jwt_users.php'), count('/jwt_refresh.php')]).toEqual([2, 1]);
});

test('a refused refresh logs the client out, and nothing is retried', async () => {
  const { server, bench, client, by, stored } = await loggedIn();
  server.valid.clear();
  server.refreshes = false;
  await client.listUsers(bench.activity('a'), 'own');
  expect(by('a')).toEqual([
    ...ASK_AND_401,
    'refresh/act start-refresh',
    'refresh/ask POST /jwt_refresh.php',
    'refresh/answer 400',
    'refresh/drop give-up',
    'refresh/drop -localStorage access_token',
    'refresh/drop -localStorage refresh_token',
    'refresh/drop -localStorage user_data',
  ]);
  expect(stored()).toBeUndefined();
});

test('without a token there is nothing to refresh: the 401 is the answer', async () => {
  const bench = workbench(() => json(401, {}));
  await createJwtClient(bench.tools).listUsers(bench.activity(), 'own');
  expect(story(bench.events)).toEqual([
    'request/act open-users',
    'request/ask no-credential',
    'request/ask GET /jwt_users.php',
    'request/answer 401',
  ]);
});

describe('several at once', () => {
  test('share one refresh: the second waits for it and goes on with the new token', async () => {
    const { server, bench, client, by, count } = await loggedIn();
    server.valid.clear();
    await Promise.all([client.listUsers(bench.activity('a'), 'own'), client.listUsers(bench.activity('b'), 'own')]);
    expect(count('/jwt_refresh.php')).toBe(1);
    expect(by('a')).toContain('refresh/act start-refresh');
    expect(by('b')).toEqual([...ASK_AND_401, 'refresh/act await-refresh', ...RETRY, 'retry/answer 200']);
  });

  test('are all logged out by one refused refresh', async () => {
    const { server, bench, client, by, count, stored } = await loggedIn();
    server.valid.clear();
    server.refreshes = false;
    await Promise.all(['a', 'b', 'c'].map((name) => client.listUsers(bench.activity(name), 'own')));
    expect(count('/jwt_refresh.php')).toBe(1);
    expect(by('b')).toEqual([...ASK_AND_401, 'refresh/act await-refresh']);
    expect(by('c')).toEqual(by('b'));
    expect(stored()).toBeUndefined();
  });

  test('share also the refresh that the person asked for', async () => {
    const { bench, client, count, by } = await loggedIn();
    await Promise.all([client.refresh(bench.activity('a'), 'own'), client.refresh(bench.activity('b'), 'own')]);
    expect(count('/jwt_refresh.php')).toBe(1);
    expect(by('b')).toEqual(['refresh/act await-refresh']);
  });

  test('a late 401 for a token that was replaced meanwhile retries with the current one, without a refresh', async () => {
    const { server, bench, client, by, count } = await loggedIn();
    server.valid.clear();
    const letGo = server.hold('/jwt_users.php');
    const late = client.listUsers(bench.activity('late'), 'own');
    await client.listUsers(bench.activity('quick'), 'own');
    expect(count('/jwt_refresh.php')).toBe(1);
    letGo();
    await late;
    expect(by('late')).toEqual([...ASK_AND_401, ...RETRY, 'retry/answer 200']);
    expect(count('/jwt_refresh.php')).toBe(1);
  });

  test('who waits for a refresh that nobody answers is let go, keeps the tokens and does not retry', async () => {
    const { server, bench, client, by, stored } = await loggedIn();
    server.valid.clear();
    const { fetch } = bench.tools;
    Object.assign(bench.tools, {
      fetch: (request: Request) =>
        request.url.endsWith('/jwt_refresh.php') ? Promise.reject(new TypeError('Failed to fetch')) : fetch(request),
    });
    const [first, second] = await Promise.allSettled([
      client.listUsers(bench.activity('a'), 'own'),
      client.listUsers(bench.activity('b'), 'own'),
    ]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
    expect(by('b')).toEqual([...ASK_AND_401, 'refresh/act await-refresh']);
    expect(stored()).toHaveProperty('refresh_token', REFRESH);
  });

  test('the next one after a finished refresh starts its own', async () => {
    const { bench, client, count } = await loggedIn();
    await client.refresh(bench.activity(), 'own');
    await client.refresh(bench.activity(), 'own');
    expect(count('/jwt_refresh.php')).toBe(2);
  });
});

test('a refresh answered after the person logged out brings nothing back', async () => {
  const { server, bench, client, stored, by } = await loggedIn();
  const letGo = server.hold('/jwt_refresh.php');
  const refreshing = client.refresh(bench.activity('a'), 'own');
  await client.logout(bench.activity('out'));
  letGo();
  await refreshing;
  expect(by('a').at(-1)).toBe('refresh/answer 200');
  expect(stored()).toBeUndefined();
});

test('a refresh asked for by a person without a refresh token logs out what is left, without a request', async () => {
  const bench = workbench(() => json(200, {}));
  await createJwtClient(bench.tools).refresh(bench.activity(), 'own');
  expect(bench.requests).toEqual([]);
  expect(story(bench.events)).toEqual(['refresh/act start-refresh', 'refresh/drop give-up']);
});

async function aheadAt(secondsBeforeExp: number) {
  const all = await loggedIn();
  const { bench, client } = all;
  bench.settings = { ...bench.settings, clientStorage: 'localStorage', refreshAhead: true };
  const exp = WORLD_EPOCH + LIFETIME;
  bench.micros = (exp - secondsBeforeExp - WORLD_EPOCH) * 1_000_000;
  await client.listUsers(bench.activity('a'), 'own');
  return all;
}

describe('with "refresh ahead"', () => {
  test('nothing is refreshed while more than 300 seconds are left', async () => {
    const { count } = await aheadAt(301);
    expect(count('/jwt_refresh.php')).toBe(0);
  });

  test('the client refreshes first when 300 seconds are left, and there is no 401', async () => {
    const { by } = await aheadAt(300);
    expect(by('a')).toEqual([
      'request/act open-users',
      'refresh/act refresh-ahead',
      'refresh/ask POST /jwt_refresh.php',
      'refresh/answer 200',
      'refresh/keep +localStorage access_token',
      'request/ask read-token',
      'request/ask set-authorization',
      'request/ask GET /jwt_users.php',
      'request/answer 200',
    ]);
  });

  test('a refused refresh ahead logs the client out, and the request is not sent', async () => {
    const { server, bench, client, count, stored } = await loggedIn();
    bench.settings = { ...bench.settings, clientStorage: 'localStorage', refreshAhead: true };
    bench.micros = LIFETIME * 1_000_000;
    server.refreshes = false;
    await client.listUsers(bench.activity('a'), 'own');
    expect(count('/jwt_users.php')).toBe(0);
    expect(stored()).toBeUndefined();
  });

  test('two at once refresh ahead once', async () => {
    const { bench, client, count } = await loggedIn();
    bench.settings = { ...bench.settings, clientStorage: 'localStorage', refreshAhead: true };
    bench.micros = LIFETIME * 1_000_000;
    await Promise.all([client.listUsers(bench.activity('a'), 'own'), client.listUsers(bench.activity('b'), 'own')]);
    expect([count('/jwt_refresh.php'), count('/jwt_users.php')]).toEqual([1, 2]);
  });
});
