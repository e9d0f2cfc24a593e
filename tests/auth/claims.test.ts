import { describe, expect, test } from 'vitest';
import { checkClaims, checkExpiry, type Expectation } from '#auth/check-claims.ts';
import { accessClaims, refreshClaims, TOKEN_PROFILES, type TokenUse } from '#auth/claims.ts';
import type { JsonObject } from '#core/json.ts';

const JOHN = { id: 42, user_name: 'John Doe', email: 'john@example.com', role: 'admin' } as const;
const NOW = 1_772_442_000;
const CLAIMS = {
  access_token: accessClaims(JOHN, 'id-1', NOW, 3_600),
  refresh_token: refreshClaims(JOHN, 'id-2', NOW, 604_800),
} satisfies Record<TokenUse, JsonObject>;

const expected = (use: TokenUse, now = NOW, leeway = 0): Expectation => ({ use, now, leeway });
const header = (use: TokenUse): JsonObject => ({ alg: 'HS256', typ: TOKEN_PROFILES[use].typ });

describe.each(['access_token', 'refresh_token'] as const)('the claims of an %s', (use) => {
  const other = use === 'access_token' ? 'refresh_token' : 'access_token';

  test('pass the check that they are made for', () => {
    expect(checkClaims(header(use), CLAIMS[use], expected(use))).toEqual({
      ok: true,
      claims: {
        iss: 'https://app.example',
        sub: '42',
        jti: CLAIMS[use].jti,
        iat: NOW,
        exp: CLAIMS[use].exp,
        // Only the pass for the door says what its holder may do.
        role: use === 'access_token' ? 'admin' : null,
      },
    });
  });

  test('never pass for the other kind, neither by type nor by audience', () => {
    expect(checkClaims(header(use), CLAIMS[use], expected(other))).toMatchObject({ refusal: { reason: 'token-typ' } });
    expect(checkClaims(header(other), CLAIMS[use], expected(other))).toMatchObject({
      refusal: { reason: 'token-aud' },
    });
  });

  test('hold no password, e-mail or hash', () => {
    expect(Object.keys(CLAIMS[use])).not.toEqual(expect.arrayContaining(['email']));
    expect(JSON.stringify(CLAIMS[use])).not.toMatch(/password|hash|salt|@/);
  });
});

describe('the end of a token', () => {
  const { exp } = CLAIMS.access_token;
  const claims = { iss: '', sub: '', jti: '', iat: NOW, exp, role: null };

  test.each([
    [exp - 1, 0, true],
    [exp, 0, false],
    [exp + 9, 10, true],
    [exp + 10, 10, false],
  ])('at %i with a leeway of %i s it is good: %s', (now, leeway, good) => {
    expect(checkExpiry(claims, expected('access_token', now, leeway)) === null).toBe(good);
  });

  test('may lie between two seconds', () => {
    const half = { ...claims, exp: NOW + 0.5 };
    expect(checkExpiry(half, expected('access_token', NOW))).toBeNull();
    expect(checkExpiry(half, expected('access_token', NOW + 1))).toMatchObject({ reason: 'token-expired' });
  });

  test('is not looked at by the check of the other claims', () => {
    const old = expected('access_token', NOW + 1_000_000);
    expect(checkClaims(header('access_token'), CLAIMS.access_token, old).ok).toBe(true);
  });
});
