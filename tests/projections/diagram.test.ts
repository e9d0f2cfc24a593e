import { beforeAll, describe, expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import { SCHEMES } from '#core/schemes.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import type { CellModel, RowModel } from '#projections/models.ts';
import { LABEL_MAX, SUBLABEL_MAX } from '#projections/wording/shorten.ts';
import { syntheticComparison } from './synthetic.ts';
import { HOUR, LATER, LOGIN, LOGOUT, run, sessionAndJwt, USERS } from './worlds.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await sessionAndJwt([LOGIN, USERS, HOUR, LATER, LOGOUT]);
});

test('a run without a denylist needs no store to recognise a token', () => {
  const row = rowOf('users', 'recognise');
  expect(row.left).toMatchObject({
    type: 'arrow',
    line: 'store',
    label: expect.stringMatching(/^read sess_[0-9a-f]{6}…$/),
  });
  expect(row.right).toMatchObject({
    type: 'box',
    act: 'crypto',
    label: 'verify access_token',
    aside: 'nothing to look up',
    ok: true,
  });
});

test('a login is stored on one side and signed on the other', () => {
  const row = rowOf('login', 'remember');
  expect(row.left).toMatchObject({
    label: expect.stringMatching(/^write sess_/),
    sublabel: expect.stringMatching(/^user\|a:4:/),
  });
  expect(row.right).toMatchObject({
    label: 'sign 2 tokens, HS256',
    sublabel: 'access_token, refresh_token',
    aside: 'nothing stored',
  });
});

test('a login’s answer shows what the client gets', () => {
  const row = rowOf('login', 'answer');
  expect(row.left).toMatchObject({
    label: '200 OK',
    status: 200,
    sublabel: expect.stringMatching(/^Set-Cookie: PHPSESSID=[0-9a-f]{6}…$/),
  });
  expect(row.right).toMatchObject({ label: '200 OK', sublabel: 'access_token, refresh_token' });
  expect(row.left).toMatchObject({ credential: { form: 'ticket', name: 'PHPSESSID' } });
  expect(row.right).toMatchObject({
    credential: { form: 'pass', name: 'access_token', fields: ['HS256', 'id 42', 'sig'] },
  });
});

test('the object that flies is the one that lands', () => {
  const asked = rowOf('users', 'ask');
  const kept = rowOf('login', 'keep');
  for (const column of ['left', 'right'] as const) {
    expect(credentialOf(kept[column])?.text).toBe(credentialOf(asked[column])?.text);
  }
});

test('a cookie goes along by itself, a token by script', () => {
  expect(rowOf('login', 'keep').left).toMatchObject({ label: 'cookie jar, by itself', sublabel: 'PHPSESSID' });
  expect(rowOf('login', 'keep').right).toMatchObject({ label: 'localStorage, by script' });
  expect(rowOf('users', 'ask').left).toMatchObject({
    label: 'GET /users.php',
    sublabel: expect.stringMatching(/^Cookie: PHPSESSID=/),
  });
  expect(rowOf('users', 'ask').right).toMatchObject({
    label: 'GET /jwt_users.php',
    sublabel: expect.stringMatching(/^Bearer eyJ….eyJ….[\w-]{6}…$/),
  });
});

test('an expired token is refused, and the gap beside its refresh says that none is needed', () => {
  const refused = rowOf('later', 'recognise');
  expect(refused.right).toMatchObject({ sublabel: 'HS256 good, but expired', ok: false });
  expect(rowOf('later', 'work').right).toEqual({ type: 'gap', label: 'not reached' });
  expect(rowOf('later', 'ask', 'refresh').left).toEqual({ type: 'gap', label: 'no refresh needed' });
  expect(rowOf('later', 'ask', 'retry').left).toEqual({ type: 'gap', label: 'no second request' });
});

test('a request without a credential is not recognised, which is no verdict', async () => {
  const { rows } = diagramModel(await sessionAndJwt([USERS]));
  const missed = { act: 'miss', label: 'not recognised', ok: null };
  expect(rows.find(({ phaseName }) => phaseName === 'Recognise')).toMatchObject({ left: missed, right: missed });
});

test('a session that is over has nothing to refresh with', async () => {
  const both = await sessionAndJwt([LOGIN, { id: 'day', kind: 'wait', seconds: 50_000 }, LATER]);
  expect(rowOf('later', 'ask', 'refresh', both).left).toEqual({ type: 'gap', label: 'nothing to refresh with' });
});

test('asked to refresh, a session has nothing to refresh', async () => {
  const both = await sessionAndJwt([LOGIN, { id: 'renew', kind: 'refresh', device: 'laptop' }]);
  expect(rowOf('renew', 'ask', 'refresh', both).left).toEqual({ type: 'gap', label: 'nothing to refresh' });
});

test('what only the fork does is no gap of the run but something it was never asked for', async () => {
  const plain = await run('jwt', [LOGIN, LOGOUT]);
  const fork = await run('jwt', [LOGIN, USERS, LOGOUT]);
  expect(rowOf('users', 'ask', 'request', align(plain, fork)).left).toEqual({ type: 'gap', label: 'not in this run' });
});

