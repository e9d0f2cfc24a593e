import { beforeAll, expect, test } from 'vitest';
import { byteLength } from '#core/http.ts';
import type { Comparison } from '#core/align.ts';
import { bytesView } from '#projections/inspector/bytes.ts';
import { httpStanding, httpView } from '#projections/inspector/http.ts';
import { rawMessage } from '#projections/inspector/message-view.ts';
import { scoreView } from '#projections/score.ts';
import { HOUR, LATER, LOGIN, LOGOUT, sessionAndJwt, USERS } from './worlds.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await sessionAndJwt([LOGIN, USERS, HOUR, LATER, LOGOUT]);
});

/** The cursor right after the first row of that name. */
function after(intent: string, phase: string, exchange = 'request'): number {
  const index = comparison.steps.findIndex(
    (step) => step.intent === intent && step.phase === phase && step.exchange === exchange,
  );
  if (index < 0) throw new Error(`no row ${intent}/${exchange}/${phase}`);
  return index + 1;
}

test('before the first request there is no message', () => {
  expect(httpView(comparison, after('login', 'act'))).toEqual({ left: [], right: [] });
});

test('a request stands alone until its answer has come', () => {
  expect(httpView(comparison, after('login', 'ask')).left.map(({ startLine }) => startLine)).toEqual([
    'POST /login.php HTTP/1.1',
  ]);
  expect(httpView(comparison, after('login', 'answer')).left.map(({ startLine }) => startLine)).toEqual([
    'POST /login.php HTTP/1.1',
    'HTTP/1.1 200 OK',
  ]);
});

test('messages of another exchange than the row’s are earlier ones, and a side that does nothing in the row waits', () => {
  expect(httpStanding(comparison, after('login', 'ask'))).toEqual({ left: 'acts', right: 'acts' });
  expect(httpStanding(comparison, after('users', 'act'))).toEqual({ left: 'earlier', right: 'earlier' });
  expect(httpStanding(comparison, after('hour', 'wait', 'local'))).toEqual({ left: 'earlier', right: 'earlier' });
  expect(httpStanding(comparison, after('later', 'ask', 'refresh'))).toEqual({ left: 'earlier', right: 'acts' });
  expect(httpStanding(comparison, 0)).toEqual({ left: 'earlier', right: 'earlier' });
  expect(httpStanding(comparison, after('logout', 'forget'))).toEqual({ left: 'acts', right: 'waits' });
});

test('while one side refreshes, the other keeps the exchange it had', () => {
  const { left, right } = httpView(comparison, after('later', 'ask', 'refresh'));
  expect(left[0]?.startLine).toBe('GET /users.php HTTP/1.1');
  expect(right[0]?.startLine).toBe('POST /jwt_refresh.php HTTP/1.1');
});

test('the field that carries the credential is marked, and a body that does', () => {
  const asked = httpView(comparison, after('users', 'ask'));
  expect(asked.left[0]?.fields.filter(({ marked }) => marked).map(({ name }) => name)).toEqual(['Cookie']);
  expect(asked.right[0]?.fields.filter(({ marked }) => marked).map(({ name }) => name)).toEqual(['Authorization']);
  const answered = httpView(comparison, after('login', 'answer'));
  expect(answered.left[1]).toMatchObject({ bodyMarked: false });
  expect(answered.right[1]).toMatchObject({ bodyMarked: true });
});

test('the bytes of a message are those of its raw text', () => {
  for (const message of [
    ...httpView(comparison, after('login', 'answer')).left,
    ...httpView(comparison, after('users', 'answer')).right,
  ]) {
    expect(message.headerBytes + message.bodyBytes).toBe(byteLength(rawMessage(message)));
    const [head = ''] = rawMessage(message).split('\r\n\r\n');
    expect(message.headerBytes).toBe(byteLength(head) + 4);
    for (const { name, value, bytes } of message.fields) expect(bytes).toBe(byteLength(`${name}: ${value}\r\n`));
  }
});

test('a raw message is HTTP/1.1 as it would be sent', () => {
  const [request] = httpView(comparison, after('users', 'ask')).left;
  expect(request && rawMessage(request)).toMatch(
    /^GET \/users\.php HTTP\/1\.1\r\nHost: app\.example\r\n(.+\r\n)*Cookie: PHPSESSID=[0-9a-f]{32}\r\n\r\n$/,
  );
});

test('the bytes tab has a row for every message so far', () => {
  const rows = bytesView(comparison, after('users', 'ask'));
  expect(rows.left.map(({ label, credentialBytes }) => [label, credentialBytes])).toEqual([
    ['POST /login.php', 0],
    ['200 OK', 'PHPSESSID='.length + 32],
    ['GET /users.php', 'PHPSESSID='.length + 32],
  ]);
  expect(bytesView(comparison, 0)).toEqual({ left: [], right: [] });
  expect(rows.right.at(-1)?.credentialBytes).toBeGreaterThan(rows.left.at(-1)?.credentialBytes ?? Infinity);
});

test('the score is what a count over the events gives, at every cursor', () => {
  for (let k = 0; k <= comparison.steps.length; k += 1) {
    const score = scoreView(comparison, k);
    for (const column of ['left', 'right'] as const) {
      const ends = column === 'left' ? comparison.leftEnd : comparison.rightEnd;
      const done = comparison[column].events.slice(0, ends[k]);
      const accesses = done.filter((event) => event.kind === 'store');
      const count = (purpose: string, read: boolean): number =>
        accesses.filter((access) => access.purpose === purpose && (access.op === 'read') === read).length;
      expect(score[column]).toEqual({
        authReads: count('authentication', true),
        authWrites: count('authentication', false),
        requestReads: count('request', true),
        requestWrites: count('request', false),
        credentialBytes: done
          .flatMap((event) => (event.kind === 'request' ? event.credentials : []))
          .reduce((sum, { bytes }) => sum + bytes, 0),
        roundTrips: done.filter(({ kind }) => kind === 'response').length,
      });
    }
  }
});

test('one protected request costs the session a look-up and the token none', () => {
  const { left, right } = scoreView(comparison, after('users', 'answer'));
  expect(left).toMatchObject({ authReads: 1, authWrites: 1, roundTrips: 2, credentialBytes: 42 });
  expect(right).toMatchObject({ authReads: 0, authWrites: 0, roundTrips: 2 });
  expect(right.credentialBytes).toBeGreaterThan(300);
});
