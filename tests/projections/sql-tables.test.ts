import { expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import { isJsonObject } from '#core/json.ts';
import { applyChange } from '#core/state.ts';
import { deletionOf } from '#projections/tables/sql-deletion.ts';
import { readSchema } from '#projections/tables/sql-schema.ts';
import { sqlTables, statementsAt } from '#projections/tables/sql-tables.ts';
import { SCHEMA } from '#server/sql/schema.ts';
import { LOGIN, LOGOUT, run, USERS } from './worlds.ts';

const TABLES = readSchema(SCHEMA);

async function twice(...intents: Parameters<typeof run>[1]): Promise<Comparison> {
  const trace = await run('sql-session', intents);
  return align(trace, trace);
}

const table = (comparison: Comparison, k: number, name: string) =>
  sqlTables(comparison, 'left', k, TABLES).find((one) => one.name === name);

test('the schema’s tables come with their columns, types and keys', () => {
  expect(TABLES.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['users', 'sessions', 'families', 'refresh_tokens', 'denylist']),
  );
  const columns = (name: string) => TABLES.find((one) => one.name === name)?.columns;
  expect(columns('sessions')?.slice(0, 3)).toEqual([
    { name: 'id', type: 'INTEGER', key: true },
    { name: 'id_hash', type: 'TEXT', key: false },
    { name: 'user_id', type: 'INTEGER', key: false },
  ]);
  expect(columns('denylist')?.map(({ key }) => key)).toEqual([true, true, false]);
});

test('every column that the engine holds is in the schema as read, and no other', async () => {
  const comparison = await twice(LOGIN, USERS);
  const end = comparison.steps.length;
  const state = comparison.left.events.reduce(
    (before, event) => (event.kind === 'change' ? applyChange(before, event) : before),
    comparison.left.initial,
  );
  for (const name of ['users', 'sessions'] as const) {
    const held = Object.values(state[`database/${name}`] ?? {});
    expect(held.length).toBeGreaterThan(0);
    for (const row of held) {
      expect(isJsonObject(row) && Object.keys(row).toSorted()).toEqual(
        TABLES.find((one) => one.name === name)
          ?.columns.map((column) => column.name)
          .toSorted(),
      );
    }
    expect(table(comparison, end, name)?.rows).toHaveLength(held.length);
  }
});

test('a hash is shortened and can be had whole; a time can be read', async () => {
  const comparison = await twice(LOGIN);
  const sessions = table(comparison, comparison.steps.length, 'sessions');
  const [row] = sessions?.rows ?? [];
  const cell = (name: string) => row?.cells[sessions?.columns.findIndex((column) => column.name === name) ?? -1];
  expect(cell('id_hash')?.text).toMatch(/^[0-9a-f]{6}…$/);
  expect(cell('id_hash')?.full).toMatch(/^[0-9a-f]{64}$/);
  expect(cell('expires')).toMatchObject({ text: expect.stringMatching(/^\d{10}$/), reading: '21:00:00' });
  expect(cell('device')).toMatchObject({ text: 'laptop', reading: null, isNull: false });
});

test('the step that inserts, updates or deletes a row marks it, and the column it changed', async () => {
  const comparison = await twice(LOGIN, { id: 'gap', kind: 'wait', seconds: 60 }, USERS, LOGOUT);
  const seen = Array.from({ length: comparison.steps.length + 1 }, (_, k) => table(comparison, k, 'sessions'))
    .flatMap((view) => view?.rows.map((row) => ({ row, view })) ?? [])
    .filter(({ row }) => row.change !== null);
  expect(seen.map(({ row }) => row.change)).toEqual(['added', 'changed', 'removed']);
  const changed = seen[1];
  expect(
    changed?.view?.columns.filter((_, index) => changed.row.cells[index]?.changed).map(({ name }) => name),
  ).toEqual(['last_seen']);
});

test('the statements of a step are those that the engine ran then', async () => {
  const comparison = await twice(LOGIN, LOGOUT);
  const all = comparison.steps.flatMap((_, index) => statementsAt(comparison, 'left', index + 1));
  const ran = comparison.left.events.filter((event) => event.kind === 'store' && event.sql);
  expect(all.map(({ event }) => event)).toEqual(ran.map(({ id }) => id));
  expect(all.at(-1)?.sql.statement).toContain('DELETE FROM sessions');
});

test.each([
  ['sessions', '12', 'DELETE FROM sessions WHERE id = 12'],
  ['denylist', "https://app.example it's", "DELETE FROM denylist WHERE iss = 'https://app.example' AND jti = 'it''s'"],
  ['sessions', '1; DROP', null],
  ['throttle', 'john@example.com', null],
] as const)('the statement that deletes a row of %s by its key', (name, key, statement) => {
  expect(deletionOf(TABLES, name, key)).toBe(statement);
});
