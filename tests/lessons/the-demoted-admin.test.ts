import { expect, test } from 'vitest';
import type { SessionFile } from '#auth/stores.ts';
import { find } from '#core/query.ts';
import {
  both,
  changes,
  lessonCalled,
  played,
  readToken,
  refusals,
  stateAtEnd,
  statuses,
  writtenText,
} from './facts.ts';
import { basePath, play } from './paths.ts';

const DEMOTED = lessonCalled('the-demoted-admin');

test('the demotion changes one row, and neither copy', async () => {
  const run = await played(DEMOTED);
  for (const trace of [run.left, run.right]) {
    expect(statuses(trace, 'step-down')).toEqual([200]);
    const [row] = changes(trace, 'step-down').filter(({ area }) => area.name === 'users');
    expect(row?.after).toEqual({ ...(row?.before as object), role: 'member' });
  }
  const [file] = Object.values(stateAtEnd(run.left)['app-1/files'] ?? {});
  expect((file as SessionFile).content).toContain('"role";s:5:"admin"');
  expect(readToken(writtenText(run.right, 'login', 'access_token')).claims['role']).toBe('admin');
});

test('ten minutes later both obey him: the stale session no less than the stale token', async () => {
  const run = await played(DEMOTED);
  expect(both(run, (trace) => statuses(trace, 'button'))).toEqual({ left: [200], right: [200] });
});

test('an hour after the login the token has been written anew, and the file has not', async () => {
  const run = await played(DEMOTED);
  expect(both(run, (trace) => statuses(trace, 'once-more'))).toEqual({ left: [200], right: [401, 200, 403] });
  expect(readToken(writtenText(run.right, 'once-more', 'access_token')).claims['role']).toBe('member');
  expect(refusals(run.right, 'once-more')).toEqual(['token-expired', 'role-insufficient']);
  expect(find(run.right, { intent: 'once-more', exchange: 'refresh', store: 'users', key: '42' })).toHaveLength(1);
});

test('a table that is joined at every request knows at once; a hybrid within a quarter of an hour', async () => {
  const { left, right } = await play(basePath(DEMOTED, { left: 'sql-session', right: 'hybrid' }));
  expect([statuses(left, 'button'), statuses(left, 'once-more')]).toEqual([[403], [403]]);
  expect(refusals(left)).toEqual(['role-insufficient', 'role-insufficient']);
  expect(statuses(right, 'button')).toEqual([200]);
  expect(statuses(right, 'once-more')).toEqual([401, 200, 403]);
});

test('a cut-off refuses the old token at once, and the refresh token with it', async () => {
  const { right } = await played(DEMOTED, 'cut-off');
  expect(statuses(right, 'button')).toEqual([401, 400]);
  expect(refusals(right, 'button')).toEqual(['token-cut-off', 'token-cut-off']);
  expect(find(right, { intent: 'button', store: 'cutoffs', op: 'read' })).toHaveLength(2);
});

test('a new login makes every copy anew', async () => {
  const run = await played(DEMOTED, 'logs-in');
  expect(both(run, (trace) => statuses(trace, 'button'))).toEqual({ left: [403], right: [403] });
  expect(both(run, (trace) => statuses(trace, 'once-more').at(-1))).toEqual({ left: 403, right: 403 });
});

test('a short life brings the row’s word in time, without a look-up more', async () => {
  const { right } = await played(DEMOTED, 'short-life');
  expect(statuses(right, 'button')).toEqual([401, 200, 403]);
  expect(find(right, { purpose: 'authentication' })).toEqual([]);
});
