import { expect, test } from 'vitest';
import { find } from '#core/query.ts';
import { byteLength } from '#core/http.ts';
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
  writtenText,
} from './facts.ts';

const HYBRID = lessonCalled('the-hybrid');

test('of the refresh token the table keeps a hash, and the token itself is nowhere at the server', async () => {
  const { right } = await played(HYBRID);
  const token = writtenText(right, 'login', 'refresh_token');
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const atServer = Object.entries(stateAtEnd(right)).filter(([area]) => area.startsWith('database/'));
  expect(JSON.stringify(atServer)).not.toContain(token);
  expect(byteLength(token)).toBeGreaterThan(40);
});

test('John’s refresh replaces both tokens of the hybrid, and one of the JWT pair', async () => {
  const run = await played(HYBRID);
  expect(
    both(run, (trace) => changes(trace, 'own').flatMap(({ area, key }) => (area.owner === 'laptop' ? [key] : []))),
  ).toEqual({
    left: ['access_token'],
    right: ['access_token', 'refresh_token'],
  });
});

test('a child inherits the end of its family: no refresh moves it', async () => {
  const { right } = await played(HYBRID);
  const ends = changes(right).flatMap(({ area, after }) =>
    area.name === 'families' ? [(after as { expires: number }).expires] : [],
  );
  expect(ends).toHaveLength(2);
  expect(new Set(ends).size).toBe(1);
});

test('the thief’s copy makes a token on the left, and on the right it rings the alarm', async () => {
  const run = await played(HYBRID);
  expect(both(run, (trace) => statuses(trace, 'stolen'))).toEqual({ left: [200], right: [400] });
  expect(refusals(run.right, 'stolen')).toEqual(['refresh-reused']);
  expect(changedAreas(run.right, 'stolen')).toEqual(['database/families']);
  expect(objectOf(answers(run.right, 'stolen')[0]?.body ?? '')).toMatchObject({ error: 'invalid_grant' });
});

test('the access token that is out works on for five minutes, without a look-up', async () => {
  const { right } = await played(HYBRID);
  expect(statuses(right, 'still')).toEqual([200]);
  expect(find(right, { intent: 'still', purpose: 'authentication' })).toEqual([]);
});

test('when it has ended John is out as well, and the thief of the JWT pair goes on', async () => {
  const run = await played(HYBRID);
  expect(both(run, (trace) => statuses(trace, 'after'))).toEqual({ left: [401, 200, 200], right: [401, 400] });
  expect(refusals(run.right, 'after')).toEqual(['token-expired', 'refresh-revoked']);
});

test('if the thief comes first, John’s own refresh is the second use', async () => {
  const { right } = await played(HYBRID, 'thief-first');
  expect(statuses(right, 'first')).toEqual([200]);
  expect(refusals(right, 'own')).toEqual(['token-expired', 'refresh-reused']);
  expect(refusals(right, 'stolen')).toEqual(['refresh-revoked']);
});

test('a grace window lets the thief in beside John, without an alarm', async () => {
  const { right } = await played(HYBRID, 'grace');
  expect(statuses(right, 'stolen')).toEqual([200]);
  expect(statuses(right, 'after').at(-1)).toBe(200);
  expect(refusals(right).filter((reason) => reason.startsWith('refresh-'))).toEqual([]);
});

test('a cookie keeps the refresh token from scripts, and not from whoever has the laptop', async () => {
  const { right } = await played(HYBRID, 'cookie');
  expect(changes(right, 'login').filter(({ key }) => key === 'refresh_token')).toEqual([]);
  expect(refusals(right, 'stolen')).toEqual(['refresh-reused']);
});
