import { find } from '#core/query.ts';
import { header } from '#core/http.ts';
import { expect, test } from 'vitest';
import {
  answers,
  authentication,
  both,
  changedAreas,
  changes,
  lessonCalled,
  ownWork,
  played,
  refusals,
  statuses,
} from './facts.ts';

const REQUEST = lessonCalled('protected-request');

test('the session server reads one file to know John, the JWT server reads nothing', async () => {
  const run = await played(REQUEST);
  expect(both(run, (trace) => statuses(trace, 'users'))).toEqual({ left: [200], right: [200] });
  expect(both(run, (trace) => authentication(trace, 'users'))).toEqual({ left: ['read files'], right: [] });
});

test('the work itself is one read on either side, and nobody looks whether John still is an admin', async () => {
  const run = await played(REQUEST);
  expect(both(run, (trace) => ownWork(trace, 'users'))).toEqual({ left: ['read users'], right: ['read users'] });
  for (const trace of [run.left, run.right])
    expect(find(trace, { intent: 'users', store: 'users', key: '42' })).toEqual([]);
});

test('the browser attaches the cookie, the script writes the header', async () => {
  const run = await played(REQUEST);
  const acts = both(run, (trace) =>
    trace.events.flatMap((event) =>
      event.intent === 'users' && event.phase === 'ask' && event.kind === 'action' ? [event.name] : [],
    ),
  );
  expect(acts).toEqual({ left: ['attach-cookies'], right: ['read-token', 'set-authorization'] });
});

test('the request moves the session’s idle clock and leaves nothing behind at the JWT server', async () => {
  const run = await played(REQUEST);
  expect(both(run, (trace) => changedAreas(trace, 'users'))).toEqual({ left: ['app-1/files'], right: [] });
  const [moved] = changes(run.left, 'users');
  const { before, after } = moved ?? {};
  expect(before).toMatchObject({ content: (after as { content: string }).content });
  expect((after as { mtime: number }).mtime - (before as { mtime: number }).mtime).toBe(600);
});

test('neither answer hands out anything new', async () => {
  const run = await played(REQUEST);
  for (const trace of [run.left, run.right]) {
    const [answer] = answers(trace, 'users');
    expect(header(answer?.headers ?? [], 'Set-Cookie')).toBeNull();
    expect(answer?.body).not.toContain('token');
  }
});

test('without a credential both answer 401 in the same words, and only the JWT server says how to knock', async () => {
  const run = await played(REQUEST);
  const { left, right } = both(run, (trace) => answers(trace, 'bare')[0]);
  expect([left?.status, right?.status]).toEqual([401, 401]);
  expect(left?.body).toBe(right?.body);
  expect(header(left?.headers ?? [], 'WWW-Authenticate')).toBeNull();
  expect(header(right?.headers ?? [], 'WWW-Authenticate')).toBe('Bearer realm="app"');
  expect(header(left?.headers ?? [], 'Set-Cookie')).toBeNull();
  expect(both(run, (trace) => refusals(trace, 'bare'))).toEqual({
    left: ['session-missing'],
    right: ['bearer-missing'],
  });
  expect(both(run, (trace) => authentication(trace, 'bare'))).toEqual({ left: [], right: [] });
});

test('a forged number costs a look-up, a forged token only a calculation', async () => {
  const run = await played(REQUEST, 'forged');
  expect(both(run, (trace) => statuses(trace, 'forged'))).toEqual({ left: [401], right: [401] });
  expect(both(run, (trace) => refusals(trace, 'forged'))).toEqual({
    left: ['session-unknown'],
    right: ['token-signature'],
  });
  expect(both(run, (trace) => authentication(trace, 'forged'))).toEqual({ left: ['read files'], right: [] });
});

test('a copy on another computer is let in on both sides', async () => {
  const run = await played(REQUEST, 'stolen');
  expect(both(run, (trace) => statuses(trace, 'stolen'))).toEqual({ left: [200], right: [200] });
  for (const trace of [run.left, run.right])
    expect(find(trace, { intent: 'stolen', kind: 'request', actor: 'attacker' })).toHaveLength(1);
});

test('a denylist brings the look-up back, at every request that shows a token', async () => {
  const run = await played(REQUEST, 'denylist');
  expect(authentication(run.right, 'users')).toEqual(['read denylist']);
  expect(authentication(run.right, 'bare')).toEqual([]);
  expect(authentication(run.left, 'users')).toEqual(['read files']);
});
