import { describe, expect, test } from 'vitest';
import { header, type HeaderList, type HttpResponse } from '#core/http.ts';
import type { Settings } from '#core/settings.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { openServer, takeState } from '#server/stores/open-server.ts';
import { Bench, bodyOf, JOHN, outside, refused, ZOYA } from './harness.ts';

const STRANGER = refused(401, 'unauthorized', 'You are not logged in');

const withId = (id: string, ...others: HeaderList): HeaderList => [['session-id', id], ...others];
const issuedId = (response: HttpResponse): string => header(response.headers, 'session-id') ?? '';

async function loggedIn(settings: Partial<Settings> = {}): Promise<{ bench: Bench; id: string }> {
  const bench = await Bench.startWithSql(settings);
  return { bench, id: issuedId(await bench.send('POST', '/session/login', { json: JOHN })) };
}

async function sessions({ cell }: Bench): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return Object.values((await takeState(cell)).sql?.tables['sessions'] ?? {});
}

/** What ran in the last request, by its first word. */
const verbs = (bench: Bench): readonly string[] =>
  bench.stores().flatMap(({ store, sql }) => (sql && store === 'sessions' ? [sql.statement.split(/\s/)[0] ?? ''] : []));

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}

describe('POST /session/login', () => {
  test('hands the id out in the body and in a header, once the same', async () => {
    const bench = await Bench.startWithSql();
    const response = await bench.send('POST', '/session/login', { json: JOHN });
    expect(response.status).toBe(200);
    const id = issuedId(response);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(bodyOf(response)).toEqual({ status: 'success', data: { sessionId: id } });
    expect(header(response.headers, 'Cache-Control')).toBe('no-store');
    expect(header(response.headers, 'Set-Cookie')).toBeNull();
  });

  test('inserts one row: the hash of the id, whose it is, where, and until when', async () => {
    const bench = await Bench.startWithSql();
    const headers: HeaderList = [['User-Agent', 'curl/8']];
    const id = issuedId(await bench.send('POST', '/session/login', { json: JOHN, headers }));
    expect(verbs(bench)).toEqual(['INSERT']);
    expect(await sessions(bench)).toEqual([
      {
        id: 1,
        id_hash: await sha256(id),
        user_id: 42,
        device: 'curl/8',
        created: bench.now,
        last_seen: bench.now,
        expires: bench.now + 43_200,
      },
    ]);
  });

  test('never writes the id itself down, in the table or in the record', async () => {
    const { bench, id } = await loggedIn();
    expect(JSON.stringify(await takeState(bench.cell))).not.toContain(id);
    expect(JSON.stringify(bench.recorded)).not.toContain(id);
  });

  test('gives a new id each time, whatever the request brings', async () => {
    const { bench, id } = await loggedIn();
    const again = issuedId(await bench.send('POST', '/session/login', { json: JOHN, headers: withId(id) }));
    const planted = issuedId(await bench.send('POST', '/session/login', { json: JOHN, headers: withId('planted') }));
    expect(new Set([id, again, planted, 'planted']).size).toBe(4);
    expect(await sessions(bench)).toHaveLength(3);
  });

  test.each<[status: number, json: object]>([
    [400, {}],
    [400, { email: JOHN.email }],
    [400, { email: JOHN.email, password: 1 }],
    [401, { ...JOHN, password: '' }],
    [401, { ...JOHN, password: 'wrong' }],
    [401, { ...JOHN, email: 'nobody@example.com' }],
    [401, { ...JOHN, email: "' OR '1'='1' --" }],
  ])('answers %i to %j and issues nothing', async (status, json) => {
    const bench = await Bench.startWithSql();
    const response = await bench.send('POST', '/session/login', { json: json as never });
    expect(response.status).toBe(status);
    expect(header(response.headers, 'session-id')).toBeNull();
    expect(await sessions(bench)).toEqual([]);
  });

  test('takes a form as well as JSON, and an address in any case', async () => {
    const bench = await Bench.startWithSql();
    const form = new URLSearchParams({ ...ZOYA, email: ' Zoya@Example.com ' }).toString();
    expect((await bench.send('POST', '/session/login', { form })).status).toBe(200);
  });

  test('shares its count of failures with the other logins', async () => {
    const bench = await Bench.startWithSql();
    const wrong = { json: { ...JOHN, password: 'x' } };
    for (const path of ['/login.php', '/session/login', '/jwt_login.php', '/session/login', '/login.php']) {
      expect((await bench.send('POST', path, wrong)).status).toBe(401);
    }
    const blocked = await bench.send('POST', '/session/login', { json: JOHN });
    expect(blocked.status).toBe(429);
    expect(header(blocked.headers, 'Retry-After')).toBe('900');
    bench.now += 900;
    expect((await bench.send('POST', '/session/login', { json: JOHN })).status).toBe(200);
  });
});