test('two of a kind have no asides', async () => {
  const trace = await run('jwt', [LOGIN, USERS]);
  const asides = diagramModel(align(trace, trace)).rows.flatMap(({ left, right }) => [left, right].map(asideOf));
  expect(asides.every((aside) => aside === null)).toBe(true);
});

test('with a denylist the signature is still said to be checked', async () => {
  const both = await sessionAndJwt([LOGIN, USERS], { denylist: true });
  expect(rowOf('users', 'recognise', 'request', both).right).toMatchObject({
    label: 'look up the denylist',
    sublabel: 'signature good · not on it',
  });
});

test('a lane stands for each device that acts, and the stores name what is used', async () => {
  expect(diagramModel(comparison).lanes.left.map(({ title, subtitle }) => [title, subtitle])).toEqual([
    ['Browser', 'John’s laptop'],
    ['Server', 'app-1'],
    ['Stores', 'files · database'],
  ]);
  expect(diagramModel(comparison).lanes.right.at(-1)?.subtitle).toBe('database');
  const two = await sessionAndJwt([LOGIN, { id: 'phone', kind: 'login', device: 'phone', person: 'john' }]);
  expect(diagramModel(two).lanes.left.map(({ subtitle }) => subtitle)).toEqual([
    'John’s laptop',
    'John’s phone',
    'app-1',
    'files · database',
  ]);
  const fromPhone = rowOf('phone', 'ask', 'request', two);
  expect(fromPhone.left).toMatchObject({ from: 1, to: 2 });
});

test('stores that no event touches are said to be unused', async () => {
  const trace = await run('jwt', [HOUR]);
  expect(diagramModel(align(trace, trace)).lanes.left.at(-1)?.subtitle).toBe('none used');
});

test('the first row of each intent has its heading', () => {
  const headings = diagramModel(comparison).rows.flatMap(({ heading }) => (heading === null ? [] : [heading]));
  expect(headings).toEqual([
    'Log in on John’s laptop',
    'Ask for the users on John’s laptop',
    '1 hour passes',
    'Ask for the users on John’s laptop',
    'Log out on John’s laptop',
  ]);
});

test('where two tabs act at once each row says which, and elsewhere none does', async () => {
  const lesson = LESSONS.find(({ id }) => id === 'two-tabs');
  const trace = await run('hybrid', lesson?.intents ?? []);
  const names = diagramModel(align(trace, trace)).rows.map(({ intent, phaseName }) => `${intent}: ${phaseName}`);
  expect(names).toEqual(
    expect.arrayContaining(['tab-1: Answer, tab\u00a01', 'tab-2: Answer, tab\u00a02', 'later: Answer']),
  );
});

describe('in every lesson, under every pair of schemes', () => {
  test('labels fit, lanes exist, and no id is cut within its first six characters', async () => {
    for (const lesson of LESSONS) {
      for (const left of SCHEMES) {
        for (const right of SCHEMES) {
          const both = align(await run(left, lesson.intents), await run(right, lesson.intents));
          const { rows, lanes } = diagramModel(both);
          expect(rows).toHaveLength(both.steps.length);
          for (const row of rows) {
            checkCell(row.left, lanes.left.length);
            checkCell(row.right, lanes.right.length);
          }
        }
      }
    }
  });

  test('so they do in a synthetic trace', () => {
    const { rows, lanes } = diagramModel(syntheticComparison(1_000));
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) checkCell(row.left, lanes.left.length);
  });
});

function checkCell(cell: CellModel, lanes: number): void {
  expect(cell.label).not.toBe('');
  expect(Array.from(cell.label).length).toBeLessThanOrEqual(LABEL_MAX);
  if (cell.type === 'gap') return;
  expect(Array.from(cell.sublabel ?? '').length).toBeLessThanOrEqual(SUBLABEL_MAX);
  expect(`${cell.label} ${cell.sublabel}`).not.toMatch(/(sess_|PHPSESSID=)[0-9a-f]{0,5}…/);
  const places = cell.type === 'arrow' ? [cell.from, cell.to] : [cell.lane];
  for (const lane of places) {
    expect(lane).toBeGreaterThanOrEqual(0);
    expect(lane).toBeLessThan(lanes);
  }
}

function rowOf(intent: string, phase: string, exchange = 'request', of: Comparison = comparison): RowModel {
  const row = diagramModel(of).rows.find(
    (one) => one.intent === intent && one.phase === phase && one.exchange === exchange,
  );
  if (!row) throw new Error(`no row ${intent}/${exchange}/${phase}`);
  return row;
}

function credentialOf(cell: CellModel): { readonly text: string } | null {
  return cell.type === 'gap' ? null : cell.credential;
}

function asideOf(cell: CellModel): string | null {
  return cell.type === 'box' ? cell.aside : null;
}
