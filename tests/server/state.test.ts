import { expect, test } from 'vitest';
import type { HttpResponse } from '#core/http.ts';
import { areasOf } from '#server/stores/areas.ts';
import { initialServerState } from '#server/stores/open-server.ts';
import { createRandom } from '#world/random.ts';
import { bearer, Bench, issuedId, issuedTokens, JOHN, SECRET, sessionCookie } from './harness.ts';

test('a server starts with five users, no session and a secret of 32 bytes', async () => {
  const areas = areasOf(await initialServerState(createRandom('a')));
  expect(Object.keys(areas['database/users'] ?? {})).toEqual(['42', '123', '207', '318', '451']);
  expect(areas['database/users']?.['42']).toEqual({
    id: 42,
    user_name: 'John Doe',
    email: 'john@example.com',
    role: 'admin',
    salt: expect.stringMatching(/^[0-9a-f]{32}$/),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    disabled: null,
  });
  expect(areas['app-1/secrets']).toEqual({ JWT_SECRET: expect.stringMatching(/^[0-9a-f]{64}$/) });
  for (const id of ['app-1/files', 'database/denylist', 'database/cutoffs', 'database/throttle'] as const) {
    expect(areas[id]).toEqual({});
  }
});

test('every user has a salt of their own, so that equal passwords do not look equal', async () => {
  const { users } = await initialServerState(createRandom('a'));
  const rows = [...users.values()];
  expect(new Set(rows.map(({ salt }) => salt)).size).toBe(5);
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(5);
});

test('the same randomness gives the same server, other randomness another', async () => {
  const [a, b, c] = await Promise.all(['x', 'x', 'y'].map((name) => initialServerState(createRandom(name))));
  expect(a).toEqual(b);
  expect(c?.secrets).not.toEqual(a?.secrets);
});

test('a secret that is given changes nothing else', async () => {
  const drawn = await initialServerState(createRandom('x'));
  const given = await initialServerState(createRandom('x'), { jwtSecret: SECRET });
  expect(given).toEqual({ ...drawn, secrets: { JWT_SECRET: Buffer.from(SECRET).toString('hex') } });
});

test('an e-mail may be called anything without getting at the tables themselves', async () => {
  const bench = await Bench.start();
  const json = { email: '__proto__', password: 'x' };
  for (let i = 0; i < 5; i += 1) await bench.send('POST', '/login.php', { json });
  expect((await bench.send('POST', '/login.php', { json })).status).toBe(429);
  const { 'database/throttle': throttle = {} } = areasOf(bench.cell.state);
  expect(Object.keys(throttle)).toEqual(['__proto__']);
});

/** Everything that comes out of a few requests: answers, records, what is remembered. */
async function run(seed: number): Promise<string> {
  const bench = await Bench.start({ denylist: true }, seed);
  const all: unknown[] = [];
  const send = async (...request: Parameters<Bench['send']>): Promise<HttpResponse> => {
    const response = await bench.send(...request);
    all.push(response, bench.recorded);
    return response;
  };
  const id = issuedId(await send('POST', '/login.php', { json: JOHN }));
  const tokens = issuedTokens(await send('POST', '/jwt_login.php', { json: JOHN }));
  bench.now += 10;
  await send('GET', '/users.php', { headers: sessionCookie(id) });
  await send('POST', '/jwt_logout.php', { headers: bearer(tokens.access_token) });
  return JSON.stringify([all, areasOf(bench.cell.state)]);
}

test('the same seed and the same requests give the same bytes, another seed others', async () => {
  const first = await run(7);
  expect(await run(7)).toBe(first);
  expect(await run(8)).not.toBe(first);
});

test('a state that somebody kept is never changed', async () => {
  const bench = await Bench.start();
  const kept = bench.cell.state;
  const copy = structuredClone(kept);
  await bench.send('POST', '/login.php', { json: JOHN });
  await bench.send('POST', '/login.php', { json: { ...JOHN, password: 'x' } });
  expect(kept).toEqual(copy);
  expect(bench.cell.state.users).toBe(kept.users);
  expect(bench.cell.state.files).not.toBe(kept.files);
});
