import { createPrivateKey, createPublicKey } from 'node:crypto';
import { CompactSign } from 'jose';
import { describe, expect, test } from 'vitest';
import { DEMO_ED25519_KEY, DEMO_RSA_KEY } from '#auth/demo-keys.ts';
import type { HeaderList, HttpResponse } from '#core/http.ts';
import type { JsonObject } from '#core/json.ts';
import { ACCESS_HEADER, accessPayload, forge, REFRESH_HEADER, segment, twins, without } from './forge.ts';
import {
  bearer,
  Bench,
  bodyOf,
  EXPIRED_TOKEN,
  INVALID_TOKEN,
  issuedTokens,
  outside,
  refused,
  SECRET,
  withTokens,
  ZOYA,
} from './harness.ts';

const ask = (bench: Bench, headers: HeaderList): Promise<HttpResponse> =>
  bench.send('GET', '/jwt_users.php', { headers });

describe('GET /jwt_users.php', () => {
  test('lists the users, and reads nothing else', async () => {
    const { bench, tokens } = await withTokens();
    const response = await ask(bench, bearer(tokens.access_token));
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toContainEqual({ id: 123, user_name: 'Zoya', role: 'member' });
    expect(bodyOf(response)).toHaveLength(5);
    expect(bench.stores()).toEqual([
      { kind: 'store', store: 'users', op: 'read', purpose: 'request', key: '*', rows: 5 },
    ]);
  });

  test.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])('takes the scheme as %s', async (scheme) => {
    const { bench, tokens } = await withTokens();
    expect((await ask(bench, [['Authorization', `${scheme} ${tokens.access_token}`]])).status).toBe(200);
    expect((await ask(bench, [['authorization', `  ${scheme}   ${tokens.access_token} `]])).status).toBe(200);
  });

  test.each([null, '', '   ', 'Basic dXNlcjpwYXNz', 'Token a b c', 'BearerX abc', 'Bearer: abc', 'Digest x'])(
    'asks for credentials without an error code when it is brought %j',
    async (value) => {
      const bench = await Bench.start();
      const response = await ask(bench, value === null ? [] : [['Authorization', value]]);
      expect(outside(response)).toBe(
        refused(401, 'unauthorized', 'You are not logged in', [['WWW-Authenticate', 'Bearer realm="app"']]),
      );
      expect(bench.lastReason()).toBe('bearer-missing');
    },
  );

  test.each([
    'Bearer',
    'bearer ',
    'Basic',
    'abc.def.ghi',
    'Bearer a b',
    'Bearer a, Bearer b',
    'Bearer\ta',
    'Bearer a\tb',
  ])('calls %j malformed', async (value) => {
    const bench = await Bench.start();
    const response = await ask(bench, [['Authorization', value]]);
    expect(outside(response)).toBe(
      refused(400, 'invalid_request', 'Authorization must be: Bearer <token>', [
        ['WWW-Authenticate', 'Bearer realm="app", error="invalid_request"'],
      ]),
    );
    expect(bench.lastReason()).toBe('bearer-malformed');
  });

  test('calls a header that comes twice malformed, whichever of the two would do', async () => {
    const { bench, tokens } = await withTokens();
    const twice = [...bearer(tokens.access_token), ...bearer(tokens.access_token)];
    expect((await ask(bench, twice)).status).toBe(400);
  });

  test('refuses every token that is not right in the very same words', async () => {
    const { bench, tokens } = await withTokens();
    const { now } = bench;
    const good = accessPayload(now);
    const [head = '', body = '', signature = ''] = tokens.access_token.split('.');
    const changed = (member: JsonObject) => forge(ACCESS_HEADER, { ...good, ...member });
    const missing = (name: string) => forge(ACCESS_HEADER, without(good, name));
    const header = (member: JsonObject) => forge({ ...ACCESS_HEADER, ...member }, good);
    const rsaPublic = createPublicKey(createPrivateKey({ key: DEMO_RSA_KEY, format: 'jwk' }));
    const pem = Buffer.from(rsaPublic.export({ type: 'spki', format: 'pem' }));

    const bad: Record<string, readonly string[]> = {
      'token-malformed': [
        'garbage',
        'a,b',
        '..',
        '.',
        '...',
        `${head}.${body}`,
        `${tokens.access_token}.`,
        `${head}..${signature}`,
        `.${body}.${signature}`,
        forge(ACCESS_HEADER, { raw: 'no json' }),
        forge(ACCESS_HEADER, { raw: '' }),
        forge(ACCESS_HEADER, { raw: '[]' }),
        forge(ACCESS_HEADER, { raw: '"text"' }),
        forge(ACCESS_HEADER, { raw: `${JSON.stringify(good)}x` }),
        forge(ACCESS_HEADER, { raw: JSON.stringify(good).replace('}', ',}') }),
        forge(ACCESS_HEADER, { raw: `\ufeff${JSON.stringify(good)}` }),
        forge({ raw: 'null' }, good),
        header({ b64: false }),
        forge({ raw: '{"alg":"HS256","typ":"at+jwt"' }, good),
      ],
      'token-encoding': [
        ...twins(tokens.access_token),
        `${tokens.access_token}=`,
        `${head}.${body}=.${signature}`,
        `${head}=.${body}.${signature}`,
        `${head}.${body}.${signature.slice(0, -2)}+/`,
        `${head}.${body}\u00a0.${signature}`,
        `${head}!.${body}.${signature}`,
        `${head}.${body}.${signature}${'A'.repeat(2)}`,
      ],
      'token-duplicate-member': [
        forge(ACCESS_HEADER, { raw: JSON.stringify(good).replace('{', '{"role":"member",') }),
        forge(ACCESS_HEADER, { raw: JSON.stringify(good).replace('{', String.raw`{"\u0073ub":"42",`) }),
        forge({ raw: '{"alg":"none","alg":"HS256","typ":"at+jwt"}' }, good),
        forge(ACCESS_HEADER, { raw: JSON.stringify(good).replace('{', '{"x":{"a":1,"a":2},') }),
      ],
      'token-alg': [
        `${segment({ alg: 'none', typ: 'at+jwt' })}.${segment(good)}.`,
        `${segment({ alg: 'none', typ: 'at+jwt' })}.${segment(good)}.${signature}`,
        header({ alg: 'None' }),
        header({ alg: 'hs256' }),
        header({ alg: 'RS256' }),
        header({ alg: 256 }),
        forge({ typ: 'at+jwt' }, good),
        forge({ ...ACCESS_HEADER, alg: 'HS512' }, good, 'sha512'),
        forge({ ...ACCESS_HEADER, alg: 'HS384' }, good, 'sha384'),
      ],
      'token-crit': [
        header({ crit: ['exp'] }),
        header({ crit: [] }),
        header({ crit: ['b64'], b64: true }),
        header({ crit: 'x' }),
        header({ crit: null }),
      ],
      'token-signature': [
        `${head}.${body}.`,
        `${head}.${segment({ ...good, role: 'admin', sub: '123' })}.${signature}`,
        `${segment({ ...ACCESS_HEADER, kid: 'x' })}.${body}.${signature}`,
        `${head}.${body}.${'A'.repeat(43)}`,
        `${head}.${body}.AA`,
        forge(ACCESS_HEADER, good, 'sha256', new Uint8Array(32)),
        forge(ACCESS_HEADER, good, 'sha256', pem),
      ],
      'token-typ': [
        tokens.refresh_token,
        forge({ alg: 'HS256' }, good),
        header({ typ: 'JWT' }),
        header({ typ: 'rt+jwt' }),
        header({ typ: 'application/application/at+jwt' }),
        header({ typ: ['at+jwt'] }),
        header({ typ: 'at+jwt ' }),
      ],
      'token-iss': [changed({ iss: 'https://app.example/' }), changed({ iss: 'https://evil.example' })],
      'token-aud': [
        changed({ aud: 'https://app.example/auth' }),
        changed({ aud: ['https://app.example/auth'] }),
        changed({ aud: [] }),
        changed({ aud: null }),
        missing('aud'),
      ],
      'token-claim-missing': [
        ...['iss', 'sub', 'jti', 'iat', 'exp'].map(missing),
        changed({ sub: '' }),
        changed({ jti: '' }),
      ],
      'token-claim-type': [
        changed({ exp: String(now + 3_600) }),
        changed({ exp: null }),
        changed({ exp: [now + 3_600] }),
        changed({ iat: String(now) }),
        changed({ iat: true }),
        changed({ nbf: String(now) }),
        changed({ nbf: null }),
        changed({ sub: 42 }),
        changed({ jti: 7 }),
        changed({ iss: ['https://app.example'] }),
        forge(ACCESS_HEADER, { raw: JSON.stringify(good).replace(/"exp":\d+/, '"exp":1e400') }),
      ],
      'token-not-yet-valid': [changed({ nbf: now + 1 }), changed({ nbf: now + 0.5 })],
    };
    for (const [reason, list] of Object.entries(bad)) {
      for (const token of list) {
        const answer = outside(await ask(bench, bearer(token)));
        const known = { token, answer, reason: bench.lastReason(), stores: bench.stores() };
        expect(known).toEqual({ token, answer: INVALID_TOKEN, reason, stores: [] });
      }
    }
  });

  test('accepts what is unusual and right', async () => {
    const bench = await Bench.start();
    const good = accessPayload(bench.now);
    const unusual = [
      forge(ACCESS_HEADER, good),
      forge({ alg: 'HS256', typ: 'AT+JWT' }, good),
      forge({ alg: 'HS256', typ: 'Application/at+jwt' }, good),
      forge({ ...ACCESS_HEADER, kid: '../../x', jku: 'https://evil.example' }, good),
      forge({ raw: ' { "typ" : "at+jwt" , "alg":"HS256" } ' }, good),
      forge(ACCESS_HEADER, { ...good, aud: ['https://other.example', 'https://app.example/api'] }),
      forge(ACCESS_HEADER, { ...good, nbf: bench.now }),
      forge(ACCESS_HEADER, { ...good, exp: bench.now + 0.5 }),
      forge(ACCESS_HEADER, { ...good, exp: 1e20 }),
      forge(ACCESS_HEADER, { ...good, iat: 0 }),
      forge(ACCESS_HEADER, { raw: JSON.stringify({ ...good, ['__proto__']: { x: 1 } }) }),
      forge(ACCESS_HEADER, { raw: JSON.stringify(good).replace(/"exp":\d+/, '"exp":1.8e9') }),
    ];
    for (const token of unusual) {
      const { status } = await ask(bench, bearer(token));
      expect({ token, status }).toEqual({ token, status: 200 });
    }
  });

  test('says of a token that is good in everything else that it has expired, from the very second', async () => {
    const { bench, tokens } = await withTokens();
    bench.now += 3_599;
    expect((await ask(bench, bearer(tokens.access_token))).status).toBe(200);
    bench.now += 1;
    expect(outside(await ask(bench, bearer(tokens.access_token)))).toBe(EXPIRED_TOKEN);
    expect(bench.lastReason()).toBe('token-expired');
  });

  test('says nothing of the age of a token that is bad in another way as well', async () => {
    const bench = await Bench.start({ cutOff: true });
    const old = { ...accessPayload(bench.now - 10_000) };
    const cell = bench.cell;
    cell.state = { ...cell.state, cutoffs: new Map([['42', { before: bench.now - 5_000 }]]) };
    const bad = [
      forge(ACCESS_HEADER, old, 'sha256', new Uint8Array(32)),
      forge(ACCESS_HEADER, { ...old, aud: 'x' }),
      forge(ACCESS_HEADER, { ...old, nbf: bench.now + 1 }),
      forge(REFRESH_HEADER, old),
      forge(ACCESS_HEADER, old),
    ];
    for (const token of bad) {
      const answer = outside(await ask(bench, bearer(token)));
      expect({ token, answer }).toEqual({ token, answer: INVALID_TOKEN });
    }
    expect(bench.lastReason()).toBe('token-cut-off');
  });

  test('forgives as many seconds as it is set to, at both ends', async () => {
    const { bench, tokens } = await withTokens({ leeway: 30 });
    const early = forge(ACCESS_HEADER, { ...accessPayload(bench.now), nbf: bench.now + 30 });
    const tooEarly = forge(ACCESS_HEADER, { ...accessPayload(bench.now), nbf: bench.now + 31 });
    expect((await ask(bench, bearer(early))).status).toBe(200);
    expect((await ask(bench, bearer(tooEarly))).status).toBe(401);
    bench.now += 3_629;
    expect((await ask(bench, bearer(tokens.access_token))).status).toBe(200);
    bench.now += 1;
    expect(outside(await ask(bench, bearer(tokens.access_token)))).toBe(EXPIRED_TOKEN);
  });

  test('takes a token for what it says even when its user is gone', async () => {
    const { bench, tokens } = await withTokens();
    bench.cell.state = { ...bench.cell.state, users: new Map() };
    const response = await ask(bench, bearer(tokens.access_token));
    expect([response.status, bodyOf(response)]).toEqual([200, []]);
  });

  test.each(['RS256', 'EdDSA'] as const)(
    'signs and verifies with %s, and takes no other algorithm',
    async (algorithm) => {
      const { bench, tokens } = await withTokens({ algorithm });
      expect((await ask(bench, bearer(tokens.access_token))).status).toBe(200);
      const good = accessPayload(bench.now);
      const payload = new TextEncoder().encode(JSON.stringify(good));
      const key = algorithm === 'RS256' ? DEMO_RSA_KEY : DEMO_ED25519_KEY;
      const signed = await new CompactSign(payload).setProtectedHeader({ ...ACCESS_HEADER, alg: algorithm }).sign(key);
      expect((await ask(bench, bearer(signed))).status).toBe(200);
      // The public key, which anybody has, taken for an HMAC secret.
      const spki = createPublicKey(createPrivateKey({ key, format: 'jwk' })).export({ type: 'spki', format: 'pem' });
      for (const secret of [Buffer.from(spki), SECRET]) {
        for (const alg of ['HS256', algorithm]) {
          const confused = forge({ alg, typ: 'at+jwt' }, good, 'sha256', secret);
          expect(outside(await ask(bench, bearer(confused)))).toBe(INVALID_TOKEN);
        }
      }
    },
  );

  test('asks the denylist only where there is one', async () => {
    const { bench, tokens } = await withTokens({ denylist: true, cutOff: true });
    expect((await ask(bench, bearer(tokens.access_token))).status).toBe(200);
    expect(bench.authentication()).toEqual(['read denylist', 'read cutoffs']);
    bench.settings = { ...bench.settings, denylist: false, cutOff: false };
    expect((await ask(bench, bearer(tokens.access_token))).status).toBe(200);
    expect(bench.authentication()).toEqual([]);
  });

  test('refuses what was issued before the cut-off of its user, and nobody else’s', async () => {
    const { bench, tokens } = await withTokens({ cutOff: true });
    const zoya = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: ZOYA }));
    const cut = (before: number) => {
      bench.cell.state = { ...bench.cell.state, cutoffs: new Map([['42', { before }]]) };
    };
    cut(bench.now);
    expect((await ask(bench, bearer(tokens.access_token))).status).toBe(200);
    cut(bench.now + 1);
    expect(outside(await ask(bench, bearer(tokens.access_token)))).toBe(INVALID_TOKEN);
    expect((await ask(bench, bearer(zoya.access_token))).status).toBe(200);
    const refresh = await bench.send('POST', '/jwt_refresh.php', { json: { refresh_token: tokens.refresh_token } });
    expect(refresh.status).toBe(400);
  });
});
