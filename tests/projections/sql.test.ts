import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import type { CellModel } from '#projections/models.ts';
import { statementLabel, statementOutcome } from '#projections/wording/sql-words.ts';
import { storageView } from '#projections/storage/storage.ts';
import { tokenView } from '#projections/inspector/token.ts';
import { stepText } from '#projections/sentences/words.ts';
import { LOGIN, LOGOUT, run, USERS } from './worlds.ts';

test.each([
  ['SELECT * FROM users', 'SELECT users'],
  ['select id from users as u join sessions on true', 'SELECT … JOIN'],
  ['INSERT INTO sessions (a) VALUES (?)', 'INSERT INTO sessions'],
  ['UPDATE sessions SET a = ?', 'UPDATE sessions'],
  ['DELETE FROM refresh_tokens WHERE id = ?', 'DELETE FROM refresh_tokens'],
  ['  \n SELECT 1', 'SELECT'],
])('a statement in a few words: %s', (statement, label) => {
  expect(statementLabel(statement)).toBe(label);
  expect(label.length).toBeLessThanOrEqual(26);
});

test.each([
  ['SELECT * FROM users', 0, '0 rows'],
  ['SELECT * FROM a JOIN b', 1, 'a, b · 1 row'],
  ['UPDATE a SET b = 1', 2, '2 rows'],
])('what came of %s with %i', (statement, rows, text) => {
  expect(statementOutcome(statement, { rows })).toBe(text);
});

async function sqlAndJwt() {
  const intents = [LOGIN, USERS, LOGOUT];
  return align(await run('sql-session', intents), await run('jwt', intents));
}

const labels = (cells: readonly CellModel[]): readonly string[] =>
  cells.flatMap((cell) => (cell.type === 'arrow' && cell.line === 'store' ? [cell.label] : []));

test('the diagram names the statements that ran, and the credential under its header', async () => {
  const comparison = await sqlAndJwt();
  const { rows, lanes } = diagramModel(comparison);
  expect(labels(rows.map(({ left }) => left))).toEqual([
    'read failed logins',
    'SELECT users',
    'clear failed logins',
    'INSERT INTO sessions',
    'SELECT … JOIN',
    'UPDATE sessions',
    'DELETE FROM sessions',
  ]);
  expect(lanes.left.at(-1)).toMatchObject({ title: 'Stores', subtitle: 'database' });
  const asked = rows.find(({ intent, phase }) => intent === 'users' && phase === 'ask')?.left;
  expect(asked).toMatchObject({ label: 'GET /session/profile', credential: { form: 'ticket', name: 'session id' } });
  expect(asked?.type === 'arrow' && asked.sublabel).toMatch(/^session-id: [0-9a-f]{6}…$/);
});

test('the text says what the database did', async () => {
  const comparison = await sqlAndJwt();
  const texts = comparison.steps.map((_, index) => stepText(comparison, index)?.left ?? '');
  expect(texts).toContain('The server runs SELECT … JOIN: 1 row. The session is accepted.');
  expect(texts).toContain('The server runs DELETE FROM sessions: 1 row.');
});

test('the panels show the client’s copy and the row, and the row never shows the id', async () => {
  const comparison = await sqlAndJwt();
  const view = (intent: string) => {
    const last = comparison.steps.findLastIndex((step) => step.intent === intent && step.left !== null) + 1;
    return storageView(comparison, last).left;
  };
  expect(view('login').map(({ title }) => title)).toEqual(['localStorage', 'Table sessions']);
  const [storage, table] = view('login');
  const id = storage?.rows[0]?.cells[1]?.full ?? '';
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(table?.rows.map(({ cells }) => cells.map(({ full }) => full))).toEqual([
    ['1', expect.stringMatching(/^[0-9a-f]{64}$/), 'user 42', 'laptop', 'seen 09:00:00', 'until 21:00:00'],
  ]);
  expect(JSON.stringify(table)).not.toContain(id);
  expect(
    view('logout')
      .at(1)
      ?.rows.filter(({ change }) => change !== 'removed'),
  ).toEqual([]);
});

test('the token in play is the ticket, not its hash', async () => {
  const comparison = await sqlAndJwt();
  const last = tokenView(comparison, comparison.steps.length).left;
  expect(last.form === 'ticket' && last.text).toMatch(/^[0-9a-f]{32}$/);
});
