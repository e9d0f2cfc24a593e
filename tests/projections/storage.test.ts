import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonObject } from '#core/json.ts';
import { align, type Comparison } from '#core/align.ts';
import { applyChange, areaId } from '#core/state.ts';
import type { StoragePanel } from '#projections/models.ts';
import { storageView } from '#projections/storage/storage.ts';
import { syntheticComparison } from './synthetic.ts';
import { HOUR, LATER, LOGIN, LOGOUT, run, sessionAndJwt, USERS } from './worlds.ts';

const SYNTHETIC = syntheticComparison(3_000);

test('a random walk over the timeline shows the same as going straight there', () => {
  const size = SYNTHETIC.steps.length;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: size }), { minLength: 1, maxLength: 12 }), (walk) => {
      const walked = { ...SYNTHETIC };
      for (const k of walk) storageView(walked, k);
      const there = walk.at(-1) ?? 0;
      expect(storageView(walked, there)).toEqual(storageView({ ...SYNTHETIC }, there));
    }),
    { numRuns: 60 },
  );
});

test('the panels hold what folding every change by hand gives', () => {
  for (const k of [1, 63, 64, 65, 500, 1_200, SYNTHETIC.steps.length]) {
    const done = SYNTHETIC.left.events.slice(0, SYNTHETIC.leftEnd[k]);
    const state = done.reduce(
      (before, event) => (event.kind === 'change' ? applyChange(before, event) : before),
      SYNTHETIC.left.initial,
    );
    for (const { area, rows } of storageView(SYNTHETIC, k).left) {
      const held = rows.filter(({ change }) => change !== 'removed').map(({ key }) => key);
      expect(held).toEqual(Object.keys(state[areaId(area)] ?? {}));
    }
  }
});

test('the panels are the same for every step, only their rows differ', async () => {
  const comparison = await sessionAndJwt([LOGIN, USERS, LOGOUT]);
  const frames = (k: number): unknown =>
    [...storageView(comparison, k).left, ...storageView(comparison, k).right].map((one) => ({ ...one, rows: null }));
  const first = frames(0);
  for (let k = 1; k <= comparison.steps.length; k += 1) expect(frames(k)).toEqual(first);
});

test('a session fills the cookie jar and a file, a JWT localStorage, and the server’s memory says so', async () => {
  const comparison = await sessionAndJwt([LOGIN, USERS]);
  const { left, right } = storageView(comparison, comparison.steps.length);
  expect(titles(left)).toEqual(['Cookie jar', 'Session files']);
  expect(titles(right)).toEqual(['localStorage', 'Memory']);
  expect(texts(panel(right, 'Memory'))).toEqual([
    ['sessions', 'none'],
    ['JWT_SECRET', '•••• 256 bit'],
  ]);
  expect(panel(right, 'localStorage').rows.map(({ key }) => key)).toEqual([
    'access_token',
    'refresh_token',
    'user_data',
  ]);
});

test('a secret is nowhere in the view', async () => {
  const comparison = await sessionAndJwt([LOGIN]);
  const secret = comparison.right.initial['app-1/secrets']?.['JWT_SECRET'];
  expect(secret).toHaveLength(64);
  expect(JSON.stringify(storageView(comparison, comparison.steps.length))).not.toContain(secret);
});

