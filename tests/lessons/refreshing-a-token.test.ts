import type { Edit } from '#core/intents.ts';
import { header } from '#core/http.ts';
import { find } from '#core/query.ts';
import { append } from '#lessons/edits.ts';
import { expect, test } from 'vitest';
import {
  answers,
  authentication,
  both,
  changes,
  lessonCalled,
  objectOf,
  ownWork,
  played,
  readToken,
  refusals,
  stateAtEnd,
  statuses,
  writtenText,
} from './facts.ts';
import { basePath, edited, play } from './paths.ts';

const REFRESH = lessonCalled('refreshing-a-token');

/** The lesson’s runs after edits of the test’s own. */
function playWith(...edits: readonly Edit[]): ReturnType<typeof play> {
  return play(edited(basePath(REFRESH), 'edited by the test', ['left', 'right'], edits));
}

test('after an hour the session is let in at once, the JWT after three round trips', async () => {
  const run = await played(REFRESH);
  expect(both(run, (trace) => statuses(trace, 'users'))).toEqual({ left: [200], right: [401, 200, 200] });
  expect(refusals(run.right)).toEqual(['token-expired']);
});

test('a token is refused from the very second of exp on, not one second before', async () => {
  const early = await playWith({ kind: 'replace', intent: { id: 'hour', kind: 'wait', seconds: 3_599 } });
  expect(statuses(early.right, 'users')).toEqual([200]);
  const { right } = await played(REFRESH);
  const { claims } = readToken(writtenText(right, 'login', 'access_token'));
  const check = find(right, { intent: 'users', exchange: 'request', name: 'check-claims' })[0];
  expect(check?.kind === 'step' && check.detail['now']).toBe(claims['exp']);
});

test('only a token that is good in everything else is told that it has expired', async () => {
  const { right } = await played(REFRESH);
  const refused = answers(right, 'users')[0];
  expect(header(refused?.headers ?? [], 'WWW-Authenticate')).toBe(
    'Bearer realm="app", error="invalid_token", error_description="expired"',
  );
  const forged = await playWith(
    ...append({ id: 'forged', kind: 'list-users', device: 'laptop', credential: 'edited' }),
  );
  const challenge = header(answers(forged.right, 'forged')[0]?.headers ?? [], 'WWW-Authenticate');
  expect(challenge).toBe('Bearer realm="app", error="invalid_token"');
});

test('the refresh looks no token up, and reads John’s row so that the new token tells the present', async () => {
  const { right } = await played(REFRESH);
  expect(authentication(right)).toEqual([]);
  expect(find(right, { exchange: 'refresh', store: 'users', key: '42' })).toHaveLength(1);
  expect(ownWork(right, 'users')).toEqual(['read users', 'read users']);
});

test('the access token is replaced, the refresh token stays with its old end', async () => {
  const { right } = await played(REFRESH);
  expect(changes(right, 'users').map(({ key }) => key)).toEqual(['access_token']);
  const old = readToken(writtenText(right, 'login', 'access_token')).claims;
  const fresh = readToken(writtenText(right, 'users', 'access_token')).claims;
  expect(Number(fresh['exp']) - Number(old['exp'])).toBe(3_600);
  expect(fresh['jti']).not.toBe(old['jti']);
});

test('one refresh token works again and again', async () => {
  const run = await playWith(
    ...append({ id: 'once', kind: 'refresh', device: 'laptop' }, { id: 'twice', kind: 'refresh', device: 'laptop' }),
  );
  expect([statuses(run.right, 'once'), statuses(run.right, 'twice')]).toEqual([[200], [200]]);
});

test('a session in use slides past its idle limit', async () => {
  const run = await playWith(
    ...append({ id: 'hour-2', kind: 'wait', seconds: 3_600 }, { id: 'users-2', kind: 'list-users', device: 'laptop' }),
  );
  expect(statuses(run.left, 'users-2')).toEqual([200]);
});

test('two silent hours end the session, and the script refreshes the token', async () => {
  const run = await played(REFRESH, 'two-hours');
  expect(both(run, (trace) => statuses(trace, 'after-lunch').at(-1))).toEqual({ left: 401, right: 200 });
  expect(refusals(run.left)).toEqual(['session-idle']);
});

test('after eight days both are out, and the script throws its tokens away', async () => {
  const run = await played(REFRESH, 'holiday');
  expect(both(run, (trace) => statuses(trace, 'home'))).toEqual({ left: [401], right: [401, 400] });
  expect(objectOf(answers(run.right, 'home')[1]?.body ?? '')).toMatchObject({ error: 'invalid_grant' });
  expect(find(run.right, { intent: 'home', name: 'give-up' })).toHaveLength(1);
  expect(stateAtEnd(run.right)['laptop/localStorage'] ?? {}).toEqual({});
});

test('a thief with the refresh token gets an hour of his own, and nobody can tell', async () => {
  const { right } = await played(REFRESH, 'thief');
  expect(statuses(right, 'stolen')).toEqual([200]);
  expect(readToken(writtenText(right, 'stolen', 'access_token')).claims).toMatchObject({ sub: '42', role: 'admin' });
  expect(refusals(right, 'stolen')).toEqual([]);
});

test('what the goal’s praise says is true: a busy hour is ended like an idle one', async () => {
  const busy: readonly Edit[] = [
    { kind: 'set', settings: { refreshLifetime: 3_600 } },
    { kind: 'replace', intent: { id: 'hour', kind: 'wait', seconds: 1_800 } },
    { kind: 'insert', before: 'users', intent: { id: 'busy', kind: 'list-users', device: 'laptop' } },
    { kind: 'insert', before: 'users', intent: { id: 'rest', kind: 'wait', seconds: 1_800 } },
  ];
  const run = await playWith(...busy, { kind: 'set', settings: { idle: 3_600 } });
  expect(both(run, (trace) => statuses(trace, 'busy'))).toEqual({ left: [200], right: [200] });
  expect(both(run, (trace) => statuses(trace, 'users').at(-1))).toEqual({ left: 200, right: 400 });
});
