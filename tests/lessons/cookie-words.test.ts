import { expect, test } from 'vitest';
import { said } from './said.ts';

const CASES = [
  ['sql-session', { transport: 'cookie' }],
  ['jwt', { transport: 'cookie' }],
  ['hybrid', { refreshTransport: 'cookie' }],
] as const;

test.for(CASES)(
  'where a cookie carries what %s hands out, the answer and the request are told so',
  async ([scheme, settings]) => {
    expect(await said('logging-in', 'answer', scheme, settings)).toContain('`Set-Cookie`');
    expect(await said('logging-in', 'answer', scheme, {})).not.toContain('`Set-Cookie`');
    expect(await said('protected-request', 'goes-along', scheme, settings)).toMatch(/cookie/i);
    expect(await said('protected-request', 'goes-along', scheme, {})).not.toMatch(/cookie/i);
  },
);

test.for(['sql-session', 'jwt'] as const)(
  'a logout of %s asks for the cookie to be dropped, and its beat says so',
  async (scheme) => {
    expect(await said('logging-out', 'says-done', scheme, { transport: 'cookie' })).toContain('`Max-Age=0`');
    expect(await said('logging-out', 'says-done', scheme, {})).not.toContain('`Max-Age=0`');
  },
);

test('where state lives, each place has its own readers', async () => {
  expect(await said('where-state-lives', 'readers', 'jwt', {})).toContain('`localStorage`');
  expect(await said('where-state-lives', 'readers', 'jwt', { clientStorage: 'memory' })).toContain('Variables');
  expect(await said('where-state-lives', 'readers', 'jwt', { transport: 'cookie' })).toContain('cookie jar');
});
