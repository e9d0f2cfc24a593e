import { expect, test } from 'vitest';
import { holds } from '#core/query.ts';
import { lessonCalled } from './facts.ts';
import { basePath, edited, play } from './paths.ts';
import { said } from './said.ts';

const verdict = (settings: Parameters<typeof said>[3], scheme: 'sql-session' | 'hybrid') =>
  said('refreshing-a-token', 'verdict', scheme, settings);

test('what a store is asked at a request is said as it was asked', async () => {
  for (const scheme of ['jwt', 'hybrid'] as const) {
    expect(await said('protected-request', 'recognise', scheme, {})).toMatch(/no store is asked/i);
    for (const settings of [{ denylist: true }, { cutOff: true }])
      expect(await said('protected-request', 'recognise', scheme, settings)).toContain('asks a store all the same');
  }
});

test('an hour is long or short by the limits that are set', async () => {
  expect(await verdict({}, 'sql-session')).toContain('has not come');
  expect(await verdict({ absolute: 600 }, 'sql-session')).toContain('refused');
  expect(await said('refreshing-a-token', 'first-answer', 'sql-session', { absolute: 600 })).toContain('401');
  expect(await verdict({}, 'hybrid')).toContain('a token is refused');
  expect(await verdict({ hybridAccessLifetime: 7_200 }, 'hybrid')).toContain('accepted');
  expect(await said('refreshing-a-token', 'unnoticed', 'hybrid', { hybridAccessLifetime: 7_200 })).toContain(
    'Nothing had',
  );
});

test.for(['jwt', 'hybrid'] as const)('a refresh of %s is told as it went', async (scheme) => {
  expect(await said('refreshing-a-token', 'checked', scheme, {})).not.toContain('400');
  expect(await said('refreshing-a-token', 'checked', scheme, { refreshLifetime: 60 })).toContain('400');
  expect(await said('refreshing-a-token', 'same-again', scheme, {})).toBe('');
  expect(await said('refreshing-a-token', 'same-again', scheme, { refreshAhead: true })).toContain('a moment ago');
});

test('a pass outlives the logout of the hybrid until its end, and not where a denylist is kept', async () => {
  expect(await said('logging-out', 'still-good', 'hybrid', {})).toContain('let in');
  expect(await said('logging-out', 'still-good', 'hybrid', { denylist: true })).toContain('denylist');
  expect(await said('logging-out', 'still-good', 'hybrid', { hybridAccessLifetime: 60 })).toContain('`exp` has come');
  expect(await said('logging-out', 'forget', 'hybrid', { denylist: true })).toContain('denylist');
  expect(await said('logging-out', 'worth', 'hybrid', { denylist: true })).toContain('at every request');
});

test('a session that is over is not said to be good, nor its reader to be asked for a role', async () => {
  expect(await said('the-demoted-admin', 'outcome', 'sql-session', {})).toContain('403');
  expect(await said('the-demoted-admin', 'outcome', 'sql-session', { absolute: 60 })).not.toContain('403');
  expect(await said('token-expiry', 'last-trade', 'sql-session', { absolute: 31_536_000 })).toContain('still good');
});

test.for(['sql-session', 'jwt'] as const)('what %s keeps in one page is not in another tab', async (scheme) => {
  expect(await said('two-tabs', 'one-pocket', scheme, {})).toContain('the same in every tab');
  expect(await said('two-tabs', 'one-pocket', scheme, { clientStorage: 'memory' })).toContain(
    'another tab finds nothing',
  );
});

test('a client that looked ahead shows John his list, and the bet says so', async () => {
  const lesson = lessonCalled('refreshing-a-token');
  const ahead = { kind: 'set', settings: { refreshAhead: true } } as const;
  const run = await play(edited(basePath(lesson), 'ahead', ['right'], [ahead]));
  const bet = lesson.bets.find(({ id }) => id === 'sees');
  expect(bet?.options.filter((option) => holds(option.holds, run)).map(({ id }) => id)).toEqual(['list']);
});
