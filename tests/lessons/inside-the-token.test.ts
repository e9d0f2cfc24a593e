import { expect, test } from 'vitest';
import { header } from '#core/http.ts';
import { find } from '#core/query.ts';
import {
  answers,
  authentication,
  both,
  lessonCalled,
  played,
  readToken,
  refusals,
  statuses,
  writtenText,
} from './facts.ts';

const INSIDE = lessonCalled('inside-the-token');

/** Bytes of a token’s signature. */
const size = (token: string): number => Buffer.from(token.split('.')[2] ?? '', 'base64url').length;

test('anybody reads who, which role and until when; nothing in it is a secret', async () => {
  const { right } = await played(INSIDE);
  const access = writtenText(right, 'login', 'access_token');
  expect(access.split('.')).toHaveLength(3);
  expect(access.startsWith('eyJ')).toBe(true);
  const { claims } = readToken(access);
  expect(Object.keys(claims)).toEqual(expect.arrayContaining(['sub', 'user_name', 'role', 'jti', 'iat', 'exp']));
  expect(JSON.stringify(claims)).not.toMatch(/password|hash|salt/);
});

test('of an edited token one claim is another and the signature the same; it is refused for that alone', async () => {
  const { right } = await played(INSIDE);
  const genuine = writtenText(right, 'login', 'access_token').split('.');
  const [request] = find(right, { intent: 'edited', kind: 'request' });
  if (request?.kind !== 'request') throw new Error('no request');
  const edited = (header(request.message.headers, 'Authorization') ?? '').replace('Bearer ', '').split('.');
  expect(edited[0]).toBe(genuine[0]);
  expect(edited[2]).toBe(genuine[2]);
  const [before, after] = [genuine, edited].map((parts) => readToken(parts.join('.')).claims);
  expect(after).toEqual({ ...before, role: 'member' });
  expect(refusals(right, 'edited')).toEqual(['token-signature']);
});

test('finding that out costs the session a look-up and the token none', async () => {
  const run = await played(INSIDE);
  expect(both(run, (trace) => statuses(trace, 'edited'))).toEqual({ left: [401], right: [401] });
  expect(both(run, (trace) => authentication(trace, 'edited'))).toEqual({ left: ['read files'], right: [] });
});

test('the claims of an edited token are never looked at', async () => {
  const { right } = await played(INSIDE);
  expect(find(right, { intent: 'edited', name: 'check-claims' })).toEqual([]);
});

test('the refusal does not speak of the signature', async () => {
  const { right } = await played(INSIDE);
  const [answer] = answers(right, 'edited');
  expect(header(answer?.headers ?? [], 'WWW-Authenticate')).toBe('Bearer realm="app", error="invalid_token"');
  expect(answer?.body).not.toMatch(/signature/i);
});

test('a token that is both edited and too old is not called expired', async () => {
  const { right } = await played(INSIDE, 'hours-later');
  expect(refusals(right, 'edited-late')).toEqual(['token-signature']);
});

test('a second login says the same of John, with other times, another id and another signature', async () => {
  const { right } = await played(INSIDE, 'second-login');
  const [first, second] = ['login', 'second-login'].map((intent) => writtenText(right, intent, 'access_token'));
  const [a, b] = [readToken(first ?? '').claims, readToken(second ?? '').claims];
  expect([a['sub'], a['role']]).toEqual([b['sub'], b['role']]);
  for (const name of ['jti', 'iat', 'exp']) expect(a[name]).not.toEqual(b[name]);
  expect(first?.split('.')[2]).not.toBe(second?.split('.')[2]);
});

test('an RS256 signature has 256 bytes, an HS256 one 32', async () => {
  const hs = await played(INSIDE);
  const rs = await played(INSIDE, 'public-key');
  expect(size(writtenText(hs.right, 'login', 'access_token'))).toBe(32);
  expect(size(writtenText(rs.right, 'login', 'access_token'))).toBe(256);
});