test('a session file is shown exactly as PHP writes it', async () => {
  const comparison = await sessionAndJwt([LOGIN]);
  const { left } = storageView(comparison, comparison.steps.length);
  const [row] = panel(left, 'Session files').rows;
  expect(row?.cells[1]?.text).toMatch(/^user\|a:4:\{s:2:"id";i:42;s:9:"user_name";s:8:"John Doe";/);
  expect(row?.cells[1]?.text).toBe(row?.cells[1]?.full);
});

test('a cookie shows its flags and what scripts can do with it', async () => {
  const comparison = await sessionAndJwt([LOGIN]);
  const [row] = panel(storageView(comparison, comparison.steps.length).left, 'Cookie jar').rows;
  expect(row?.cells.map(({ text }) => text)).toEqual([
    'PHPSESSID',
    expect.stringMatching(/^[0-9a-f]{6}…$/),
    'HttpOnly Secure Lax',
  ]);
  expect(row?.visibility).toBe('hidden from scripts');
  expect(row?.credential).toMatchObject({ form: 'ticket', name: 'PHPSESSID' });
});

test('what a step adds, changes or removes is marked in that step and in no other', async () => {
  const comparison = await sessionAndJwt([LOGIN, { id: 'gap', kind: 'wait', seconds: 60 }, USERS, LOGOUT]);
  const files = Array.from({ length: comparison.steps.length + 1 }, (_, k) =>
    panel(storageView(comparison, k).left, 'Session files').rows.map(({ change }) => change),
  );
  const changes = files.map(([change]) => change).filter((change) => change !== null && change !== undefined);
  expect(changes).toEqual(['added', 'changed', 'removed']);
});

test('only the field that changed is marked: a used session keeps its content', async () => {
  const comparison = await sessionAndJwt([LOGIN, { id: 'gap', kind: 'wait', seconds: 60 }, USERS]);
  const rows = Array.from({ length: comparison.steps.length }, (_, k) => storageView(comparison, k + 1).left)
    .flatMap((panels) => panel(panels, 'Session files').rows)
    .filter(({ change }) => change === 'changed');
  expect(rows.map(({ cells }) => cells.map(({ changed }) => changed))).toEqual([[false, false, true]]);
});

test('a removed row stays in its place for the step that removed it', async () => {
  const comparison = await sessionAndJwt([LOGIN, LOGOUT]);
  const last = comparison.steps.length;
  const gone = panel(storageView(comparison, last).right, 'localStorage').rows;
  expect(gone.map(({ key, change }) => [key, change])).toEqual([
    ['access_token', 'removed'],
    ['refresh_token', 'removed'],
    ['user_data', 'removed'],
  ]);
});

test('a row that no step touched is the same object as before', async () => {
  const comparison = await sessionAndJwt([LOGIN, USERS]);
  const at = (k: number): StoragePanel => panel(storageView(comparison, k).right, 'localStorage');
  const { length } = comparison.steps;
  const before = at(length - 1);
  expect(at(length)).toBe(before);
  expect(at(length - 3).rows[0]).toBe(before.rows[0]);
});

test('a cookie past its end is marked by the virtual clock', async () => {
  const base = await sessionAndJwt([LOGIN, HOUR, LATER]);
  const left = {
    ...base.left,
    events: base.left.events.map((event) =>
      event.kind === 'change' && event.area.name === 'cookies' && isJsonObject(event.after)
        ? { ...event, after: { ...event.after, expires: 1_772_442_000 + 600 } }
        : event,
    ),
  };
  const comparison = align(left, base.right);
  const flags = Array.from({ length: comparison.steps.length + 1 }, (_, k) =>
    texts(panel(storageView(comparison, k).left, 'Cookie jar')).map((cells) => cells[2]),
  ).flat();
  expect(new Set(flags)).toEqual(new Set(['HttpOnly Secure Lax until 09:10:00', 'HttpOnly Secure Lax expired']));
});

test('tokens in memory are shown in the script’s memory', async () => {
  const right = await run('jwt', [LOGIN], { clientStorage: 'memory' });
  const comparison = align(right, right);
  expect(titles(storageView(comparison, comparison.steps.length).right)).toEqual(['Script memory', 'Memory']);
});

test('a denylist that is on has a panel from the start, and says that it is empty', async () => {
  const comparison = await sessionAndJwt([LOGIN, LOGOUT], { denylist: true });
  const before = panel(storageView(comparison, 0).right, 'Table denylist');
  expect(before).toMatchObject({ rows: [], emptyText: 'no token revoked', ownerName: 'Database', place: 'server' });
  const after = panel(storageView(comparison, comparison.steps.length).right, 'Table denylist');
  expect(texts(after).map(([, until]) => until)).toEqual(['10:00:00', '+7 d 09:00:00']);
});

test('a cursor out of range shows the nearest state', async () => {
  const comparison: Comparison = await sessionAndJwt([LOGIN]);
  expect(storageView(comparison, -5)).toEqual(storageView(comparison, 0));
  expect(storageView(comparison, 9_999)).toEqual(storageView(comparison, comparison.steps.length));
});

function panel(panels: readonly StoragePanel[], title: string): StoragePanel {
  const found = panels.find((one) => one.title === title);
  if (!found) throw new Error(`no panel ${title}`);
  return found;
}

function titles(panels: readonly StoragePanel[]): readonly string[] {
  return panels.map(({ title }) => title);
}

function texts({ rows }: StoragePanel): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells.map(({ text }) => text));
}
