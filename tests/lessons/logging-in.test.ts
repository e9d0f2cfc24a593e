import { headerValues } from '#core/http.ts';
import { expect, test } from 'vitest';
import {
  answers,
  authentication,
  both,
  changedAreas,
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

const LOGIN = lessonCalled('logging-in');
const PASSWORD = 'correct horse battery staple';

test('the session server writes one file, the JWT server writes nothing down', async () => {
  const run = await played(LOGIN);
  expect(both(run, (trace) => statuses(trace))).toEqual({ left: [200], right: [200] });
  expect(both(run, (trace) => authentication(trace))).toEqual({ left: ['write files'], right: [] });
});

test('checking the password costs both the same', async () => {
  const { left, right } = both(await played(LOGIN), (trace) => ownWork(trace));
  expect(left).toEqual(['read throttle', 'read users', 'delete throttle']);
  expect(right).toEqual(left);
});

test('what is remembered lies at the server and in the cookie jar, or in localStorage alone', async () => {
  expect(both(await played(LOGIN), (trace) => changedAreas(trace))).toEqual({
    left: ['app-1/files', 'laptop/cookies'],
    right: ['laptop/localStorage'],
  });
});

test('the ticket is a number of 128 bits, hidden from scripts, and names the file', async () => {
  const { left } = await played(LOGIN);
  const [cookie] = headerValues(answers(left)[0]?.headers ?? [], 'Set-Cookie');
  expect(cookie).toMatch(/^PHPSESSID=[0-9a-f]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const id = cookie?.slice('PHPSESSID='.length, 'PHPSESSID='.length + 32);
  expect(Object.keys(stateAtEnd(left)['app-1/files'] ?? {})).toEqual([`sess_${id}`]);
});

test('the pass says who, which role and until when, and anybody can read it', async () => {
  const { right } = await played(LOGIN);
  const access = readToken(writtenText(right, 'login', 'access_token'));
  expect(access.header).toEqual({ alg: 'HS256', typ: 'at+jwt' });
  expect(access.claims).toMatchObject({ sub: '42', user_name: 'John Doe', role: 'admin' });
  expect(Number(access.claims['exp']) - Number(access.claims['iat'])).toBe(3_600);
  const refresh = readToken(writtenText(right, 'login', 'refresh_token'));
  expect(refresh.header).toEqual({ alg: 'HS256', typ: 'rt+jwt' });
  expect(Number(refresh.claims['exp']) - Number(refresh.claims['iat'])).toBe(604_800);
});

test('the password crosses the wire once and is kept nowhere', async () => {
  const run = await played(LOGIN);
  for (const trace of [run.left, run.right]) {
    const holding = trace.events.filter((event) => JSON.stringify(event).includes(PASSWORD));
    expect(holding.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual(['request ask']);
    expect(JSON.stringify(stateAtEnd(trace))).not.toContain(PASSWORD);
  }
});

test('no cache may keep an answer that carries a credential', async () => {
  const run = await played(LOGIN);
  for (const trace of [run.left, run.right])
    expect(headerValues(answers(trace)[0]?.headers ?? [], 'Cache-Control')).toEqual(['no-store']);
});

test('deriving the password takes longer than the trip across the network, there and back', async () => {
  const { left } = await played(LOGIN);
  const derive = left.events.find((event) => event.kind === 'crypto' && event.op === 'derive');
  const hops = left.events.filter(({ kind }) => kind === 'request' || kind === 'response');
  expect(derive?.cost).toBeGreaterThan(hops.reduce((sum, { cost }) => sum + cost, 0));
});

test('a phone beside the laptop is a second file for one server and nothing at all for the other', async () => {
  const run = await played(LOGIN, 'phone');
  expect(Object.keys(stateAtEnd(run.left)['app-1/files'] ?? {})).toHaveLength(2);
  expect(changedAreas(run.right, 'phone')).toEqual(['phone/localStorage']);
  expect(writtenText(run.right, 'phone', 'access_token')).not.toBe(writtenText(run.right, 'login', 'access_token'));
});

test('a mistyped password is refused alike on both sides and leaves only a count', async () => {
  const run = await played(LOGIN, 'mistyped');
  const { left, right } = both(run, (trace) => answers(trace, 'mistyped')[0]);
  expect(left).toEqual(right);
  expect(left?.status).toBe(401);
  expect(objectOf(left?.body ?? '')).toMatchObject({ error: 'invalid_credentials' });
  for (const trace of [run.left, run.right]) {
    expect(refusals(trace, 'mistyped')).toEqual(['password-wrong']);
    expect(changedAreas(trace, 'mistyped')).toEqual(['database/throttle']);
    expect(statuses(trace, 'login')).toEqual([200]);
    expect(stateAtEnd(trace)['database/throttle'] ?? {}).toEqual({});
  }
});

test('tokens kept in memory are not in localStorage', async () => {
  const { right } = await played(LOGIN, 'memory');
  expect(changedAreas(right)).toEqual(['laptop/memory']);
  expect(changes(right).map(({ key }) => key)).toContain('access_token');
});
