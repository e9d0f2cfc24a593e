import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import type { AreaName } from '#core/state.ts';
import { entryBytes } from '#projections/state/entry-bytes.ts';
import type { ReaderId } from '#projections/state/place-readers.ts';
import type { StatePlace, StateView } from '#projections/state/state-models.ts';
import { stateView } from '#projections/state/where-state-lives.ts';
import { syntheticComparison } from './synthetic.ts';
import { LOGIN, LOGOUT, run, sessionAndJwt, USERS } from './worlds.ts';

const placesOf = (view: StateView): readonly StatePlace[] => view.flatMap(({ places }) => places);

function place(view: StateView, name: AreaName): StatePlace {
  const found = placesOf(view).find(({ area }) => area.name === name);
  if (!found) throw new Error(`no place ${name}`);
  return found;
}

const atEnd = (comparison: Comparison): StateView => stateView(comparison, comparison.steps.length);

const readersOf = ({ readers }: StatePlace): readonly ReaderId[] =>
  (Object.keys(readers ?? {}) as ReaderId[]).filter((id) => readers?.[id].extent === 'all');

test('a session leaves an id with the client and the rest at the server, a JWT everything with the client', async () => {
  const [client, server] = atEnd(await sessionAndJwt([LOGIN]));
  // `PHPSESSID` and its 32 characters.
  expect(client?.total.left).toBe(9 + 32);
  expect(client?.total.right).toBeGreaterThan(500);
  expect(server?.total.left).toBeGreaterThan(100);
  // 256 bits that sign everybody's tokens.
  expect(server?.total.right).toBe(32);
});

test('a secret that signs nothing is no part of a session’s system', async () => {
  const secrets = place(atEnd(await sessionAndJwt([LOGIN])), 'secrets');
  expect(secrets.sizes).toMatchObject({ left: { entries: 0, bytes: 0 }, right: { entries: 1, bytes: 32 } });
});

test('accounts are there with every kind of login, and in no sum', async () => {
  const view = atEnd(await sessionAndJwt([LOGIN]));
  const users = place(view, 'users');
  expect(users).toMatchObject({ ofLogin: false, place: 'server' });
  expect(users.sizes.left).toEqual(users.sizes.right);
  const sum = view[1]?.places.reduce((bytes, one) => bytes + (one.ofLogin ? (one.sizes.left?.bytes ?? 0) : 0), 0);
  expect(view[1]?.total.left).toBe(sum);
});

test('an HttpOnly cookie is read by no script, and reaches every server that answers under the name', async () => {
  const jar = place(atEnd(await sessionAndJwt([LOGIN])), 'cookies');
  expect(readersOf(jar)).toEqual(['device', 'server', 'other-server']);
  expect(jar.readers?.['page-script'].reasons).toEqual([
    {
      holds: false,
      because: expect.stringContaining('HttpOnly'),
      cite: { document: 'RFC 6265bis', section: '5.6.6' },
      of: null,
    },
  ]);
  expect(jar.readers?.['other-origin'].reasons[0]?.because).toContain('SameSite=Lax');
});

test('tokens in localStorage are read by every script and tab of the site, and by whoever decodes them', async () => {
  const storage = place(atEnd(await sessionAndJwt([LOGIN])), 'localStorage');
  expect(readersOf(storage)).toEqual(['page-script', 'other-tab', 'device', 'decoder']);
});

test('a session id in the same place says nothing to whoever decodes it', async () => {
  const trace = await run('sql-session', [LOGIN]);
  const storage = place(atEnd(align(trace, trace)), 'localStorage');
  expect(readersOf(storage)).toEqual(['page-script', 'other-tab', 'device']);
  expect(storage.readers?.decoder.extent).toBe('none');
});

test('what is true of some entries only names them', async () => {
  const trace = await run('hybrid', [LOGIN]);
  const storage = place(atEnd(align(trace, trace)), 'localStorage');
  expect(storage.readers?.decoder.extent).toBe('some');
  expect(storage.readers?.decoder.reasons.map(({ holds, of }) => [holds, of])).toEqual([
    [true, ['access_token']],
    [false, ['refresh_token']],
  ]);
});

