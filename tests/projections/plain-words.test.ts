import { expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { stepText } from '#projections/sentences/words.ts';
import { headingIn } from '#projections/wording/headings.ts';
import { LOGIN, LOGOUT, run, sessionAndJwt, USERS } from './worlds.ts';

const rowOf = ({ steps }: Comparison, intent: string, phase: string): number =>
  steps.findIndex((step) => step.intent === intent && step.phase === phase);

test('a heading names what is asked for, and holds for both sides where they ask for different things', async () => {
  const [php, sql, jwt, hybrid] = await Promise.all(
    (['php-session', 'sql-session', 'jwt', 'hybrid'] as const).map((scheme) => run(scheme, [LOGIN, USERS])),
  );
  if (!php || !sql || !jwt || !hybrid) throw new Error('no run');
  expect(headingIn(align(php, jwt), 'users')).toBe('Ask for the users on John’s laptop');
  expect(headingIn(align(sql, hybrid), 'users')).toBe('Ask for the profile on John’s laptop');
  expect(headingIn(align(php, sql), 'users')).toBe('Ask for protected data on John’s laptop');
});

test('an answer that says the session id twice says where', async () => {
  const comparison = align(await run('php-session', [LOGIN]), await run('sql-session', [LOGIN]));
  const row = diagramModel(comparison).rows[rowOf(comparison, 'login', 'answer')];
  expect(row?.right).toMatchObject({ sublabel: 'session-id header and body' });
});

test('what a person does is said of a person, who may be anybody, and a copy is copied', async () => {
  const alone = await sessionAndJwt([LOGIN, LOGOUT]);
  expect(stepText(alone, rowOf(alone, 'logout', 'act'))?.left).toBe('The user presses “Log out”.');
  const both = await sessionAndJwt([
    LOGIN,
    { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
    { id: 'users', kind: 'list-users', device: 'attacker', credential: 'copied' },
    LOGOUT,
  ]);
  expect(stepText(both, rowOf(both, 'logout', 'act'))?.left).toBe('Somebody at John’s laptop presses “Log out”.');
  const copied = stepText(both, rowOf(both, 'copy', 'act'));
  expect(copied?.left).toContain('The session id is copied to the attacker’s laptop.');
  expect(copied?.right).toContain('The access token and refresh token are copied to the attacker’s laptop.');
  expect(stepText(both, rowOf(both, 'users', 'ask'))?.left).toMatch(/^The attacker’s laptop sends GET/);
});
