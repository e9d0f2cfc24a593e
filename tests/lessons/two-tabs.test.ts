import { expect, test } from 'vitest';
import { find } from '#core/query.ts';
import { both, changes, lessonCalled, played, refusals, stateAtEnd, statuses } from './facts.ts';
import { basePath, goalPaths, play } from './paths.ts';

const TABS = lessonCalled('two-tabs');

test('of two tabs that show the same refresh token one is served and one refused', async () => {
  const { left } = await played(TABS);
  expect([statuses(left, 'tab-1'), statuses(left, 'tab-2')]).toEqual([[200], [400]]);
  expect(refusals(left, 'tab-2')).toEqual(['refresh-reused']);
});

test('they came within a millisecond of each other', async () => {
  const { left } = await played(TABS);
  const [first, second] = find(left, { store: 'refresh_tokens', op: 'write', exchange: 'refresh', phase: 'recognise' });
  expect((second?.t ?? 0) - (first?.t ?? 0)).toBeLessThan(1_000);
});

test('the family ends before the winner’s new token is stored, and the flag counts for that one too', async () => {
  const { left } = await played(TABS);
  const [revoked] = changes(left, 'tab-2').filter(({ area }) => area.name === 'families');
  const stored = changes(left, 'tab-1').findLast(({ area }) => area.name === 'refresh_tokens');
  expect(revoked?.after).toMatchObject({ revoked: expect.any(Number) });
  const order = left.events.filter((event) => event === revoked || event === stored);
  expect(order).toEqual([revoked, stored]);
});

test('the loser clears the storage that both share, the winner keeps nothing, and John is out', async () => {
  const { left } = await played(TABS);
  expect(stateAtEnd(left)['laptop/localStorage'] ?? {}).toEqual({});
  expect(find(left, { intent: 'tab-1', phase: 'keep' })).toEqual([]);
  expect(statuses(left, 'later')).toEqual([401]);
});

test('with a lock the second tab asks for nothing, and John is in', async () => {
  const { right } = await played(TABS);
  expect([statuses(right, 'tab-1'), statuses(right, 'tab-2')]).toEqual([[200], []]);
  expect(find(right, { intent: 'tab-2', name: 'await-refresh' })).toHaveLength(1);
  expect(statuses(right, 'later')).toEqual([200]);
});

test('within the grace both tabs are served, with one refresh more than with the lock', async () => {
  const { left } = await played(TABS, 'grace');
  expect([statuses(left, 'tab-1'), statuses(left, 'tab-2')]).toEqual([[200], [200]]);
  expect(statuses(left, 'later')).toEqual([200]);
  const asked: number[] = [];
  for (const path of goalPaths(TABS).right)
    asked.push(find((await play(path)).left, { kind: 'request', exchange: 'refresh' }).length);
  expect(asked).toEqual([1, 2]);
});

test('he is out, or in, in both tabs alike', async () => {
  const run = await played(TABS, 'second-tab');
  expect(both(run, (trace) => statuses(trace, 'other-tab'))).toEqual({ left: [401], right: [200] });
});

test('refresh tokens that may be used any number of times do not mind, nor do sessions', async () => {
  const tokens = await play(basePath(TABS, { left: 'jwt', right: 'php-session' }));
  expect([statuses(tokens.left, 'tab-1'), statuses(tokens.left, 'tab-2')]).toEqual([[200], [200]]);
  expect(both(tokens, (trace) => statuses(trace, 'later'))).toEqual({ left: [200], right: [200] });
  expect(statuses(tokens.right, 'tab-1')).toEqual([]);
});
