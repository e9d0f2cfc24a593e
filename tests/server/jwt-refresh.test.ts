import { describe, expect, test } from 'vitest';
import { header, type HttpResponse } from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';
import { ACCESS_HEADER, forge, opened, REFRESH_HEADER, refreshPayload, segment, twins, without } from './forge.ts';
import { bearer, Bench, bodyOf, issuedTokens, outside, refused, withTokens } from './harness.ts';

const INVALID_GRANT = refused(400, 'invalid_grant', 'The refresh token is not valid');

const refresh = (bench: Bench, token: JsonValue): Promise<HttpResponse> =>
  bench.send('POST', '/jwt_refresh.php', { json: { refresh_token: token } });

describe('POST /jwt_refresh.php', () => {
  test('hands out an access token and stores nothing, so that it can be replayed until it expires', async () => {
    const { bench, tokens } = await withTokens();
    bench.now += 604_799;
    const before = bench.cell.state;
    for (let i = 0; i < 2; i += 1) {
      const response = await refresh(bench, tokens.refresh_token);
      expect(bodyOf(response)).toEqual({
        success: true,
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 3600,
      });
      expect(header(response.headers, 'Cache-Control')).toBe('no-store');
      const headers = bearer(issuedTokens(response).access_token);
      expect((await bench.send('GET', '/jwt_users.php', { headers })).status).toBe(200);
    }
    expect(bench.cell.state).toBe(before);
    bench.now += 1;
    expect((await refresh(bench, tokens.refresh_token)).status).toBe(400);
    expect(bench.lastReason()).toBe('token-expired');
  });

  test('reads name and role anew', async () => {
    const { bench, tokens } = await withTokens();
    const john = bench.cell.state.users.get('42');
    if (!john) throw new Error('no John');
    bench.cell.state = { ...bench.cell.state, users: new Map([['42', { ...john, role: 'member' }]]) };
    const response = await refresh(bench, tokens.refresh_token);
    expect((await opened(issuedTokens(response).access_token)).claims).toMatchObject({ role: 'member' });
    expect(bench.stores()).toEqual([
      { kind: 'store', store: 'users', op: 'read', purpose: 'request', key: '42', rows: 1 },
    ]);
  });

  test('refuses in the very same words whatever is wrong with the token', async () => {
    const { bench, tokens } = await withTokens({ denylist: true });
    const good = refreshPayload(bench.now);
    const bad: readonly (readonly [reason: string, token: string])[] = [
      ['token-malformed', 'garbage'],
      ['token-encoding', twins(tokens.refresh_token)[0] ?? ''],
      ['token-signature', forge(REFRESH_HEADER, good, 'sha256', new Uint8Array(32))],
      ['token-alg', `${segment({ alg: 'none', typ: 'rt+jwt' })}.${segment(good)}.`],
      ['token-typ', tokens.access_token],
      ['token-typ', forge(ACCESS_HEADER, good)],
      ['token-aud', forge(REFRESH_HEADER, { ...good, aud: 'https://app.example/api' })],
      ['token-expired', forge(REFRESH_HEADER, { ...good, exp: bench.now })],
      ['token-subject-unknown', forge(REFRESH_HEADER, { ...good, sub: '999' })],
      ['token-subject-unknown', forge(REFRESH_HEADER, { ...good, sub: '__proto__' })],
      ['token-claim-missing', forge(REFRESH_HEADER, without(good, 'jti'))],
    ];
    for (const [reason, token] of bad) {
      const answer = outside(await refresh(bench, token));
      expect({ token, answer, reason: bench.lastReason() }).toEqual({ token, answer: INVALID_GRANT, reason });
    }
  });

  test.each([
    ['no content', {}],
    ['broken JSON', { headers: [['Content-Type', 'application/json']], body: 'no' }],
    ['an array', { json: [] }],
    ['no token', { json: {} }],
    ['an empty token', { json: { refresh_token: '' } }],
    ['a number', { json: { refresh_token: 1 } }],
    ['null', { json: { refresh_token: null } }],
    ['a form', { form: 'refresh_token=abc' }],
  ] as const)('calls %s a bad request', async (_, sending) => {
    const bench = await Bench.start();
    expect(outside(await bench.send('POST', '/jwt_refresh.php', sending))).toBe(
      refused(400, 'invalid_request', 'refresh_token is needed, as text in JSON'),
    );
  });

  test('does not support content of another type', async () => {
    const { bench, tokens } = await withTokens();
    const body = JSON.stringify({ refresh_token: tokens.refresh_token });
    for (const headers of [[], [['Content-Type', 'text/plain']]] as const) {
      expect((await bench.send('POST', '/jwt_refresh.php', { headers, body })).status).toBe(415);
    }
  });
});
