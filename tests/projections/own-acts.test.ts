import { expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import type { SchemeId } from '#core/schemes.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { storageView } from '#projections/storage/storage.ts';
import { stepText } from '#projections/sentences/words.ts';
import { LOGIN, run, USERS } from './worlds.ts';

async function beside(left: SchemeId, right: SchemeId, intents: readonly Intent[]): Promise<Comparison> {
  return align(await run(left, intents), await run(right, intents));
}

/** The rows from that intent on: what each side's cell says, and its sentences. */
function told(comparison: Comparison, from: string): readonly (readonly string[])[] {
  return diagramModel(comparison).rows.flatMap((row, index) => {
    if (!row.intent.startsWith(from)) return [];
    const said = ({ type, ...cell }: typeof row.left): string =>
      type === 'gap' || !('sublabel' in cell) || cell.sublabel === null
        ? cell.label
        : `${cell.label} / ${cell.sublabel}`;
    const text = stepText(comparison, index);
    return [[row.phaseName, said(row.left), said(row.right), text?.left ?? '', text?.right ?? '']];
  });
}

const sql = (statement: string): Intent => ({ id: 'console', kind: 'sql', statement });

test('SQL at the console is drawn at the database, statement by statement', async () => {
  const comparison = await beside('sql-session', 'jwt', [
    LOGIN,
    sql('BEGIN; DELETE FROM sessions; SELECT * FROM nowhere'),
  ]);
  const none = 'This system keeps its logins in no SQL table.';
  expect(told(comparison, 'console')).toEqual([
    ['Operate', 'BEGIN / at the console', 'no SQL here', 'Somebody at the database’s console runs BEGIN.', none],
    [
      'Operate',
      'DELETE FROM sessions / at the console · 1 row',
      'no SQL here',
      'Somebody at the database’s console runs DELETE FROM sessions: 1 row.',
      none,
    ],
    [
      'Operate',
      'SELECT nowhere / no such table: nowhere',
      'no SQL here',
      'At its console, the database refuses SELECT nowhere: no such table: nowhere.',
      none,
    ],
    [
      'Operate',
      'ROLLBACK / it was left open',
      'no SQL here',
      'The console rolls back the transaction that was left open.',
      none,
    ],
  ]);
  const { rows, lanes } = diagramModel(comparison);
  const box = rows.find(({ intent }) => intent === 'console')?.left;
  expect(box).toMatchObject({ type: 'box', lane: lanes.left.length - 1, act: 'person' });
  expect(rows.find(({ intent }) => intent === 'console')?.heading).toBe(
    'Run SQL at the console: BEGIN; DELETE FROM sessions; SELECT * F…',
  );
});

test('what only one run does at its console needs no remark beside it', async () => {
  const left = await run('sql-session', [LOGIN, sql('DELETE FROM sessions')]);
  const { rows } = diagramModel(align(left, await run('jwt', [LOGIN])));
  expect(rows.find(({ intent }) => intent === 'console')).toMatchObject({
    left: { aside: null },
    right: { label: 'not in this run' },
  });
});

test('a row that goes at the console is marked in the panel of its table', async () => {
  const comparison = await beside('sql-session', 'jwt', [LOGIN, sql('DELETE FROM sessions')]);
  const panel = storageView(comparison, comparison.steps.length).left.find(({ title }) => title === 'Table sessions');
  expect(panel?.rows.map(({ change }) => change)).toEqual(['removed']);
});

test('a side with SQL on which a script ended sooner says nothing of having none', async () => {
  const script = sql("SELECT 1; INSERT INTO sessions VALUES (1, 'x', 42, 'x', 0, 0, 0); SELECT 2");
  const comparison = await beside('sql-session', 'hybrid', [LOGIN, script]);
  expect(told(comparison, 'console').at(-1)?.slice(0, 3)).toEqual([
    'Operate',
    'nothing run',
    'SELECT / at the console · 1 row',
  ]);
});

test('a restart in the middle of a request is told from both ends', async () => {
  const both: Intent = { id: 'both', kind: 'together', intents: [USERS, { id: 'restart', kind: 'restart-server' }] };
  const comparison = await beside('php-session', 'jwt', [LOGIN, both]);
  const texts = told(comparison, '').map((row) => row[3]);
  expect(texts).toContain('The server stops, and what it held in memory is gone.');
  expect(texts).toContain('The browser gets no answer: the server stopped midway.');
  expect(texts).toContain('The server starts again.');
  expect(told(comparison, 'restart').map((row) => row.slice(0, 2))).toEqual([
    ['Stop', 'the server stops / its memory is lost'],
    ['Start', 'the server starts'],
  ]);
});

test('a restart reads secrets only where something is signed', async () => {
  const comparison = await beside('php-session', 'jwt', [LOGIN, { id: 'restart', kind: 'restart-server' }]);
  expect(told(comparison, 'restart').at(-1)).toEqual([
    'Start',
    'the server starts',
    'the server starts / and reads its secrets again',
    'The server starts again.',
    'The server starts again and reads its secrets.',
  ]);
});

test('deleted files are drawn where they lay, and are none to other systems', async () => {
  const comparison = await beside('php-session', 'sql-session', [
    LOGIN,
    { id: 'rm', kind: 'delete-file', file: 'all' },
  ]);
  expect(told(comparison, 'rm')).toEqual([
    [
      'Operate',
      'delete every session file / 1 file',
      'no files here',
      'The operator deletes every session file from the server’s disk.',
      'This system keeps no session files.',
    ],
  ]);
});

test.each([
  ['reload', 'Reload the page on John’s laptop', 'reload the page', 'The browser loads the page anew.'],
  ['close-tab', 'Close the tab on John’s laptop', 'close the tab', 'The browser closes the tab.'],
  [
    'close-browser',
    'Close the browser on John’s laptop',
    'close the browser',
    'The browser is closed, with all its tabs.',
  ],
] as const)('%s has its heading, its label and its sentence', async (kind, heading, label, sentence) => {
  const comparison = await beside('php-session', 'jwt', [LOGIN, { id: 'act', kind, device: 'laptop' }]);
  expect(diagramModel(comparison).rows.find(({ intent }) => intent === 'act')?.heading).toBe(heading);
  expect(told(comparison, 'act')[0]).toEqual(['Act', label, label, sentence, sentence]);
});
