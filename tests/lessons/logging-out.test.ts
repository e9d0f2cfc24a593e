import { header } from '#core/http.ts';
import { find } from '#core/query.ts';
import { expect, test } from 'vitest';
import {
  answers,
  authentication,
  both,
  changedAreas,
  lessonCalled,
  objectOf,
  played,
  refusals,
  stateAtEnd,
  statuses,
} from './facts.ts';
import { goalPaths, play } from './paths.ts';

const LOGOUT = lessonCalled('logging-out');

test('“still valid after logout”: the copied session is dead, the copied token is not', async () => {
  const run = await played(LOGOUT);
  expect(both(run, (trace) => statuses(trace, 'logout'))).toEqual({ left: [200], right: [200] });
  expect(both(run, (trace) => statuses(trace, 'replay'))).toEqual({ left: [401], right: [200] });
  expect(refusals(run.left)).toEqual(['session-unknown']);
  expect(refusals(run.right)).toEqual([]);
});

test('and the copied refresh token still makes new access tokens', async () => {
  const run = await played(LOGOUT);
  expect(both(run, (trace) => statuses(trace, 'renew'))).toEqual({ left: [], right: [200] });
});

test('the session server deletes its file, the JWT server changes nothing', async () => {
  const run = await played(LOGOUT);
  const atServer = both(run, (trace) =>
    changedAreas(trace, 'logout').filter((area) => area.startsWith('app-1/') || area.startsWith('database/')),
  );
  expect(atServer).toEqual({ left: ['app-1/files'], right: [] });
  expect(both(run, (trace) => authentication(trace, 'logout'))).toEqual({
    left: ['read files', 'delete files'],
    right: [],
  });
  expect(stateAtEnd(run.left)['app-1/files'] ?? {}).toEqual({});
});

test('both answers say success, and only one tells the browser to drop anything', async () => {
  const run = await played(LOGOUT);
  const { left, right } = both(run, (trace) => answers(trace, 'logout')[0]);
  expect(objectOf(left?.body ?? '')).toEqual({ success: true });
  expect(objectOf(right?.body ?? '')).toEqual({ success: true });
  expect(header(left?.headers ?? [], 'Set-Cookie')).toContain('Max-Age=0');
  expect(header(right?.headers ?? [], 'Set-Cookie')).toBeNull();
});

test('on John’s laptop nothing is left on either side', async () => {
  const run = await played(LOGOUT);
  expect(stateAtEnd(run.left)['laptop/cookies'] ?? {}).toEqual({});
  expect(stateAtEnd(run.right)['laptop/localStorage'] ?? {}).toEqual({});
});

test('with a denylist the logout writes two ids down and both copies are refused', async () => {
  const { right } = await played(LOGOUT, 'denylist');
  expect(Object.keys(stateAtEnd(right)['database/denylist'] ?? {})).toHaveLength(2);
  expect(statuses(right, 'replay')).toEqual([401]);
  expect(statuses(right, 'renew')).toEqual([400]);
  expect(refusals(right)).toEqual(['token-revoked', 'token-revoked']);
});

test('a refused copy is not told that it was revoked', async () => {
  const { right } = await played(LOGOUT, 'denylist');
  const challenge = header(answers(right, 'replay')[0]?.headers ?? [], 'WWW-Authenticate');
  expect(challenge).toBe('Bearer realm="app", error="invalid_token"');
});

test('the denylist costs a read for every token shown, the short lives cost none', async () => {
  const reads: number[] = [];
  for (const path of goalPaths(LOGOUT).right) {
    const { right } = await play(path);
    reads.push(find(right, { kind: 'store', op: 'read', purpose: 'authentication' }).length);
  }
  // The logout shows two tokens, the thief one and then the other.
  expect(reads).toEqual([4, 0]);
});

test('an hour later the copied access token has ended by itself', async () => {
  const run = await played(LOGOUT, 'one-hour-later');
  expect(both(run, (trace) => statuses(trace, 'late'))).toEqual({ left: [401], right: [401] });
  expect(refusals(run.right, 'late')).toEqual(['token-expired']);
});

test('the phone stays in on both sides', async () => {
  const run = await played(LOGOUT, 'phone');
  expect(both(run, (trace) => statuses(trace, 'phone-users'))).toEqual({ left: [200], right: [200] });
});
