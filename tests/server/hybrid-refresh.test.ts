import { describe, expect, test } from 'vitest';
import { header } from '#core/http.ts';
import { opened, REFRESH_HEADER, refreshPayload, forge } from './forge.ts';
import { Bench, bodyOf, issuedTokens, JOHN, outside, refused } from './harness.ts';
import { INVALID_GRANT, login, logout, pairOf, profileStatus, refresh, rowsOf, withPair } from './hybrid-bench.ts';

describe('POST /hybrid/refresh', () => {
  test('hands out a new pair and marks the old token as used', async () => {
    const { bench, pair } = await withPair();
    bench.now += 60;
    const response = await refresh(bench, pair.refreshToken);
    expect(bodyOf(response)).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresIn: 900,
    });
    expect(header(response.headers, 'Cache-Control')).toBe('no-store');
    const next = pairOf(response);
    expect(next.refreshToken).not.toBe(pair.refreshToken);
    expect(next.accessToken).not.toBe(pair.accessToken);
    expect(await profileStatus(bench, next.accessToken)).toBe(200);
    expect((await opened(next.accessToken)).claims).toMatchObject({ exp: bench.now + 900 });
    expect(await rowsOf(bench, 'refresh_tokens')).toMatchObject([
      { id: 1, family_id: 1, parent_id: null, used: bench.now },
      { id: 2, family_id: 1, parent_id: 1, used: null },
    ]);
  });

  test('never moves the end of the family, however often it rotates', async () => {
    const { bench, pair } = await withPair();
    const end = bench.now + 604_800;
    let current = pair;
    for (let day = 1; day < 7; day += 1) {
      bench.now += 86_400;
      current = pairOf(await refresh(bench, current.refreshToken));
    }
    expect((await rowsOf(bench, 'families')).map(({ expires }) => expires)).toEqual([end]);
    bench.now = end - 1;
    current = pairOf(await refresh(bench, current.refreshToken));
    bench.now = end;
    expect(outside(await refresh(bench, current.refreshToken))).toBe(INVALID_GRANT);
    expect(bench.lastReason()).toBe('refresh-expired');
  });

  test('reads name and role anew', async () => {
    const { bench, pair } = await withPair();
    const never = { now: 0, entropy: new Uint8Array(16) };
    await bench.cell.database?.run("UPDATE users SET role = 'member' WHERE id = ?", [42], never);
    const next = pairOf(await refresh(bench, pair.refreshToken));
    expect((await opened(next.accessToken)).claims).toMatchObject({ role: 'member' });
  });

  test('refuses in the very same words whatever is wrong with the token', async () => {
    const { bench, pair } = await withPair({ refreshLifetime: 1_000 });
    const loggedOut = pairOf(await login(bench));
    await logout(bench, loggedOut.refreshToken);
    const used = pairOf(await login(bench));
    await refresh(bench, used.refreshToken);
    const jwt = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN }));
    const bad: readonly (readonly [reason: string, token: string])[] = [
      ['refresh-unknown', 'garbage'],
      ['refresh-unknown', "' OR '1'='1"],
      ['refresh-unknown', `${pair.refreshToken} `],
      ['refresh-unknown', jwt.refresh_token],
      ['refresh-unknown', pair.accessToken],
      ['refresh-unknown', forge(REFRESH_HEADER, refreshPayload(bench.now))],
      ['refresh-revoked', loggedOut.refreshToken],
      ['refresh-reused', used.refreshToken],
      ['refresh-revoked', used.refreshToken],
    ];
    for (const [reason, token] of bad) {
      const answer = outside(await refresh(bench, token));
      expect({ token, answer, reason: bench.lastReason() }).toEqual({ token, answer: INVALID_GRANT, reason });
    }
    bench.now += 1_000;
    expect(outside(await refresh(bench, pair.refreshToken))).toBe(INVALID_GRANT);
    expect(bench.lastReason()).toBe('refresh-expired');
  });

  test('refuses a token of somebody whose account is gone', async () => {
    const { bench, pair } = await withPair();
    const never = { now: 0, entropy: new Uint8Array(16) };
    await bench.cell.database?.run('DELETE FROM users WHERE id = ?', [42], never);
    expect(outside(await refresh(bench, pair.refreshToken))).toBe(INVALID_GRANT);
    expect(bench.lastReason()).toBe('token-subject-unknown');
  });

  test('ends the whole family when a used token comes back, and no other family', async () => {
    const { bench, pair } = await withPair();
    const phone = pairOf(await login(bench));
    const next = pairOf(await refresh(bench, pair.refreshToken));
    bench.now += 5;
    expect(outside(await refresh(bench, pair.refreshToken))).toBe(INVALID_GRANT);
    expect((await rowsOf(bench, 'families')).map(({ revoked }) => revoked)).toEqual([bench.now, null]);
    expect(outside(await refresh(bench, next.refreshToken))).toBe(INVALID_GRANT);
    expect((await refresh(bench, phone.refreshToken)).status).toBe(200);
    // Nothing ends an access token that is out.
    expect(await profileStatus(bench, next.accessToken)).toBe(200);
  });

  test('of two at once gives exactly one a pair, and the family dies', async () => {
    const { bench, pair } = await withPair();
    const answers = await Promise.all([refresh(bench, pair.refreshToken), refresh(bench, pair.refreshToken)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
    expect((await rowsOf(bench, 'families')).map(({ revoked }) => revoked)).toEqual([bench.now]);
    const winner = answers.find(({ status }) => status === 200);
    if (!winner) throw new Error('nobody won');
    expect(outside(await refresh(bench, pairOf(winner).refreshToken))).toBe(INVALID_GRANT);
  });

  test('of twenty at once gives exactly one a pair', async () => {
    const { bench, pair } = await withPair();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(bench, pair.refreshToken)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await rowsOf(bench, 'refresh_tokens')).toHaveLength(2);
  });

  test('takes a used token again within the grace that a setting gives, and not a second longer', async () => {
    const { bench, pair } = await withPair({ grace: 10 });
    await refresh(bench, pair.refreshToken);
    bench.now += 9;
    const second = await refresh(bench, pair.refreshToken);
    expect(second.status).toBe(200);
    expect((await rowsOf(bench, 'refresh_tokens')).map(({ parent_id }) => parent_id)).toEqual([null, 1, 1]);
    // The first use stays the one that counts: the row is as it was.
    const changed = bench.recorded.flatMap(({ fact }) => (fact.kind === 'change' ? [fact.key] : []));
    expect(changed).toEqual(['3']);
    bench.now += 1;
    expect(outside(await refresh(bench, pair.refreshToken))).toBe(INVALID_GRANT);
    expect(outside(await refresh(bench, pairOf(second).refreshToken))).toBe(INVALID_GRANT);
  });

  test('records the compare-and-set as the engine ran it', async () => {
    const { bench, pair } = await withPair();
    await refresh(bench, pair.refreshToken);
    expect(bench.authentication()).toEqual(['write refresh_tokens', 'write refresh_tokens']);
    const [take] = bench.stores();
    expect(take?.rows).toBe(1);
    expect(take?.sql?.statement).toMatch(/^UPDATE refresh_tokens SET used/);
    expect(take?.sql?.plan.join('\n')).toMatch(/SEARCH refresh_tokens USING INDEX/);
    const changes = bench.recorded.flatMap(({ fact }) => (fact.kind === 'change' ? [fact] : []));
    expect(changes.map(({ area, before, after }) => [area.name, before === null, after === null])).toEqual([
      ['refresh_tokens', false, false],
      ['refresh_tokens', true, false],
    ]);
    await refresh(bench, pair.refreshToken);
    expect(bench.authentication()).toEqual(['write refresh_tokens', 'read refresh_tokens', 'write families']);
  });

  test.each([
    ['no content', {}],
    ['broken JSON', { headers: [['Content-Type', 'application/json']], body: 'no' }],
    ['an array', { json: [] }],
    ['no token', { json: {} }],
    ['an empty token', { json: { refreshToken: '' } }],
    ['a number', { json: { refreshToken: 1 } }],
    ['null', { json: { refreshToken: null } }],
    ['a form', { form: 'refreshToken=abc' }],
  ] as const)('calls %s a bad request', async (_, sending) => {
    const bench = await Bench.startWithSql();
    expect(outside(await bench.send('POST', '/hybrid/refresh', sending))).toBe(
      refused(400, 'invalid_request', 'refreshToken is needed, as text in JSON'),
    );
  });

  test('does not support content of another type', async () => {
    const { bench, pair } = await withPair();
    const body = JSON.stringify({ refreshToken: pair.refreshToken });
    for (const headers of [[], [['Content-Type', 'text/plain']]] as const) {
      expect((await bench.send('POST', '/hybrid/refresh', { headers, body })).status).toBe(415);
    }
  });
});
