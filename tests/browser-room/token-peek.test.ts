import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expiryOf, withOtherRole } from '#browser/token-peek.ts';
import { payloadOf, token } from './tokens.ts';

test('a client reads the expiry of its own token without any key', () => {
  expect(expiryOf(token({ exp: 1_772_445_600 }))).toBe(1_772_445_600);
});

test.each([[''], ['x'], ['a.b.c'], ['a.bm9wZQ.c'], [token({})], [token({ exp: '1' })]])(
  'no expiry can be read from %j',
  (text) => {
    expect(expiryOf(text)).toBeNull();
  },
);

test('an edited token says another role under the old header and the old signature', () => {
  const claims = { sub: '42', user_name: 'Zoë ✓', role: 'member', exp: 1 };
  const own = token(claims);
  const edited = withOtherRole(own);
  expect(payloadOf(edited)).toEqual({ ...claims, role: 'admin' });
  expect(edited).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect([edited.split('.')[0], edited.split('.')[2]]).toEqual([own.split('.')[0], own.split('.')[2]]);
  expect(payloadOf(withOtherRole(edited))).toEqual(claims);
});

test('no text makes peeking throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.base64String()).map((parts) => parts.join('.')),
      ),
      (text) => {
        const exp = expiryOf(text);
        expect(exp === null || typeof exp === 'number').toBe(true);
        expect(withOtherRole(text).split('.')).toHaveLength(3);
      },
    ),
  );
});
