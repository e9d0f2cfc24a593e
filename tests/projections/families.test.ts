import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import type { Settings } from '#core/settings.ts';
import { type FamilyTree, familyTrees, type TokenNode } from '#projections/tables/families.ts';
import { LOGIN, LOGOUT, run } from './worlds.ts';

const REFRESH: Intent = { id: 'refresh', kind: 'refresh', device: 'laptop' };
const AGAIN: Intent = { id: 'again', kind: 'refresh', device: 'laptop' };
const STEAL: Intent = { id: 'steal', kind: 'copy-credential', device: 'laptop', to: 'attacker' };
const THIEF: Intent = { id: 'thief', kind: 'refresh', device: 'attacker', credential: 'copied' };
const PHONE: Intent = { id: 'phone', kind: 'login', device: 'phone', person: 'john' };

async function after(intents: readonly Intent[], settings: Partial<Settings> = {}) {
  const trace = await run('hybrid', intents, settings);
  const comparison: Comparison = align(trace, trace);
  return familyTrees(comparison, 'left', comparison.steps.length);
}

const standings = (token: TokenNode): unknown =>
  token.children.length === 0 ? token.standing : [token.standing, ...token.children.map(standings)];
const shapeOf = ({ standing, tokens }: FamilyTree): unknown => [standing, ...tokens.map(standings)];

test('each refresh is a generation, and only the last token is good', async () => {
  const trees = await after([LOGIN, REFRESH, AGAIN]);
  expect(trees.map(shapeOf)).toEqual([['alive', ['used', ['used', 'current']]]]);
  expect(trees[0]).toMatchObject({ id: '1', userId: '42', device: 'laptop', until: '+7 d 09:00:00', revoked: null });
});

test('a used token that comes back revokes its family and no other', async () => {
  const trees = await after([LOGIN, PHONE, STEAL, REFRESH, THIEF]);
  expect(trees.map(shapeOf)).toEqual([
    ['revoked', ['revoked', 'revoked']],
    ['alive', 'current'],
  ]);
  expect(trees[0]?.revoked).toMatch(/^09:00:0\d$/);
  expect(trees.map(({ device }) => device)).toEqual(['laptop', 'phone']);
});

test('within its grace a used token is taken again, so that the tree branches', async () => {
  const trees = await after([LOGIN, STEAL, REFRESH, THIEF], { grace: 60 });
  expect(trees.map(shapeOf)).toEqual([['alive', ['grace', 'current', 'current']]]);
  expect(trees[0]?.tokens[0]?.graceUntil).toMatch(/^09:01:0\d$/);
});

test('when the grace is over, the token is used like any other', async () => {
  const trees = await after([LOGIN, REFRESH, { id: 'minute', kind: 'wait', seconds: 61 }], { grace: 60 });
  expect(trees.map(shapeOf)).toEqual([['alive', ['used', 'current']]]);
});

test('a logout revokes, and the end of the family ends its tokens', async () => {
  expect((await after([LOGIN, LOGOUT])).map(shapeOf)).toEqual([['revoked', 'revoked']]);
  const over = await after([LOGIN, { id: 'week', kind: 'wait', seconds: 604_800 }]);
  expect(over.map(shapeOf)).toEqual([['expired', 'expired']]);
});

test('the step that trades a token marks the old one changed and the new one added', async () => {
  const trace = await run('hybrid', [LOGIN, REFRESH]);
  const comparison = align(trace, trace);
  const seen = comparison.steps.flatMap((_, index) => {
    const [token] = familyTrees(comparison, 'left', index + 1)[0]?.tokens ?? [];
    return token ? [token.change, token.children[0]?.change ?? null] : [];
  });
  expect(seen.filter((change) => change !== null)).toEqual(['added', 'changed', 'added']);
});

test('a child whose parent was deleted at the console stands at the root', async () => {
  const trees = await after([
    LOGIN,
    REFRESH,
    {
      id: 'hole',
      kind: 'sql',
      statement: 'UPDATE refresh_tokens SET parent_id = NULL; DELETE FROM refresh_tokens WHERE id = 1',
    },
  ]);
  expect(trees.map(shapeOf)).toEqual([['alive', 'current']]);
});

test('a scheme without families has no trees', async () => {
  const trace = await run('sql-session', [LOGIN]);
  const comparison = align(trace, trace);
  expect(familyTrees(comparison, 'left', comparison.steps.length)).toEqual([]);
});

test('whatever happens, every refresh token stands in exactly one tree', async () => {
  const intent = fc.constantFrom(REFRESH, STEAL, THIEF, PHONE, LOGIN, LOGOUT);
  await fc.assert(
    fc.asyncProperty(fc.array(intent, { maxLength: 6 }), fc.constantFrom(0, 60), async (steps, grace) => {
      const intents = [LOGIN, ...steps].map((one, index): Intent => ({ ...one, id: `i${index}` }));
      const trace = await run('hybrid', intents, { grace });
      const comparison = align(trace, trace);
      const trees = familyTrees(comparison, 'left', comparison.steps.length);
      const ids = (token: TokenNode): readonly string[] => [token.id, ...token.children.flatMap(ids)];
      const inserted = trace.events.filter(
        (event) => event.kind === 'change' && event.area.name === 'refresh_tokens' && event.before === null,
      );
      const placed = trees.flatMap(({ tokens }) => tokens.flatMap(ids));
      expect(new Set(placed).size).toBe(placed.length);
      expect(placed.length).toBe(inserted.length);
    }),
    { numRuns: 25 },
  );
});
