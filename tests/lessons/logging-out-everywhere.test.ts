import { expect, test } from 'vitest';
import { find } from '#core/query.ts';
import {
  answers,
  both,
  changedAreas,
  changes,
  lessonCalled,
  objectOf,
  played,
  refusals,
  stateAtEnd,
  statuses,
} from './facts.ts';
import { basePath, goalPaths, play } from './paths.ts';

const EVERYWHERE = lessonCalled('logging-out-everywhere');

test('one statement ends both sessions of the table, and no token can be found', async () => {
  const run = await played(EVERYWHERE);
  const ended = changes(run.left, 'everywhere').filter(({ area }) => area.name === 'sessions');
  expect(ended.map(({ after }) => after)).toEqual([null, null]);
  expect(find(run.left, { intent: 'everywhere', store: 'sessions', op: 'delete' })).toHaveLength(1);
  expect(changedAreas(run.right, 'everywhere')).toEqual(['laptop/localStorage']);
});

test('the honest answer says what is still good, and until when', async () => {
  const { left, right } = both(await played(EVERYWHERE), (trace) =>
    objectOf(answers(trace, 'everywhere')[0]?.body ?? ''),
  );
  expect(left['count']).toBe(2);
  expect(right['cut_off']).toBeNull();
  expect(right['still_valid']).toEqual([
    { credential: 'access_token', until: expect.any(Number) },
    { credential: 'refresh_token', until: expect.any(Number) },
  ]);
});

test('the finder is out at once on the left; on the right he is in, and after an hour again', async () => {
  const run = await played(EVERYWHERE);
  expect(both(run, (trace) => statuses(trace, 'finder'))).toEqual({ left: [401], right: [200] });
  expect(both(run, (trace) => statuses(trace, 'later').at(-1))).toEqual({ left: 401, right: 200 });
  expect(refusals(run.left)).toEqual(['session-unknown', 'session-unknown']);
});

test('files have to be opened to find those of a person', async () => {
  const { left, right } = await play(basePath(EVERYWHERE, { left: 'php-session', right: 'hybrid' }));
  expect(stateAtEnd(left)['app-1/files'] ?? {}).toEqual({});
  expect(find(left, { intent: 'everywhere', phase: 'forget', store: 'files', op: 'read' })).not.toEqual([]);
  expect(statuses(left, 'finder')).toEqual([401]);
  // The hybrid’s pass lives out its quarter of an hour, and gets no successor.
  expect(statuses(right, 'finder')).toEqual([200]);
  expect(statuses(right, 'later')).toEqual([401, 400]);
  expect(refusals(right, 'later')).toEqual(['token-expired', 'refresh-revoked']);
});

test('with a cut-off both tokens of the phone are refused, and nothing is called good any more', async () => {
  const { right } = await played(EVERYWHERE, 'cut-off');
  expect(changedAreas(right, 'everywhere')).toContain('database/cutoffs');
  expect(statuses(right, 'finder')).toEqual([401, 400]);
  expect(refusals(right, 'finder')).toEqual(['token-cut-off', 'token-cut-off']);
  expect(objectOf(answers(right, 'everywhere')[0]?.body ?? '')['still_valid']).toEqual([]);
});

test('a denylist asks at every request and refuses nothing: nobody knows the jti', async () => {
  const { right } = await played(EVERYWHERE, 'denylist');
  expect(find(right, { intent: 'finder', store: 'denylist', op: 'read' })).not.toEqual([]);
  expect(stateAtEnd(right)['database/denylist'] ?? {}).toEqual({});
  expect(statuses(right, 'finder')).toEqual([200]);
});

test('John can log in again, also where a cut-off is kept', async () => {
  const run = await played(EVERYWHERE, 'back-in');
  expect(both(run, (trace) => statuses(trace, 'again-in'))).toEqual({ left: [200], right: [200] });
});

test('the cut-off costs a read for each token shown, waiting costs none', async () => {
  const reads: number[] = [];
  for (const path of goalPaths(EVERYWHERE).right)
    reads.push(find((await play(path)).right, { kind: 'store', op: 'read', purpose: 'authentication' }).length);
  expect(reads[0]).toBeGreaterThan(2);
  expect(reads[1]).toBe(0);
});
