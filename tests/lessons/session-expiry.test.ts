import { expect, test } from 'vitest';
import type { SessionFile } from '#auth/stores.ts';
import { find } from '#core/query.ts';
import type { Edit } from '#core/intents.ts';
import { both, changedAreas, changes, lessonCalled, played, refusals, stateAtEnd, statuses } from './facts.ts';
import { basePath, edited, play } from './paths.ts';

const EXPIRY = lessonCalled('session-expiry');

function playWith(...edits: readonly Edit[]): ReturnType<typeof play> {
  return play(edited(basePath(EXPIRY), 'edited by the test', ['left', 'right'], edits));
}

test('the source’s table: in at 0:00 and 1:00, and a PHP session is gone at 2:30', async () => {
  const { left } = await played(EXPIRY);
  expect(['login', 'used', 'late'].map((intent) => statuses(left, intent))).toEqual([[200], [200], [401]]);
  expect(refusals(left)).toEqual(['session-idle']);
});

test('it is gone at that very second, and not the second before', async () => {
  const { left } = await playWith({ kind: 'replace', intent: { id: 'half', kind: 'wait', seconds: 1_799 } });
  expect(statuses(left, 'late')).toEqual([200]);
});

test('a table without an idle limit still lets him in at 2:30', async () => {
  const { right } = await played(EXPIRY);
  expect(statuses(right, 'late')).toEqual([200]);
});

test('use moves the time of the file, and in the table only when it was last seen', async () => {
  const run = await played(EXPIRY);
  expect(both(run, (trace) => changedAreas(trace, 'used'))).toEqual({
    left: ['app-1/files'],
    right: ['database/sessions'],
  });
  const { before, after } = changes(run.left, 'used')[0] ?? {};
  expect((after as SessionFile).mtime - (before as SessionFile).mtime).toBe(3_600);
  const [row] = changes(run.right, 'used');
  expect(row?.after).toEqual({ ...(row?.before as object), last_seen: expect.any(Number) });
});

test('while nobody asks nothing is written or deleted, whatever limit is reached', async () => {
  const run = await played(EXPIRY);
  for (const trace of [run.left, run.right])
    for (const intent of ['hour-1', 'hour-2', 'half'])
      expect(find(trace, { intent }).map(({ kind }) => kind)).toEqual(['clock']);
});

test('the request that finds a file over deletes it; the cookie stays in the browser', async () => {
  const { left } = await played(EXPIRY);
  expect(stateAtEnd(left)['app-1/files'] ?? {}).toEqual({});
  expect(Object.keys(stateAtEnd(left)['laptop/cookies'] ?? {})).toHaveLength(1);
});

test('a click at 2:00 puts the idle end off, and both are in at 2:30', async () => {
  const run = await played(EXPIRY, 'busy');
  expect(both(run, (trace) => statuses(trace, 'late'))).toEqual({ left: [200], right: [200] });
});

test('the absolute limit ends a session that was used an hour ago, and leaves its row in the table', async () => {
  const run = await played(EXPIRY, 'two-hours');
  expect(both(run, (trace) => statuses(trace, 'at-two'))).toEqual({ left: [401], right: [401] });
  expect(both(run, (trace) => refusals(trace, 'at-two'))).toEqual({
    left: ['session-absolute'],
    right: ['session-absolute'],
  });
  expect(Object.keys(stateAtEnd(run.right)['database/sessions'] ?? {})).toHaveLength(1);
});

test('after twelve hours of silence both sessions are over, and a refresh token is not', async () => {
  const run = await played(EXPIRY, 'again-at-night');
  expect(both(run, (trace) => statuses(trace, 'at-night'))).toEqual({ left: [401], right: [401] });
  const [change] = EXPIRY.changes.filter(({ id }) => id === 'again-at-night');
  const tokens = await play(
    edited(basePath(EXPIRY, { left: 'jwt', right: 'hybrid' }), 'tokens', ['left', 'right'], change?.edits ?? []),
  );
  expect(both(tokens, (trace) => statuses(trace, 'at-night').at(-1))).toEqual({ left: 200, right: 200 });
});

test('a copy that is used every hour never becomes idle: what the claim says', async () => {
  const clicks = Array.from({ length: 10 }, (_, hour): readonly Edit[] => [
    { kind: 'insert', before: 'hour-2', intent: { id: `wait-${hour}`, kind: 'wait', seconds: 3_600 } },
    { kind: 'insert', before: 'hour-2', intent: { id: `click-${hour}`, kind: 'list-users', device: 'laptop' } },
  ]).flat();
  const { left } = await playWith(...clicks);
  expect(clicks.filter(({ kind }) => kind === 'insert')).toHaveLength(20);
  expect(statuses(left, 'click-9')).toEqual([200]);
  const longer = await playWith(...clicks, { kind: 'set', settings: { absolute: 36_000 } });
  expect(refusals(longer.left, 'click-8')).toEqual(['session-absolute']);
});
