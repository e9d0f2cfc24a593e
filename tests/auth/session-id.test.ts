import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, toHex } from '#auth/hex.ts';
import { isSessionId, SESSION_ID_BYTES, sessionIdFrom } from '#auth/session-id.ts';

test('a session id is 32 hexadecimal digits, made of 128 random bits', () => {
  const bytes = fc.uint8Array({ minLength: SESSION_ID_BYTES, maxLength: SESSION_ID_BYTES });
  fc.assert(
    fc.property(bytes, (random) => {
      const id = sessionIdFrom(random);
      expect(isSessionId(id)).toBe(true);
      expect(fromHex(id)).toEqual(random);
    }),
  );
});

test.each([
  '',
  '0',
  'f'.repeat(31),
  'f'.repeat(33),
  'F'.repeat(32),
  `${'f'.repeat(31)}g`,
  `${'f'.repeat(32)}\n`,
  '../',
])('%j is none', (text) => {
  expect(isSessionId(text)).toBe(false);
});

test('bytes survive hexadecimal', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['0', 'xy', '0x', ' 00'])('%j is not hexadecimal', (text) => {
  expect(() => fromHex(text)).toThrow(RangeError);
});