test('memory is out of reach for another tab, and a file for another server', async () => {
  const jwt = await run('jwt', [LOGIN], { clientStorage: 'memory' });
  const session = await run('php-session', [LOGIN]);
  const view = atEnd(align(session, jwt));
  expect(place(view, 'memory').readers?.['other-tab'].extent).toBe('none');
  expect(place(view, 'files').readers?.['other-server'].extent).toBe('none');
  const sql = await run('sql-session', [LOGIN]);
  expect(place(atEnd(align(sql, sql)), 'sessions').readers?.['other-server'].extent).toBe('all');
});

const storages = (comparison: Comparison): readonly StatePlace[] =>
  placesOf(atEnd(comparison)).filter(({ area }) => area.name === 'localStorage');

test('one row speaks of both sides where the same is true of both, else each has a row', async () => {
  const [sql, jwt, session] = [
    await run('sql-session', [LOGIN]),
    await run('jwt', [LOGIN]),
    await run('php-session', [LOGIN]),
  ];
  expect(storages(align(sql, sql))).toHaveLength(1);
  const [left, right] = storages(align(sql, jwt));
  expect(left?.sizes).toMatchObject({ left: { entries: 1 }, right: null });
  expect(right?.sizes).toMatchObject({ left: null, right: { entries: 3 } });
  expect(storages(align(session, jwt))).toHaveLength(1);
});

test('an empty place claims nothing', async () => {
  const jar = place(atEnd(await sessionAndJwt([LOGIN, LOGOUT])), 'cookies');
  expect(jar).toMatchObject({ readers: null, survives: null, sizes: { left: { entries: 0, bytes: 0, delta: -41 } } });
});

test('the places are the same at every step, but where the sides come to differ', async () => {
  const comparison = await sessionAndJwt([LOGIN, USERS, LOGOUT]);
  const names = (k: number): readonly string[] =>
    placesOf(stateView(comparison, k)).map(({ area }) => `${area.owner}/${area.name}`);
  const first = names(0);
  for (let k = 1; k <= comparison.steps.length; k += 1) expect(names(k)).toEqual(first);
});

test('the steps’ deltas add up to the sizes', async () => {
  const comparison = await sessionAndJwt([LOGIN, USERS, LOGOUT]);
  const sums = new Map<string, number>();
  for (let k = 0; k <= comparison.steps.length; k += 1) {
    for (const { area, sizes } of placesOf(stateView(comparison, k))) {
      const id = `${area.owner}/${area.name}`;
      const before = sums.get(id) ?? sizes.left?.bytes ?? 0;
      const now = k === 0 ? before : before + (sizes.left?.delta ?? 0);
      sums.set(id, now);
      expect(now, `${id} at ${k}`).toBe(sizes.left?.bytes);
    }
  }
});

test('a random walk shows the same as going straight there', () => {
  const synthetic = syntheticComparison(800);
  const size = synthetic.steps.length;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: size + 1 }), { minLength: 1, maxLength: 8 }), (walk) => {
      const walked = { ...synthetic };
      for (const k of walk) stateView(walked, k);
      expect(stateView(walked, walk.at(-1) ?? 0)).toEqual(stateView({ ...synthetic }, walk.at(-1) ?? 0));
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['cookies', 'app.example;/;PHPSESSID', { value: 'abc', httpOnly: true }, 12],
  ['localStorage', 'clé', '✓', 7],
  ['files', 'sess_1', { content: 'user|a:0:{}', mtime: 1_772_442_000 }, 17],
  ['sessions', '1', { id: 1, device: 'laptop', revoked: null }, 7],
  ['throttle', 'a@b', { failures: [10, 200] }, 8],
  ['cutoffs', '42', { before: 1_772_442_000 }, 12],
  ['secrets', 'JWT_SECRET', 'ff00', 2],
  ['clipboard', 'session-id', 'abcd', 4],
] as const)('bytes of an entry of %s: names and values, text as UTF-8', (area, key, value, bytes) => {
  expect(entryBytes(area, key, value)).toBe(bytes);
});
