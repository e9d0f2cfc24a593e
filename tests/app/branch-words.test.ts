import { expect, test } from 'vitest';
import { branchName, changesIn, stepWords } from '#app/branches/branch-words.ts';
import type { Intent } from '#core/intents.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import { lessonSpec } from '#lessons/spec.ts';
import type { Branch, BranchEdit } from '#timeline/state.ts';
import { LESSON } from '../timeline/lessons.ts';

function branch(edits: readonly BranchEdit[], settings: Partial<Settings> = {}, given: string | null = null): Branch {
  const spec = lessonSpec(LESSON, 'right', 'jwt');
  return {
    id: 'b1',
    given,
    column: 'right',
    spec: { ...spec, settings: { ...spec.settings, ...settings } },
    edits,
    parent: null,
    trace: null,
    status: 'waiting',
    problem: null,
    kept: true,
  };
}

const inserted = (intent: Intent): BranchEdit => ({ kind: 'insert', before: null, intent });

test('a run goes by its scheme and by everything that was changed', () => {
  const edits = [inserted({ id: 'later', kind: 'wait', seconds: 3_600 })];
  expect(branchName(LESSON, branch(edits, { denylist: true }))).toBe('JWT · denylist on · +1 h');
  expect(branchName(LESSON, branch([]))).toBe('JWT');
  expect(branchName(LESSON, branch(edits, {}, 'Strict'))).toBe('Strict');
});

test('what the lesson itself sets is no change, and the default is one where the lesson has another', () => {
  expect(changesIn(LESSON, branch([], { accessLifetime: 900 }))).toEqual([]);
  const { accessLifetime } = DEFAULT_SETTINGS;
  expect(changesIn(LESSON, branch([], { accessLifetime }))).toEqual(['access token lifetime 1 h']);
});

test.each<[BranchEdit, string]>([
  [{ kind: 'change', change: 'phone' }, 'the phone joins'],
  [inserted({ id: 'x', kind: 'login', device: 'phone', person: 'john' }), 'log in on John’s phone'],
  [inserted({ id: 'x', kind: 'restart-server' }), 'restart the server'],
  [inserted({ id: 'x', kind: 'delete-file', file: 'all' }), 'delete every session file'],
  [inserted({ id: 'x', kind: 'sql', statement: 'DELETE\n FROM sessions' }), 'DELETE FROM sessions'],
  [
    inserted({ id: 'x', kind: 'sql', statement: 'SELECT id, user_id, last_seen FROM sessions WHERE expires < 5' }),
    'SELECT id, user_id, last_seen FROM sess…',
  ],
  [
    inserted({
      id: 'x',
      kind: 'together',
      intents: [
        { id: 'y', kind: 'restart-server' },
        { id: 'z', kind: 'wait', seconds: 90 },
      ],
    }),
    'restart the server and +1 min 30 s',
  ],
  [{ kind: 'replace', intent: { id: 'users', kind: 'wait', seconds: 60 } }, '+1 min'],
  [
    { kind: 'replace', intent: { id: 'users', kind: 'list-users', device: 'laptop', credential: 'none' } },
    'instead: ask for the users without a credential on John’s laptop',
  ],
  [{ kind: 'remove', intent: 'users' }, 'without “ask for the users on John’s laptop”'],
])('%o is called “%s”', (edit, words) => {
  expect(changesIn(LESSON, branch([edit]))).toEqual([words]);
});

test('a step is told by what it added, or by what it took back', () => {
  const [plain, later] = [
    branch([]),
    branch([inserted({ id: 'later', kind: 'wait', seconds: 60 })], { denylist: true }),
  ];
  expect(stepWords(LESSON, plain, later)).toBe('denylist on, +1 min');
  expect(stepWords(LESSON, later, plain)).toBe('denylist off, without “+1 min”');
});

test('what is moved only to happen at once with something else was not taken out', () => {
  const logout: Intent = { id: 'logout', kind: 'logout', device: 'laptop' };
  const restart: Intent = { id: 'restart-1', kind: 'restart-server' };
  const together: Intent = { id: 'at-once', kind: 'together', intents: [logout, restart] };
  const moved = branch([
    { kind: 'insert', before: 'logout', intent: together },
    { kind: 'remove', intent: 'logout' },
  ]);
  expect(changesIn(LESSON, moved)).toEqual(['log out on John’s laptop and restart the server']);
});
