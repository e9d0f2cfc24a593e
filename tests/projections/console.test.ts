import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import { lastAtConsole } from '#projections/tables/console.ts';
import { LOGIN, run } from './worlds.ts';

test('what was run at the console last is known from its step on, until something else is', async () => {
  const trace = await run('sql-session', [
    LOGIN,
    { id: 'one', kind: 'sql', statement: 'SELECT id FROM sessions' },
    { id: 'two', kind: 'sql', statement: 'DELETE FROM sessions; SELECT * FROM session' },
  ]);
  const comparison = align(trace, trace);
  const answers = (k: number) => lastAtConsole(comparison, 'left', k).map(({ sql }) => sql.statement);
  const last = (intent: string) => comparison.steps.findLastIndex((step) => step.intent === intent) + 1;
  expect(answers(last('login'))).toEqual([]);
  expect(answers(last('one'))).toEqual(['SELECT id FROM sessions']);
  expect(answers(comparison.steps.length)).toEqual(['DELETE FROM sessions', 'SELECT * FROM session']);
  const [deleted, mistaken] = lastAtConsole(comparison, 'left', comparison.steps.length);
  expect(deleted?.outcome).toMatchObject({ rows: 1, problem: null });
  expect(mistaken?.outcome.problem).toEqual({ code: 'refused', message: 'no such table: session' });
});

test('a scheme without tables has nothing to show of it', async () => {
  const trace = await run('jwt', [LOGIN, { id: 'one', kind: 'sql', statement: 'SELECT 1' }]);
  const comparison = align(trace, trace);
  expect(lastAtConsole(comparison, 'left', comparison.steps.length)).toEqual([]);
});
