import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import { clockText } from '#projections/clock.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { familyTrees } from '#projections/tables/families.ts';
import { lifetimesView, nextExpiry } from '#projections/lifetimes/lifetimes.ts';
import { storageView } from '#projections/storage/storage.ts';
import { stateView } from '#projections/state/where-state-lives.ts';
import { stepText } from '#projections/sentences/words.ts';
import { LOGIN, run } from './worlds.ts';

/** A column and what it may be set to at the console, as far as the engine lets it. */
const COLUMNS = {
  users: ['id', 'user_name', 'email', 'disabled'],
  sessions: ['id', 'id_hash', 'user_id', 'device', 'created', 'last_seen', 'expires'],
  families: ['user_id', 'device', 'created', 'expires', 'revoked'],
  refresh_tokens: ['token_hash', 'family_id', 'parent_id', 'issued', 'used'],
} as const;
const columns = Object.entries(COLUMNS).flatMap(([table, names]) => names.map((name) => [table, name] as const));
const value = fc.constantFrom(
  '9007199254740991',
  '9223372036854775807',
  '-9007199254740991',
  "''",
  'NULL',
  "'🔑'",
  'id',
);
const statement = fc
  .tuple(fc.constantFrom(...columns), value)
  .map(([[table, column], to]) => `UPDATE OR REPLACE ${table} SET ${column} = ${to}`);

const acts: fc.Arbitrary<Intent> = fc.oneof(
  statement.map((text) => ({ id: '', kind: 'sql', statement: text }) as const),
  fc.constantFrom(
    { id: '', kind: 'list-users', device: 'laptop' } as const,
    { id: '', kind: 'refresh', device: 'laptop' } as const,
    { id: '', kind: 'restart-server' } as const,
    { id: '', kind: 'reload', device: 'laptop' } as const,
    {
      id: '',
      kind: 'edit-storage',
      device: 'laptop',
      area: 'localStorage',
      key: 'access_token',
      value: 'a.b.c',
    } as const,
  ),
);

function everyPicture(comparison: Comparison): number {
  const { rows } = diagramModel(comparison);
  comparison.steps.forEach((_, index) => {
    storageView(comparison, index + 1);
    stateView(comparison, index + 1);
    nextExpiry(lifetimesView(comparison, index + 1));
    familyTrees(comparison, 'left', index + 1);
    expect(rows[index]?.left.type).toBeDefined();
    expect(stepText(comparison, index)?.left).not.toMatch(/undefined|null|NaN|\[object/);
  });
  return comparison.steps.length;
}

test('whatever somebody writes into a row by hand, everything is still drawn and said', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('sql-session' as const, 'hybrid' as const),
      fc.array(acts, { maxLength: 6 }),
      async (scheme, list) => {
        const trace = await run(scheme, [LOGIN, ...list.map((act, at) => ({ ...act, id: `a${at}` }))]);
        expect(everyPicture(align(trace, trace))).toBeGreaterThan(list.length);
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  [1_772_442_000, '09:00:00'],
  [8_640_000_000_000, '+99979486 d 00:00:00'],
  [8_640_000_000_001, 'the end of time'],
  [-8_640_000_000_001, 'before all time'],
])('the second %i is told as %s', (unix, text) => {
  expect(clockText(unix)).toBe(text);
});
