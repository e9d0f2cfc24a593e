import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { derivePassword, SIMULATED_ROUNDS, verifyPassword } from '#auth/password.ts';

const SALT = '00112233445566778899aabbccddeeff';

describe('stored passwords', () => {
  test.each(['correct horse battery staple', 'Jürgen', ' ', '\ud800'])(
    'are PBKDF2-HMAC-SHA-256: %j',
    async (password) => {
      const expected = pbkdf2Sync(Buffer.from(password), Buffer.from(SALT, 'hex'), SIMULATED_ROUNDS, 32, 'sha256');
      expect(await derivePassword(password, SALT)).toBe(expected.toString('hex'));
    },
  );

  test('may even be empty', async () => {
    expect(await derivePassword('', SALT)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('are verified', async () => {
    const record = { salt: SALT, hash: await derivePassword('secret', SALT) };
    expect(await verifyPassword('secret', record)).toBe(true);
    for (const wrong of ['Secret', 'secret ', '', 'secre']) expect(await verifyPassword(wrong, record)).toBe(false);
    expect(await verifyPassword('secret', { ...record, hash: record.hash.slice(2) })).toBe(false);
  });

  test('are never right for somebody who is not there', async () => {
    for (const password of ['', 'secret', '\0']) expect(await verifyPassword(password, null)).toBe(false);
  });
});
