import { beforeAll, expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import { clockText, clockView } from '#projections/clock.ts';
import { codeView } from '#projections/inspector/code.ts';
import { differences } from '#projections/diagram/differences.ts';
import { durationText } from '#projections/wording/durations.ts';
import { fit, shortenValues, shortId, shortToken } from '#projections/wording/shorten.ts';
import { tokenView } from '#projections/inspector/token.ts';
import { HOUR, LATER, LOGIN, LOGOUT, run, sessionAndJwt, USERS } from './worlds.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await sessionAndJwt([LOGIN, USERS, HOUR, LATER, LOGOUT]);
});

function after(intent: string, phase: string, exchange = 'request'): number {
  const index = comparison.steps.findIndex(
    (step) => step.intent === intent && step.phase === phase && step.exchange === exchange,
  );
  if (index < 0) throw new Error(`no row ${intent}/${exchange}/${phase}`);
  return index + 1;
}

test('before the login there is no token, and the view says why', () => {
  const { left, right } = tokenView(comparison, after('login', 'ask'));
  expect(left).toEqual({ form: 'none', note: expect.stringContaining('Nobody has logged in') });
  expect(right.form).toBe('none');
});

test('the session id is in play as soon as its file is written, the tokens when they are answered', () => {
  const remembered = tokenView(comparison, after('login', 'remember'));
  expect(remembered.left).toMatchObject({
    form: 'ticket',
    text: expect.stringMatching(/^[0-9a-f]{32}$/),
    note: expect.stringContaining('128 random bits'),
  });
  expect(remembered.right.form).toBe('none');
  expect(tokenView(comparison, after('login', 'answer')).right).toMatchObject({ form: 'pass', name: 'access_token' });
});

test('a refresh puts the refresh token in play, then the new access token', () => {
  const first = tokenView(comparison, after('users', 'ask')).right;
  expect(tokenView(comparison, after('later', 'ask', 'refresh')).right).toMatchObject({ name: 'refresh_token' });
  const renewed = tokenView(comparison, after('later', 'keep', 'refresh')).right;
  expect(renewed).toMatchObject({ form: 'pass', name: 'access_token' });
  expect(renewed).not.toEqual(first);
});

test('the code of a step is what its events name, each region once, the last one last', () => {
  const { left, right } = codeView(comparison, after('users', 'recognise'));
  expect(left.map(({ region }) => region)).toContain('php-session.recognise/read-file');
  expect(left.at(-1)?.region).toBe('php-session.recognise/decide');
  expect(right.at(-1)?.region).toBe('jwt.check/decide');
  for (const regions of [left, right]) {
    expect(new Set(regions.map(({ region }) => region)).size).toBe(regions.length);
  }
  expect(codeView(comparison, 0)).toEqual({ left: [], right: [] });
});

test('the clock never goes back, and a wait moves it', () => {
  const times = Array.from({ length: comparison.steps.length + 1 }, (_, k) => clockView(comparison, k).micros);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(clockView(comparison, 0)).toEqual({ micros: 0, unix: 1_772_442_000, text: '09:00:00.000' });
  expect(clockView(comparison, after('hour', 'wait', 'local')).text).toMatch(/^10:00:00\.\d{3}$/);
});

test('the clock shows the days since the first', () => {
  const start = 1_772_442_000;
  expect(clockText(start + 4)).toBe('09:00:04');
  expect(clockText(start + 15 * 3_600 - 1)).toBe('23:59:59');
  expect(clockText(start + 15 * 3_600)).toBe('+1 d 00:00:00');
  expect(clockText(start + 7 * 86_400)).toBe('+7 d 09:00:00');
});

test('durations are said in at most two units', () => {
  expect([1, 60, 3_300, 5_400, 604_800, 90_061, 0].map(durationText)).toEqual([
    '1 second',
    '1 minute',
    '55 minutes',
    '1 hour 30 minutes',
    '7 days',
    '1 day 1 hour',
    '0 seconds',
  ]);
});

test('a run beside itself differs nowhere', async () => {
  const trace = await run('jwt', [LOGIN, USERS]);
  expect(differences(align(trace, trace))).toEqual(new Set());
});

test('other times and drawn numbers make no difference, another outcome does', async () => {
  const early = await run('jwt', [LOGIN, USERS]);
  const shifted = await run('jwt', [{ id: 'pause', kind: 'wait', seconds: 90 }, LOGIN, USERS]);
  expect([...differences(align(early, shifted))]).toEqual(['pause/local/wait/0']);

  const off = await run('jwt', [LOGIN, LOGOUT]);
  const on = await run('jwt', [LOGIN, LOGOUT], { denylist: true });
  const rows = [...differences(align(off, on))];
  expect(rows).toContain('logout/request/forget/0');
  expect(rows.every((id) => id.startsWith('logout/'))).toBe(true);
});

test('a wait of another length differs', async () => {
  const hour = await run('jwt', [LOGIN, HOUR]);
  const day = await run('jwt', [LOGIN, { id: 'hour', kind: 'wait', seconds: 86_400 }]);
  expect([...differences(align(hour, day))]).toEqual(['hour/local/wait/0']);
});

test('ids keep the characters that tell them apart', () => {
  expect(shortId('9f3c1e0b77aa55cc9f3c1e0b77aa55cc')).toBe('9f3c1e…');
  expect(shortId('42')).toBe('42');
  expect(shortToken('eyJhbGciOi.eyJzdWIiOi.Qx3vR1abcdef')).toBe('eyJ….eyJ….Qx3vR1…');
  expect(shortenValues('read sess_9f3c1e0b77aa55cc9f3c1e0b77aa55cc now')).toBe('read sess_9f3c1e… now');
});

test('a text that is too long loses its middle', () => {
  expect(fit('POST /a/very/long/path/indeed.php', 20)).toBe('POST /a/ve…ndeed.php');
  expect(Array.from(fit('😀'.repeat(30), 7))).toHaveLength(7);
  expect(fit('short', 20)).toBe('short');
});
