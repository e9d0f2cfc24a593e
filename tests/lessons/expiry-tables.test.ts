import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { Trace } from '#core/trace.ts';
import { EXPIRY_TABLES, expiryTable, type ExpiryTable, momentIntent, tableIntents } from '#lessons/expiry-tables.ts';
import { elapsedText } from '#projections/wording/elapsed-text.ts';
import { checkMoment } from '#projections/lifetimes/expiry-check.ts';
import { lifetimesView, standingAt } from '#projections/lifetimes/lifetimes.ts';
import { createDirectRunner } from '#world/run.ts';

const runner = createDirectRunner();

function runTable(table: ExpiryTable): Promise<Trace> {
  const { scheme, settings } = table;
  return runner.run({
    scheme,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    seed: 1,
    intents: tableIntents(table),
  });
}

const checked = async (table: ExpiryTable) => {
  const trace = await runTable(table);
  const comparison = align(trace, trace);
  return table.moments.map(({ at, claims }, index) =>
    checkMoment(comparison, 'left', momentIntent(table, index), at, claims),
  );
};

const times = ({ moments }: ExpiryTable): readonly string[] => moments.map(({ at }) => elapsedText(at));

test('the source’s tables have the source’s moments', () => {
  expect(times(expiryTable('php-session'))).toEqual(['0:00', '1:00', '2:00', '2:30']);
  expect(times(expiryTable('jwt'))).toEqual(['0:00', '0:30', '0:55', '1:00', '168:00']);
});

test.each(EXPIRY_TABLES.map((table) => [table.scheme, table] as const))(
  'every moment of the table of %s is what its run does',
  async (_scheme, table) => {
    for (const moment of await checked(table)) {
      expect(moment.k).not.toBeNull();
      expect(moment.holds).not.toContain(false);
    }
  },
);

test('the session of the table answers 200, 200 and, at 2:30, 401', async () => {
  const moments = await checked(expiryTable('php-session'));
  expect(moments.map(({ status }) => status)).toEqual([200, 200, null, 401]);
});

test('the JWT of the table refreshes ahead at 0:55 and has nothing left at 168:00', async () => {
  const moments = await checked(expiryTable('jwt'));
  expect(moments.map(({ status }) => status)).toEqual([200, 200, 200, 200, 400]);
  expect(moments.map(({ isRefreshed }) => isRefreshed)).toEqual([false, false, true, false, false]);
});

test('a claim that the run does not bear out is seen', async () => {
  const table = expiryTable('php-session');
  const trace = await runTable(table);
  const wrong = [{ form: 'session-id', number: 1, is: 'over' }] as const;
  expect(checkMoment(align(trace, trace), 'left', momentIntent(table, 1), 3_600, wrong).holds).toEqual([false]);
  expect(checkMoment(align(trace, trace), 'left', 'never', 3_600, wrong)).toMatchObject({ k: null, holds: [false] });
});

/** A fork of the table's run: everything before that moment, time until exactly then, and one question. */
async function askAt(
  table: ExpiryTable,
  before: number,
  seconds: number,
  question: Intent,
  first: readonly Intent[] = [],
) {
  const { scheme, settings } = table;
  const intents = tableIntents({ ...table, moments: table.moments.slice(0, before) });
  const [login, ...rest] = intents;
  const since = table.moments[before - 1]?.at ?? 0;
  const wait: Intent = { id: 'until', kind: 'wait', seconds: seconds - since };
  const trace = await runner.run({
    scheme,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    seed: 1,
    intents: [...(login ? [login] : []), ...first, ...rest, wait, question],
  });
  const verdicts = trace.events.flatMap((event) =>
    event.kind === 'decision' && event.side === 'server' && event.intent === question.id ? [event] : [],
  );
  return verdicts.map(({ accepted, reason }) => (accepted ? 'ok' : reason));
}

const ASK: Intent = { id: 'question', kind: 'list-users', device: 'laptop' };
const COPY: Intent = { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' };
const ASK_COPY: Intent = { id: 'question', kind: 'list-users', device: 'attacker', credential: 'copied' };
const REFRESH_COPY: Intent = { id: 'question', kind: 'refresh', device: 'attacker', credential: 'copied' };

test('the session, last used at 1:00, answers at 2:00 and at 2:29:59, and no more at 2:30:00', async () => {
  const table = expiryTable('php-session');
  expect(await askAt(table, 2, 7_200, ASK)).toEqual(['ok']);
  expect(await askAt(table, 2, 8_999, ASK)).toEqual(['ok']);
  expect(await askAt(table, 2, 9_000, ASK)).toEqual(['session-idle']);
});

test('the row of the SQL session answers at 11:59:59, however long unused, and no more at 12:00:00', async () => {
  const table = expiryTable('sql-session');
  expect(await askAt(table, 2, 9_000, ASK)).toEqual(['ok']);
  expect(await askAt(table, 2, 43_199, ASK)).toEqual(['ok']);
  expect(await askAt(table, 2, 43_200, ASK)).toEqual(['session-absolute']);
});

test('the first access token answers at 0:59:59 and no more at 1:00:00, refreshed or not', async () => {
  const table = expiryTable('jwt');
  expect(await askAt(table, 3, 3_599, ASK_COPY, [COPY])).toEqual(['ok']);
  expect(await askAt(table, 3, 3_600, ASK_COPY, [COPY])).toEqual(['token-expired']);
});

test('the client refreshes ahead at 0:55:00 and not at 0:54:59', async () => {
  const table = expiryTable('jwt');
  // A refresh has a verdict of its own before the page’s.
  expect(await askAt(table, 2, 3_299, ASK)).toEqual(['ok']);
  expect(await askAt(table, 2, 3_300, ASK)).toEqual(['ok', 'ok']);
});

test('the refresh token is taken at 167:59:59 and no more at 168:00:00', async () => {
  const table = expiryTable('jwt');
  expect(await askAt(table, 4, 604_799, REFRESH_COPY, [COPY])).toEqual(['ok']);
  expect(await askAt(table, 4, 604_800, REFRESH_COPY, [COPY])).toEqual(['token-expired']);
});

test('the hybrid’s second refresh token ends with the first one’s family, at 168:00:00 after the login', async () => {
  const table = expiryTable('hybrid');
  expect(await askAt(table, 2, 604_799, ASK)).toContain('ok');
  expect(await askAt(table, 2, 604_800, ASK)).toEqual(['refresh-expired']);
});

test('the hybrid’s first access token answers at 0:14:59 and no more at 0:15:00', async () => {
  const table = expiryTable('hybrid');
  expect(await askAt(table, 2, 899, ASK_COPY, [COPY])).toEqual(['ok']);
  expect(await askAt(table, 2, 900, ASK_COPY, [COPY])).toEqual(['token-expired']);
});

test.each(EXPIRY_TABLES.map((table) => [table.scheme, table] as const))(
  'the lives in the run of %s end in the second that the next request would meet',
  async (_scheme, table) => {
    const trace = await runTable({ ...table, moments: table.moments.slice(0, 2) });
    const view = lifetimesView(align(trace, trace), Infinity).left;
    for (const lifetime of view.lifetimes) {
      const end = lifetime.ends[0]?.at ?? 0;
      expect([standingAt(lifetime, end - 1).is, standingAt(lifetime, end).is]).toEqual(['valid', 'over']);
    }
  },
);
