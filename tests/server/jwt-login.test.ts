import { describe, expect, test } from 'vitest';
import { header } from '#core/http.ts';
import { opened } from './forge.ts';
import { Bench, bodyOf, issuedTokens, JOHN, withTokens } from './harness.ts';

describe('POST /jwt_login.php', () => {
  test('hands out both tokens and stores nothing', async () => {
    const bench = await Bench.start();
    const before = bench.cell.state;
    const response = await bench.send('POST', '/jwt_login.php', { json: JOHN });
    expect(response.status).toBe(200);
    expect(bodyOf(response)).toEqual({
      success: true,
      user: { id: 42, user_name: 'John Doe', role: 'admin' },
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
    });
    expect(header(response.headers, 'Cache-Control')).toBe('no-store');
    expect(header(response.headers, 'Set-Cookie')).toBeNull();
    expect(bench.cell.state).toBe(before);
    expect(bench.authentication()).toEqual([]);
  });

  test('prints on the access token all that the server will ask of it', async () => {
    const { bench, tokens } = await withTokens();
    expect(await opened(tokens.access_token)).toEqual({
      header: { alg: 'HS256', typ: 'at+jwt' },
      claims: {
        iss: 'https://app.example',
        sub: '42',
        aud: 'https://app.example/api',
        user_id: 42,
        user_name: 'John Doe',
        role: 'admin',
        jti: expect.stringMatching(/^[\w-]{22}$/),
        iat: bench.now,
        exp: bench.now + 3_600,
      },
    });
  });

  test('prints on the refresh token only whose it is', async () => {
    const { bench, tokens } = await withTokens();
    expect(await opened(tokens.refresh_token)).toEqual({
      header: { alg: 'HS256', typ: 'rt+jwt' },
      claims: {
        iss: 'https://app.example',
        sub: '42',
        aud: 'https://app.example/auth',
        user_id: 42,
        jti: expect.stringMatching(/^[\w-]{22}$/),
        iat: bench.now,
        exp: bench.now + 604_800,
      },
    });
  });

  test('gives every token an id of its own', async () => {
    const { bench, tokens } = await withTokens();
    const more = issuedTokens(await bench.send('POST', '/jwt_login.php', { json: JOHN }));
    const all = [tokens.access_token, tokens.refresh_token, more.access_token, more.refresh_token];
    const ids = await Promise.all(all.map(async (token) => (await opened(token)).claims['jti']));
    expect(new Set(ids).size).toBe(4);
  });

  test('obeys the lifetimes it is set to', async () => {
    const { bench, tokens } = await withTokens({ accessLifetime: 60, refreshLifetime: 120 });
    expect((await opened(tokens.access_token)).claims['exp']).toBe(bench.now + 60);
    expect((await opened(tokens.refresh_token)).claims['exp']).toBe(bench.now + 120);
    const response = await bench.send('POST', '/jwt_login.php', { json: JOHN });
    expect(bodyOf(response)).toMatchObject({ expires_in: 60 });
  });
});
