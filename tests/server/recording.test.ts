import { describe, expect, test } from 'vitest';
import type { Fact } from '#core/events.ts';
import { areaId } from '#core/state.ts';
import { bearer, Bench, issuedId, issuedTokens, JOHN, sessionCookie, withTokens, type Recorded } from './harness.ts';

/** One fact in few words: `read files 1`, `sign HS256 access_token`, `session ok`. */
function brief(fact: Fact): string {
  switch (fact.kind) {
    case 'store':
      return `${fact.op} ${fact.store} ${fact.rows}`;
    case 'crypto':
      return `${fact.op} ${fact.algorithm} ${fact.subject}`;
    case 'step':
      return fact.name;
    case 'decision':
      return `${fact.about} ${fact.reason}`;
    case 'change':
      return `${fact.before ? (fact.after ? 'changed' : 'removed') : 'added'} in ${areaId(fact.area)}`;
    default:
      return fact.kind;
  }
}

function byPhase(recorded: readonly Recorded[]): Record<string, readonly string[]> {
  const phases: Record<string, string[]> = {};
  for (const { phase, fact } of recorded) (phases[phase] ??= []).push(brief(fact));
  return phases;
}

const CHECKED = [
  'read throttle 0',
  'read users 1',
  'derive PBKDF2-HMAC-SHA-256 password',
  'delete throttle 0',
  'login ok',
];

describe('what a request does is recorded phase by phase', () => {
  test('logging in with a session', async () => {
    const bench = await Bench.start();
    await bench.send('POST', '/login.php', { json: JOHN });
    expect(byPhase(bench.recorded)).toEqual({
      check: CHECKED,
      remember: ['random CSPRNG session id', 'write files 1', 'added in app-1/files'],
      answer: ['build-answer'],
    });
  });

  test('logging in with a JWT', async () => {
    const bench = await Bench.start();
    await bench.send('POST', '/jwt_login.php', { json: JOHN });
    expect(byPhase(bench.recorded)).toEqual({
      check: CHECKED,
      remember: [
        'random CSPRNG jti',
        'random CSPRNG jti',
        'build-claims',
        'sign HS256 access_token',
        'sign HS256 refresh_token',
      ],
      answer: ['build-answer'],
    });
  });

  test('a request with a session, a while later', async () => {
    const bench = await Bench.start();
    const id = issuedId(await bench.send('POST', '/login.php', { json: JOHN }));
    bench.now += 60;
    await bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    expect(byPhase(bench.recorded)).toEqual({
      recognise: ['parse-credential', 'read files 1', 'session ok', 'changed in app-1/files'],
      work: ['read users 5'],
      answer: ['build-answer'],
    });
  });

  test('a request with a JWT', async () => {
    const { bench, tokens } = await withTokens();
    await bench.send('GET', '/jwt_users.php', { headers: bearer(tokens.access_token) });
    expect(byPhase(bench.recorded)).toEqual({
      recognise: ['parse-credential', 'verify HS256 access_token', 'check-claims', 'token ok'],
      work: ['read users 5'],
      answer: ['build-answer'],
    });
  });

  test('a session that has grown too old', async () => {
    const bench = await Bench.start();
    const id = issuedId(await bench.send('POST', '/login.php', { json: JOHN }));
    bench.now += 5_400;
    await bench.send('GET', '/users.php', { headers: sessionCookie(id) });
    expect(byPhase(bench.recorded)).toEqual({
      recognise: [
        'parse-credential',
        'read files 1',
        'delete files 1',
        'removed in app-1/files',
        'session session-idle',
      ],
    });
  });

  test('refreshing', async () => {
    const { bench, tokens } = await withTokens();
    const { refresh_token } = tokens;
    await bench.send('POST', '/jwt_refresh.php', { json: { refresh_token } });
    expect(byPhase(bench.recorded)).toEqual({
      recognise: ['verify HS256 refresh_token', 'check-claims', 'token ok'],
      work: ['read users 1'],
      remember: ['random CSPRNG jti', 'build-claims', 'sign HS256 access_token'],
      answer: ['build-answer'],
    });
  });

  test('logging out of a session', async () => {
    const bench = await Bench.start();
    const id = issuedId(await bench.send('POST', '/login.php', { json: JOHN }));
    await bench.send('POST', '/logout.php', { headers: sessionCookie(id) });
    expect(byPhase(bench.recorded)).toEqual({
      recognise: ['parse-credential', 'read files 1', 'session ok'],
      forget: ['delete files 1', 'removed in app-1/files'],
      answer: ['build-answer'],
    });
  });

  test('logging out of a JWT without a denylist', async () => {
    const { bench, tokens } = await withTokens();
    const { access_token, refresh_token } = tokens;
    await bench.send('POST', '/jwt_logout.php', { headers: bearer(access_token), json: { refresh_token } });
    expect(byPhase(bench.recorded)).toEqual({
      recognise: ['parse-credential', 'verify HS256 access_token', 'check-claims', 'token ok'],
      answer: ['build-answer'],
    });
  });

  test('logging out of a JWT with a denylist', async () => {
    const { bench, tokens } = await withTokens({ denylist: true });
    const { access_token, refresh_token } = tokens;
    await bench.send('POST', '/jwt_logout.php', { headers: bearer(access_token), json: { refresh_token } });
    expect(byPhase(bench.recorded)).toEqual({
      recognise: [
        'parse-credential',
        'verify HS256 access_token',
        'check-claims',
        'read denylist 0',
        'token ok',
        'verify HS256 refresh_token',
        'check-claims',
        'read denylist 0',
        'token ok',
      ],
      forget: ['write denylist 2', 'added in database/denylist', 'added in database/denylist'],
      answer: ['build-answer'],
    });
  });

  test('a login that fails', async () => {
    const bench = await Bench.start();
    await bench.send('POST', '/login.php', { json: { ...JOHN, password: 'x' } });
    expect(byPhase(bench.recorded)).toEqual({
      check: [
        'read throttle 0',
        'read users 1',
        'derive PBKDF2-HMAC-SHA-256 password',
        'write throttle 1',
        'added in database/throttle',
        'login password-wrong',
      ],
    });
  });
});

