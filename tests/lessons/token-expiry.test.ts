import { expect, test } from 'vitest';
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

const EXPIRY = lessonCalled('token-expiry');

test('the source’s table: in at 0:30, ahead at 0:55, refused or not at 1:00, out at 168:00', async () => {
  const run = await played(EXPIRY);
  const table = (column: 'left' | 'right') =>
    ['early', 'ahead', 'hour', 'end'].map((intent) => statuses(run[column], intent));
  expect(table('left')).toEqual([[200], [200], [401, 200, 200], [401, 400]]);
  expect(table('right')).toEqual([[200], [200, 200], [200], [400]]);
});

test('five minutes before the end one client refreshes unasked, and the other does not', async () => {
  const run = await played(EXPIRY);
  expect(both(run, (trace) => find(trace, { name: 'refresh-ahead', intent: 'ahead' }).length)).toEqual({
    left: 0,
    right: 1,
  });
  expect(refusals(run.right, 'ahead')).toEqual([]);
});

test('after a refresh ahead the old access token is good until its own end', async () => {
  const { right } = await played(EXPIRY);
  const old = readToken(writtenText(right, 'login', 'access_token')).claims;
  const fresh = readToken(writtenText(right, 'ahead', 'access_token')).claims;
  expect(Number(old['exp']) - Number(fresh['iat'])).toBe(300);
  expect(changes(right, 'ahead').map(({ key }) => key)).toEqual(['access_token']);
});

test('the end of the refresh token is the week after the login, to the second', async () => {
  const { left } = await played(EXPIRY);
  const { iat, exp } = readToken(writtenText(left, 'login', 'refresh_token')).claims;
  expect(Number(exp) - Number(iat)).toBe(168 * 3_600);
  const [check] = find(left, { intent: 'end', exchange: 'refresh', name: 'check-claims' });
  expect(check?.kind === 'step' && check.detail['now']).toBe(exp);
});

test('both scripts throw everything away in the end, and nothing of it was ever at the server', async () => {
  const run = await played(EXPIRY);
  for (const trace of [run.left, run.right]) {
    expect(find(trace, { intent: 'end', name: 'give-up' })).toHaveLength(1);
    expect(stateAtEnd(trace)['laptop/localStorage'] ?? {}).toEqual({});
    expect(find(trace, { purpose: 'authentication' })).toEqual([]);
  }
});

test('a click in the middle of the week gets a token and moves no end', async () => {
  const run = await played(EXPIRY, 'mid-week');
  expect(both(run, (trace) => statuses(trace, 'mid-week').at(-1))).toEqual({ left: 200, right: 200 });
  expect(both(run, (trace) => statuses(trace, 'end').at(-1))).toEqual({ left: 400, right: 400 });
  const sessions = await play(basePath(EXPIRY, { left: 'php-session', right: 'sql-session' }));
  expect(both(sessions, (trace) => refusals(trace, 'end'))).toEqual({
    left: ['session-absolute'],
    right: ['session-absolute'],
  });
});

test('leeway forgives the access token at 1:00 and the refresh token at 168:00', async () => {
  const { left } = await played(EXPIRY, 'leeway');
  expect(statuses(left, 'hour')).toEqual([200]);
  expect(statuses(left, 'end').at(-1)).toBe(200);
});

test('with a month both are in after a week', async () => {
  const run = await played(EXPIRY, 'month');
  expect(both(run, (trace) => statuses(trace, 'end').at(-1))).toEqual({ left: 200, right: 200 });
});
