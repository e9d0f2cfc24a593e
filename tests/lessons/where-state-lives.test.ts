import { expect, test } from 'vitest';
import { find } from '#core/query.ts';
import { both, changedAreas, changes, lessonCalled, played, refusals, stateAtEnd, statuses } from './facts.ts';
import { basePath, play } from './paths.ts';

const STATE = lessonCalled('where-state-lives');

test('a login is a file and a cookie, or two tokens in localStorage and nothing at the server', async () => {
  expect(both(await played(STATE), (trace) => changedAreas(trace, 'login'))).toEqual({
    left: ['app-1/files', 'laptop/cookies'],
    right: ['laptop/localStorage'],
  });
});

test('reload and a closed tab take neither cookies nor localStorage', async () => {
  const run = await played(STATE);
  for (const trace of [run.left, run.right])
    expect(changes(trace).filter(({ area }) => ['cookies', 'localStorage'].includes(area.name))).toEqual(
      changes(trace, 'login').filter(({ area }) => ['cookies', 'localStorage'].includes(area.name)),
    );
  expect(both(run, (trace) => statuses(trace, 'back'))).toEqual({ left: [200], right: [200] });
});

test('a restart takes the memory of the server, where only the token’s secret was, and both logins survive it', async () => {
  const run = await played(STATE);
  expect(both(run, (trace) => changedAreas(trace, 'restart'))).toEqual({ left: [], right: ['app-1/secrets'] });
  const [lost, read] = changes(run.right, 'restart');
  expect(lost?.after).toBeNull();
  expect(read?.after).toBe(lost?.before);
  expect(both(run, (trace) => statuses(trace, 'after'))).toEqual({ left: [200], right: [200] });
});

test('without its file the session is gone, though its cookie is still there', async () => {
  const run = await played(STATE);
  expect(both(run, (trace) => statuses(trace, 'lost'))).toEqual({ left: [401], right: [200] });
  expect(refusals(run.left)).toEqual(['session-unknown']);
  expect(Object.keys(stateAtEnd(run.left)['laptop/cookies'] ?? {})).toHaveLength(1);
});

test('tokens in memory are lost with the page, all of them', async () => {
  const { right } = await played(STATE, 'memory');
  expect(changes(right, 'reload').map(({ after }) => after)).toEqual([null, null, null]);
  expect(statuses(right, 'back')).toEqual([401]);
  expect(refusals(right, 'back')).toEqual(['bearer-missing']);
});

test('with a hybrid in memory only the access token is lost, and its ticket gets the next one', async () => {
  const path = basePath(STATE, { left: 'php-session', right: 'hybrid' });
  const { right } = await play({
    ...path,
    specs: {
      ...path.specs,
      right: { ...path.specs.right, settings: { ...path.specs.right.settings, clientStorage: 'memory' } },
    },
  });
  expect(changes(right, 'reload').map(({ key }) => key)).toEqual(['access_token']);
  expect(statuses(right, 'back')).toEqual([200, 200]);
});

test('in a cookie the access token is out of localStorage, and the refresh token is not', async () => {
  const { right } = await played(STATE, 'cookie');
  const kept = changes(right, 'login').map(({ area, key }) => `${area.name} ${key.split(';').at(-1)}`);
  expect(kept).toContain('cookies __Host-access');
  expect(kept).toContain('localStorage refresh_token');
  expect(kept).not.toContain('localStorage access_token');
  expect(statuses(right, 'back')).toEqual([200]);
});

test('closing the whole browser takes a cookie without an end, and leaves localStorage', async () => {
  const run = await played(STATE, 'quit');
  expect(both(run, (trace) => changedAreas(trace, 'quit'))).toEqual({ left: ['laptop/cookies'], right: [] });
  expect(both(run, (trace) => statuses(trace, 'back'))).toEqual({ left: [401], right: [200] });
});

test('a logout leaves nothing in either browser', async () => {
  const run = await played(STATE, 'log-out-first');
  expect(both(run, (trace) => statuses(trace, 'back'))).toEqual({ left: [401], right: [401] });
  for (const trace of [run.left, run.right])
    expect(find(trace, { intent: 'back', kind: 'action', name: 'no-credential' })).toHaveLength(1);
});