describe('a request with a session', () => {
  test('gets its user’s profile', async () => {
    const { bench, id } = await loggedIn();
    const response = await bench.send('GET', '/session/profile', { headers: withId(id) });
    expect(bodyOf(response)).toEqual({
      user: { id: 42, user_name: 'John Doe', role: 'admin', email: 'john@example.com' },
    });
    expect(header(response.headers, 'session-id')).toBeNull();
  });

  test('gets its data, with the number of its row', async () => {
    const { bench } = await loggedIn();
    const id = issuedId(await bench.send('POST', '/session/login', { json: ZOYA }));
    const response = await bench.send('POST', '/session/mydata', { headers: withId(id) });
    expect(bodyOf(response)).toEqual({ mydata: { id: 2, userId: 123, name: 'Zoya', email: 'zoya@example.com' } });
  });

  test.each([
    ['GET', '/session/profile'],
    ['POST', '/session/mydata'],
  ])('costs one JOIN and one UPDATE: %s %s', async (method, path) => {
    const { bench, id } = await loggedIn();
    bench.now += 60;
    await bench.send(method, path, { headers: withId(id) });
    expect(verbs(bench)).toEqual(['SELECT', 'UPDATE']);
    const [join, update] = bench.stores();
    expect(join?.sql?.statement).toContain('JOIN users');
    expect(join?.sql?.params).toEqual([await sha256(id)]);
    expect(join?.sql?.plan).toEqual([
      'SEARCH s USING INDEX sqlite_autoindex_sessions_1 (id_hash=?)',
      'SEARCH u USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
    expect([join?.rows, update?.rows]).toEqual([1, 1]);
    expect(bench.authentication()).toEqual(['read sessions', 'write sessions']);
    expect(await sessions(bench)).toMatchObject([{ last_seen: bench.now }]);
  });

  test('finds its name for the header in any case', async () => {
    const { bench, id } = await loggedIn();
    expect((await bench.send('GET', '/session/profile', { headers: [['Session-ID', id]] })).status).toBe(200);
  });

  test('sees at once what has changed about its user', async () => {
    const { bench, id } = await loggedIn();
    const moment = { now: 0, entropy: new Uint8Array(16) };
    await bench.cell.database?.run("UPDATE users SET role = 'member' WHERE id = 42", [], moment);
    const response = await bench.send('GET', '/session/profile', { headers: withId(id) });
    expect(bodyOf(response)).toMatchObject({ user: { role: 'member' } });
  });

  test('holds for twelve hours, used or not, and ends in the very second', async () => {
    const { bench, id } = await loggedIn();
    for (const [at, status] of [
      [43_199, 200],
      [43_200, 401],
      [43_201, 401],
    ] as const) {
      const later = new Bench(bench.cell, 1, {});
      later.now = bench.now + at;
      expect((await later.send('GET', '/session/profile', { headers: withId(id) })).status).toBe(status);
    }
  });

  test('ends after the absolute limit of the settings', async () => {
    const { bench, id } = await loggedIn({ absolute: 60 });
    bench.now += 60;
    expect((await bench.send('GET', '/session/profile', { headers: withId(id) })).status).toBe(401);
    expect(bench.lastReason()).toBe('session-absolute');
  });
});

const NEED_A_SESSION = [
  ['GET', '/session/profile'],
  ['POST', '/session/mydata'],
  ['POST', '/session/logout-everywhere'],
  ['GET', '/session/devices'],
] as const;

describe.each(NEED_A_SESSION)('%s %s without a good session', (method, path) => {
  test.each<[what: string, headers: HeaderList, reason: string]>([
    ['no id', [], 'session-missing'],
    ['an empty id', withId(''), 'session-missing'],
    ['an unknown id', withId('0'.repeat(32)), 'session-unknown'],
    ['an injected id', withId("' OR '1'='1"), 'session-unknown'],
    ['an injected UNION', withId("' UNION SELECT 1, 9999999999, 42, 'x', 'x', 'admin' --"), 'session-unknown'],
    ['a path', withId('../../etc/passwd'), 'session-unknown'],
    ['a very long id', withId('a'.repeat(100_000)), 'session-unknown'],
    ['two ids', withId('a', ['session-id', 'b']), 'session-unknown'],
    ['an id in a cookie', [['Cookie', 'session-id=a']], 'session-missing'],
  ])('answers 401 to %s, and nothing changes', async (_, headers, reason) => {
    const { bench } = await loggedIn();
    const before = await bench.cell.database?.snapshot();
    expect(outside(await bench.send(method, path, { headers }))).toBe(STRANGER);
    expect(bench.lastReason()).toBe(reason);
    expect(await bench.cell.database?.snapshot()).toBe(before);
  });

  test('answers 401 to an expired one in the same bytes, and leaves its row', async () => {
    const { bench, id } = await loggedIn();
    bench.now += 43_200;
    expect(outside(await bench.send(method, path, { headers: withId(id) }))).toBe(STRANGER);
    expect(await sessions(bench)).toHaveLength(1);
  });

  test('answers 401 to the hash of a good id', async () => {
    const { bench, id } = await loggedIn();
    expect(outside(await bench.send(method, path, { headers: withId(await sha256(id)) }))).toBe(STRANGER);
  });
});

describe('POST /session/logout', () => {
  test('deletes the row, and only that one', async () => {
    const { bench, id } = await loggedIn();
    const other = issuedId(await bench.send('POST', '/session/login', { json: JOHN }));
    const response = await bench.send('POST', '/session/logout', { headers: withId(id) });
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({ message: 'Logged out' });
    expect(verbs(bench)).toEqual(['DELETE']);
    expect((await bench.send('GET', '/session/profile', { headers: withId(id) })).status).toBe(401);
    expect((await bench.send('GET', '/session/profile', { headers: withId(other) })).status).toBe(200);
  });

  test.each<[what: string, headers: HeaderList]>([
    ['no id', []],
    ['an unknown id', withId('f'.repeat(32))],
    ['an injected id', withId("' OR '1'='1")],
  ])('answers the same to %s, and ends nobody’s session', async (_, headers) => {
    const { bench, id } = await loggedIn();
    const answer = outside(await bench.send('POST', '/session/logout', { headers }));
    expect(await sessions(bench)).toHaveLength(1);
    expect(answer).toBe(outside(await bench.send('POST', '/session/logout', { headers: withId(id) })));
    expect(answer).toBe(outside(await bench.send('POST', '/session/logout', { headers: withId(id) })));
  });
});

test('logging out everywhere deletes all of the user’s rows and says how many', async () => {
  const { bench, id } = await loggedIn();
  const phone = issuedId(await bench.send('POST', '/session/login', { json: JOHN }));
  const zoya = issuedId(await bench.send('POST', '/session/login', { json: ZOYA }));
  const response = await bench.send('POST', '/session/logout-everywhere', { headers: withId(id) });
  expect(bodyOf(response)).toEqual({ message: 'Logged out everywhere', count: 2 });
  const statuses = await Promise.all(
    [id, phone, zoya].map(async (one) => bench.send('GET', '/session/profile', { headers: withId(one) })),
  );
  expect(statuses.map(({ status }) => status)).toEqual([401, 401, 200]);
});

test('the list of devices says where and when, which one asks, and never an id', async () => {
  const bench = await Bench.startWithSql();
  const from = async (agent: string) =>
    issuedId(await bench.send('POST', '/session/login', { json: JOHN, headers: [['User-Agent', agent]] }));
  const start = bench.now;
  const laptop = await from('Claimcheck (laptop)');
  await bench.send('POST', '/session/login', { json: ZOYA });
  bench.now += 10;
  const phone = await from('a phone');
  bench.now += 10;
  await bench.send('GET', '/session/profile', { headers: withId(laptop) });
  const response = await bench.send('GET', '/session/devices', { headers: withId(phone) });
  expect(bodyOf(response)).toEqual([
    { device: 'laptop', created: start, lastSeen: start + 20, current: false },
    { device: 'a phone', created: start + 10, lastSeen: start + 10, current: true },
  ]);
  for (const id of [laptop, phone]) {
    expect(response.body).not.toContain(id);
    expect(response.body).not.toContain(await sha256(id));
  }
});

test('a server that wakes up where another stood knows its sessions, and goes its own way from there', async () => {
  const { bench, id } = await loggedIn();
  const twin = new Bench(await openServer(await takeState(bench.cell), await loadSqlite()), 2, {});
  await twin.send('POST', '/session/logout', { headers: withId(id) });
  expect((await twin.send('GET', '/session/profile', { headers: withId(id) })).status).toBe(401);
  expect((await bench.send('GET', '/session/profile', { headers: withId(id) })).status).toBe(200);
});

test('what is recorded of a request is what the engine logged, statement by statement', async () => {
  const { bench, id } = await loggedIn();
  const before = (await bench.cell.database?.log())?.length ?? 0;
  await bench.send('GET', '/session/profile', { headers: withId(id) });
  await bench.send('POST', '/session/login', { json: JOHN });
  const login = bench.stores().flatMap(({ sql, rows }) => (sql ? [{ statement: sql.statement, rows }] : []));
  const logged = (await bench.cell.database?.log())?.slice(before) ?? [];
  expect(logged).toHaveLength(2 + login.length);
  expect(logged.slice(2).map(({ statement, rows }) => ({ statement, rows }))).toEqual(login);
});

test('without a database there are no such addresses', async () => {
  const bench = await Bench.start();
  expect((await bench.send('POST', '/session/login', { json: JOHN })).status).toBe(404);
});