test('every change that happens is recorded, and none that does not', async () => {
  const { bench, tokens } = await withTokens({ denylist: true });
  const id = issuedId(await bench.send('POST', '/login.php', { json: JOHN }));
  const { access_token, refresh_token } = tokens;
  const requests = [
    () => bench.send('POST', '/login.php', { json: { ...JOHN, password: 'x' } }),
    () => bench.send('POST', '/login.php', { json: JOHN, headers: sessionCookie(id) }),
    () => bench.send('GET', '/users.php', { headers: sessionCookie(id) }),
    () => bench.send('POST', '/jwt_logout.php', { headers: bearer(access_token), json: { refresh_token } }),
    () => bench.send('GET', '/jwt_users.php', { headers: bearer(access_token) }),
    () => bench.send('POST', '/logout.php'),
  ];
  for (const request of requests) {
    bench.now += 1;
    const before = structuredClone(bench.cell.state);
    await request();
    for (const { fact } of bench.recorded) {
      if (fact.kind !== 'change') continue;
      const table = before[fact.area.name as 'files'] as Map<string, unknown>;
      expect(table.get(fact.key) ?? null).toEqual(fact.before);
      if (fact.after === null) table.delete(fact.key);
      else table.set(fact.key, fact.after);
    }
    expect(before).toEqual(bench.cell.state);
  }
});

test('everything that is recorded is plain data', async () => {
  const bench = await Bench.start({ denylist: true });
  const tokens = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN }));
  expect(JSON.parse(JSON.stringify(bench.recorded))).toEqual(bench.recorded);
  await bench.send('POST', '/jwt_logout.php', { headers: bearer(tokens.access_token) });
  expect(JSON.parse(JSON.stringify(bench.recorded))).toEqual(bench.recorded);
});

test('a derivation, a signature and a look-up take the time that the table of costs gives them', async () => {
  const bench = await Bench.start();
  await bench.send('POST', '/jwt_login.php', { json: JOHN });
  expect(bench.costs()).toEqual([83, 83, 150_000, 83, 1, 1, 19, 19]);
  const tokens = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN }));
  await bench.send('GET', '/jwt_users.php', { headers: bearer(tokens.access_token) });
  expect(bench.costs()).toEqual([19, 83]);
});
