import { describe, expect, test } from 'vitest';
import type { Intent } from '#core/intents.ts';
import { find } from '#core/query.ts';
import { SCHEME_TEXTS, SCHEMES, type SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { Trace } from '#core/trace.ts';
import { createDirectRunner } from '#world/run.ts';
import { specOf } from './specs.ts';

type Asked = Intent extends infer One ? (One extends Intent ? Omit<One, 'id'> : never) : never;

const LOGIN: Asked = { kind: 'login', device: 'laptop', person: 'john' };
const USE: Asked = { kind: 'list-users', device: 'laptop' };
const RESTART: Asked = { kind: 'restart-server' };

/** Runs what is asked, one after the other; an array is at the same time. Ids are `i0`, `i1`, …, and inside `i1-0`. */
function run(
  scheme: SchemeId,
  asked: readonly (Asked | readonly Asked[])[],
  settings: Partial<Settings> = {},
): Promise<Trace> {
  const intents = asked.map((one, at): Intent => {
    const id = `i${at}`;
    if (!Array.isArray(one)) return { ...(one as Asked), id };
    return {
      id,
      kind: 'together',
      intents: one.map((each: Asked, inner) => ({ ...each, id: `${id}-${inner}` })),
    };
  });
  return createDirectRunner({ freeze: true }).run(specOf(scheme, intents, settings));
}

/** The status codes of all answers, in order; what kept one away stands in its place. */
function outcomes({ events }: Trace): readonly (number | string)[] {
  return events.flatMap((event): readonly (number | string)[] => {
    if (event.kind === 'response') return [event.message.status];
    return event.kind === 'failure' ? [event.problem] : [];
  });
}

function changes(trace: Trace, intent: string): readonly string[] {
  return trace.events.flatMap((event) =>
    event.kind === 'change' && event.intent === intent
      ? [
          `${event.area.owner}/${event.area.name} ${event.before === null ? '+' : ''}${event.after === null ? '-' : ''}${event.key}`,
        ]
      : [],
  );
}

describe('SQL at the console', () => {
  test.each([
    ['sql-session', 'DELETE FROM sessions WHERE user_id = 42', 401],
    ['sql-session', "UPDATE users SET role = 'member' WHERE id = 42", 200],
    ['sql-session', 'UPDATE sessions SET expires = 0', 401],
    ['sql-session', 'DELETE FROM users WHERE id = 42', 401],
    ['hybrid', 'DELETE FROM families; DELETE FROM refresh_tokens', 200],
  ] as const)('%s: after %s the next request is answered %i', async (scheme, statement, status) => {
    const trace = await run(scheme, [LOGIN, { kind: 'sql', statement }, USE]);
    expect(outcomes(trace)).toEqual([200, status]);
  });

  test('each statement is one event with its rows, its plan and what it changed', async () => {
    const trace = await run('sql-session', [
      LOGIN,
      { kind: 'sql', statement: 'DELETE FROM sessions; SELECT count(*) FROM sessions' },
    ]);
    const statements = find(trace, { kind: 'statement' });
    expect(statements).toMatchObject([
      {
        actor: 'operator',
        side: 'world',
        phase: 'operate',
        sql: { statement: 'DELETE FROM sessions', plan: ['SCAN sessions'] },
      },
      { outcome: { columns: ['count(*)'], found: [[0]], rows: 1 } },
    ]);
    expect(changes(trace, 'i1')).toEqual(['database/sessions -1']);
    expect(find(trace, { kind: 'change', intent: 'i1' })[0]?.causedBy).toBe(statements[0]?.id);
  });

  test('a mistake is recorded with the engine’s message, and nothing stops', async () => {
    const trace = await run('sql-session', [LOGIN, { kind: 'sql', statement: 'SELEC' }, USE]);
    expect(find(trace, { kind: 'statement', accepted: false })).toMatchObject([
      { outcome: { problem: { code: 'refused', message: 'near "SELEC": syntax error' } } },
    ]);
    expect(outcomes(trace)).toEqual([200, 200]);
  });

  test('the time is the world’s', async () => {
    const asked = { kind: 'sql', statement: "SELECT datetime('now'), random()" } as const;
    const later = await run('sql-session', [{ kind: 'wait', seconds: 3_600 }, asked]);
    expect(later).toEqual(await run('sql-session', [{ kind: 'wait', seconds: 3_600 }, asked]));
    expect(find(later, { kind: 'statement' })).toMatchObject([
      { outcome: { found: [['2026-03-02 10:00:00', expect.anything()]] } },
    ]);
  });

  test.each(['php-session', 'jwt'] as const)('%s has no such console, and nothing is recorded', async (scheme) => {
    const trace = await run(scheme, [LOGIN, { kind: 'sql', statement: 'DELETE FROM users' }, USE]);
    expect(find(trace, { intent: 'i1' })).toEqual([]);
    expect(outcomes(trace)).toEqual([200, 200]);
  });

  test('a database that refuses the server’s own statement is a 500, with the reason in the record alone', async () => {
    const full = 'UPDATE sqlite_sequence SET seq = 9223372036854775807';
    const trace = await run('sql-session', [LOGIN, { kind: 'sql', statement: full }, LOGIN, USE]);
    expect(outcomes(trace)).toEqual([200, 500, 200]);
    const [answer] = find(trace, { kind: 'response', status: 500 });
    expect(answer?.kind === 'response' && JSON.parse(answer.message.body)).toEqual({
      error: 'internal_error',
      message: 'The server failed',
    });
    expect(find(trace, { kind: 'store', store: 'sessions', intent: 'i2' }).at(-1)).toMatchObject({
      rows: 0,
      sql: { refused: 'database or disk is full' },
    });
    expect(find(trace, { reason: 'server-fault' })).toHaveLength(1);
  });

  test('beside a request it sees all of a statement or nothing', async () => {
    const trace = await run('sql-session', [
      LOGIN,
      [USE, { kind: 'sql', statement: 'BEGIN; DELETE FROM sessions; ROLLBACK' }],
    ]);
    expect(outcomes(trace)).toEqual([200, 200]);
  });
});

describe('restarting the server', () => {
  test.each(SCHEMES)('%s: whoever is logged in stays so', async (scheme) => {
    const trace = await run(scheme, [LOGIN, RESTART, USE]);
    expect(outcomes(trace)).toEqual([200, 200]);
    const read = ['app-1/secrets -JWT_SECRET', 'app-1/secrets +JWT_SECRET'];
    expect(changes(trace, 'i1')).toEqual(SCHEME_TEXTS[scheme].credential === 'pass' ? read : []);
    expect(find(trace, { kind: 'operation' }).map(({ phase }) => phase)).toEqual(['stop', 'start']);
  });

  test.each(SCHEMES)('%s: beside a request it kills it midway, and the next one is answered', async (scheme) => {
    const trace = await run(scheme, [LOGIN, [USE, RESTART], USE]);
    expect(outcomes(trace)).toEqual([200, 'server-stopped', 200]);
    const request = find(trace, { kind: 'request', intent: 'i1-0' })[0];
    const failure = find(trace, { kind: 'failure' })[0];
    expect(failure).toMatchObject({ actor: 'laptop', answers: request?.id, phase: 'answer' });
    // It hears of it when the server dies, one way later: not when the server would have answered.
    expect((failure?.t ?? 0) + (failure?.cost ?? 0)).toBe((request?.t ?? 0) + 20_010 + 20_000);
  });

  test.each(SCHEMES)('%s: a login that is killed leaves nobody logged in, and may be tried again', async (scheme) => {
    const trace = await run(scheme, [[LOGIN, RESTART], USE, LOGIN, USE]);
    expect(outcomes(trace)).toEqual(['server-stopped', 401, 200, 200]);
  });

  test('a logout that the server never heard of is a logout all the same to a client that forgets by itself', async () => {
    const logout = { kind: 'logout', device: 'laptop' } as const;
    const token = await run('jwt', [LOGIN, [logout, RESTART], USE]);
    expect(outcomes(token)).toEqual([200, 'server-stopped', 401]);
    const session = await run('php-session', [LOGIN, [logout, RESTART], USE]);
    expect(outcomes(session)).toEqual([200, 'server-stopped', 200]);
  });

  test('a refresh that is killed before its statement ran costs nothing', async () => {
    const refresh = { kind: 'refresh', device: 'laptop' } as const;
    const trace = await run('hybrid', [LOGIN, [refresh, RESTART], refresh, USE]);
    expect(outcomes(trace)).toEqual([200, 'server-stopped', 200, 200]);
  });

  test('a request that comes in while it is down finds nobody', async () => {
    const trace = await run('jwt', [LOGIN, [RESTART, { kind: 'login', device: 'phone', person: 'zoya' }]]);
    expect(outcomes(trace)).toEqual([200, 'server-stopped']);
    // The second round trip of an intent begins later than the first.
    const expired = await run('jwt', [LOGIN, [USE, RESTART, { ...USE, tab: 2 }]], { accessLifetime: 1 });
    expect(outcomes(expired)).toEqual([200, 'server-stopped', 'server-stopped']);
    const twice = await run('php-session', [LOGIN, [RESTART, RESTART, USE]]);
    expect(outcomes(twice)).toEqual([200, 'server-stopped']);
  });
});

describe('tabs and browsers', () => {
  const reload: Asked = { kind: 'reload', device: 'laptop' };
  const closeTab: Asked = { kind: 'close-tab', device: 'laptop' };
  const closeBrowser: Asked = { kind: 'close-browser', device: 'laptop' };
  const memory = { clientStorage: 'memory' } as const;
  const byCookie = { transport: 'cookie', refreshTransport: 'cookie' } as const;

  test.each([
    ['jwt', {}, 200, 200, 200],
    ['jwt', memory, 401, 401, 401],
    ['sql-session', {}, 200, 200, 200],
    ['sql-session', memory, 401, 401, 401],
    ['php-session', memory, 200, 200, 401],
  ] as const)(
    '%s with %o: after a reload %i, a closed tab %i, a closed browser %i',
    async (scheme, settings, ...expected) => {
      const seen = await Promise.all(
        [reload, closeTab, closeBrowser].map(async (act) =>
          outcomes(await run(scheme, [LOGIN, act, USE], settings)).at(-1),
        ),
      );
      expect(seen).toEqual(expected);
    },
  );

  test('cookies without an end go with the browser, not with the tab', async () => {
    const tab = await run('php-session', [LOGIN, closeTab]);
    expect(changes(tab, 'i1')).toEqual([]);
    const browser = await run('php-session', [LOGIN, closeBrowser]);
    expect(changes(browser, 'i1')).toEqual(['laptop/cookies -app.example;/;PHPSESSID']);
  });

  test('each tab has variables of its own', async () => {
    const second = { ...USE, tab: 2 } as const;
    const trace = await run('jwt', [LOGIN, { ...LOGIN, tab: 2 }, { ...reload, tab: 2 }, USE, second], memory);
    expect(changes(trace, 'i2')).toEqual([
      'laptop/memory -tab 2: access_token',
      'laptop/memory -tab 2: refresh_token',
      'laptop/memory -tab 2: user_data',
    ]);
    expect(outcomes(trace)).toEqual([200, 200, 200, 401]);
  });

  test('sessionStorage goes with the tab and stays with the page', async () => {
    const edit = { kind: 'edit-storage', device: 'laptop', area: 'sessionStorage', key: 'draft', value: 'x' } as const;
    const trace = await run('jwt', [edit, reload, closeTab]);
    expect(changes(trace, 'i1')).toEqual([]);
    expect(changes(trace, 'i2')).toEqual(['laptop/sessionStorage -draft']);
  });

  test.each(SCHEMES)('%s: a page that is gone keeps nothing of an answer that the server gave', async (scheme) => {
    const trace = await run(scheme, [[LOGIN, reload], USE]);
    expect(outcomes(trace)).toEqual(['page-gone', 401]);
    expect(changes(trace, 'i0-0').filter((change) => change.startsWith('laptop'))).toEqual([]);
    expect(find(trace, { kind: 'decision', intent: 'i0-0', accepted: true }).length).toBeGreaterThan(0);
  });

  test('a refresh whose page is gone leaves a used token behind: the next one is taken for theft', async () => {
    const refresh = { kind: 'refresh', device: 'laptop' } as const;
    const trace = await run('hybrid', [LOGIN, [refresh, reload], refresh, USE]);
    expect(outcomes(trace)).toEqual([200, 'page-gone', 400, 401]);
    expect(find(trace, { reason: 'refresh-reused' })).toHaveLength(1);
  });

  test('a tab that waits for another’s refresh goes on when that one is closed', async () => {
    const both: readonly Asked[] = [USE, { ...USE, tab: 2 }, closeTab];
    const late = { kind: 'wait', seconds: 1_000 } as const;
    const trace = await run('hybrid', [LOGIN, late, both], { tabLock: true });
    expect(outcomes(trace).slice(-1)).toEqual([200]);
  });

  test('whoever carries the credential in a cookie loses it by hand too', async () => {
    const edit = {
      kind: 'edit-storage',
      device: 'laptop',
      area: 'cookies',
      key: '__Host-session',
      value: null,
    } as const;
    expect(outcomes(await run('sql-session', [LOGIN, USE, edit, USE], byCookie))).toEqual([200, 200, 401]);
  });
});

describe('what is deleted or edited by hand', () => {
  test('without its file a session id means nothing', async () => {
    const trace = await run('php-session', [
      LOGIN,
      { ...LOGIN, device: 'phone' },
      { kind: 'delete-file', file: 'all' },
      USE,
    ]);
    expect(outcomes(trace)).toEqual([200, 200, 401]);
    expect(changes(trace, 'i2')).toHaveLength(2);
    const one =
      changes(trace, 'i0')
        .find((change) => change.startsWith('app-1/files'))
        ?.replace('app-1/files +', '') ?? '';
    const other = await run('php-session', [
      LOGIN,
      { ...LOGIN, device: 'phone' },
      { kind: 'delete-file', file: one },
      USE,
    ]);
    expect(changes(other, 'i2')).toEqual([`app-1/files -${one}`]);
    expect(outcomes(other)).toEqual([200, 200, 401]);
  });

  test('a file that is not there is looked for in vain, and other schemes have none', async () => {
    const asked = { kind: 'delete-file', file: 'sess_nothing' } as const;
    const trace = await run('php-session', [asked]);
    expect(trace.events.map(({ kind }) => kind)).toEqual(['operation']);
    for (const scheme of ['sql-session', 'jwt', 'hybrid'] as const)
      expect((await run(scheme, [asked])).events).toEqual([]);
  });

  test.each([
    ['app.example;/;PHPSESSID', 'f'.repeat(32), 'f'.repeat(32)],
    ['PHPSESSID', 'x y', 'x y'],
    ['PHPSESSID', '', ''],
  ])('the next request carries the cookie %s as it was edited: %j', async (key, value, carried) => {
    const edit = { kind: 'edit-storage', device: 'laptop', area: 'cookies', key, value } as const;
    const trace = await run('php-session', [LOGIN, edit, USE]);
    expect(JSON.stringify(find(trace, { kind: 'request', intent: 'i2' }))).toContain(
      `["Cookie","PHPSESSID=${carried}"]`,
    );
    expect(outcomes(trace)).toEqual([200, 401]);
  });

  test.each(['a;b', 'tab\there', '日本', ' blank'])('no browser’s tool takes a cookie of %j', async (value) => {
    const edit = { kind: 'edit-storage', device: 'laptop', area: 'cookies', key: 'PHPSESSID', value } as const;
    const trace = await run('php-session', [LOGIN, edit, USE]);
    expect(find(trace, { reason: 'cookie-control-character' })).toHaveLength(1);
    expect(outcomes(trace)).toEqual([200, 200]);
  });

  test('a cookie that was not there is made for this host and until the browser is closed', async () => {
    const edit = {
      kind: 'edit-storage',
      device: 'laptop',
      area: 'cookies',
      key: 'PHPSESSID',
      value: '0'.repeat(32),
    } as const;
    const trace = await run('php-session', [edit, USE, { kind: 'close-browser', device: 'laptop' }]);
    expect(find(trace, { kind: 'change', intent: 'i0' })).toMatchObject([
      { after: { domain: 'app.example', hostOnly: true, path: '/', expires: null } },
    ]);
    expect(outcomes(trace)).toEqual([401]);
    expect(changes(trace, 'i2')).toEqual(['laptop/cookies -app.example;/;PHPSESSID']);
  });

  test.each([
    ['a.b.c', 401],
    ['', 400],
    ['日本', 'not-sendable'],
    ['a\r\nX-Admin: 1', 'not-sendable'],
  ])('a token edited to %j is sent as it is, or not at all: %s', async (value, outcome) => {
    const edit = { kind: 'edit-storage', device: 'laptop', area: 'localStorage', key: 'access_token', value } as const;
    const gone = { ...edit, key: 'refresh_token', value: null } as const;
    const trace = await run('jwt', [LOGIN, gone, edit, USE]);
    expect(outcomes(trace)).toEqual([200, outcome]);
    const sent = find(trace, { kind: 'request', intent: 'i3' });
    expect(sent).toHaveLength(outcome === 'not-sendable' ? 0 : 1);
  });

  test('to remove what is not there is an act without effect', async () => {
    const edit = { kind: 'edit-storage', device: 'laptop', area: 'localStorage', key: 'nothing', value: null } as const;
    expect((await run('jwt', [edit])).events).toMatchObject([
      { kind: 'action', name: 'edit-storage', subject: 'nothing' },
    ]);
  });
});
