import { beforeAll, expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import { EVENT_KINDS, type EventKind, type Fact } from '#core/events.ts';
import { REASONS } from '#core/reasons.ts';
import { AREAS } from '#core/state.ts';
import { CLIENT_ACTIONS, PHASES, SERVER_STEPS, STORES } from '#core/events.ts';
import { NETWORK_PROBLEMS, OPERATIONS } from '#core/own-facts.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { ACTION_LABELS, STEP_LABELS } from '#projections/diagram/action-labels.ts';
import { PHASE_NAMES } from '#projections/diagram/phases.ts';
import { REASON_WORDS } from '#projections/wording/reason-words.ts';
import { sentenceOf } from '#projections/sentences/sentences.ts';
import { LABEL_MAX, SUBLABEL_MAX } from '#projections/wording/shorten.ts';
import { stepText } from '#projections/sentences/words.ts';
import { LOGIN, run, sessionAndJwt, USERS } from './worlds.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await sessionAndJwt([LOGIN, USERS]);
});

function text(intent: string, phase: string, of = comparison): { readonly left: string; readonly right: string } {
  const index = of.steps.findIndex((step) => step.intent === intent && step.phase === phase);
  const found = stepText(of, index);
  if (!found) throw new Error(`no row ${intent}/${phase}`);
  return { left: found.left, right: found.right };
}

test('a request is told with what it carries', () => {
  expect(text('login', 'ask')).toEqual({
    left: 'The browser sends POST /login.php with email and password.',
    right: 'The browser sends POST /jwt_login.php with email and password.',
  });
  expect(text('users', 'ask')).toEqual({
    left: 'The browser sends GET /users.php with the cookie PHPSESSID.',
    right: 'The browser sends GET /jwt_users.php with access_token in Authorization.',
  });
});

test('an answer is told with what it brings', () => {
  expect(text('login', 'answer')).toEqual({
    left: 'The server answers 200 OK with a new cookie PHPSESSID.',
    right: 'The server answers 200 OK with access_token and refresh_token in the body.',
  });
});

test('what is recognised is told with its verdict', () => {
  expect(text('users', 'recognise')).toEqual({
    left: expect.stringMatching(/^The server reads the session file sess_[0-9a-f]{6}… The session is accepted\.$/),
    right:
      'The server verifies the signature of the access_token: it is good. The token is accepted. Nothing is looked up.',
  });
});

test('two signatures are one sentence', () => {
  expect(text('login', 'remember').right).toBe(
    'The server signs the access_token and refresh_token with HS256. Nothing is stored.',
  );
});

test('a gap is said aloud', async () => {
  const expired = await sessionAndJwt([LOGIN, { id: 'hour', kind: 'wait', seconds: 3_600 }, USERS]);
  const index = expired.steps.findIndex(({ exchange, phase }) => exchange === 'refresh' && phase === 'ask');
  expect(stepText(expired, index)?.left).toBe('No refresh is needed.');
});

test('with several browsers each is called by its name', async () => {
  const two = await sessionAndJwt([LOGIN, { id: 'phone', kind: 'login', device: 'phone', person: 'john' }]);
  expect(text('phone', 'ask', two).left).toMatch(/^John’s phone sends /);
});

test('there are no words for a row that does not exist', () => {
  expect(stepText(comparison, -1)).toBeNull();
  expect(stepText(comparison, comparison.steps.length)).toBeNull();
});

test('every row of every lesson is at most three plain sentences on both sides', async () => {
  for (const { intents } of LESSONS) {
    const both = align(await run('php-session', intents), await run('jwt', intents));
    both.steps.forEach((_, index) => {
      const found = stepText(both, index);
      for (const side of [found?.left, found?.right]) {
        expect(side).toMatch(/^[A-Z0-9].*[.…]$/);
        expect(side).not.toMatch(/undefined|null|\[object|NaN/);
        expect(side?.match(/[.…:] [A-Z]/g)?.length ?? 0).toBeLessThanOrEqual(2);
      }
    });
  }
});

const ENVELOPE = {
  id: 'e0',
  run: 'r',
  side: 'server',
  actor: 'app-1',
  intent: 'login',
  exchange: 'request',
  phase: 'check',
  causedBy: null,
  t: 0,
  cost: 0,
  code: null,
} as const;

const MESSAGE = { headers: [], body: '' };
const FACTS: Readonly<Record<EventKind, readonly Fact[]>> = {
  action: CLIENT_ACTIONS.map((name) => ({ kind: 'action', name, subject: null })),
  request: [
    {
      kind: 'request',
      from: 'laptop',
      to: 'app-1',
      message: { ...MESSAGE, method: 'GET', url: 'https://app.example/' },
      credentials: [],
    },
  ],
  response: [200, 401, 599].map((status) => ({
    kind: 'response',
    from: 'app-1',
    to: 'laptop',
    answers: 'e0',
    message: { ...MESSAGE, status },
    credentials: [],
  })),
  step: SERVER_STEPS.map((name) => ({ kind: 'step', name, detail: {} })),
  store: STORES.flatMap((store) =>
    (['read', 'write', 'delete'] as const).flatMap((op) =>
      [0, 1, 2].map((rows) => ({ kind: 'store', store, op, purpose: 'request', key: 'k', rows }) as const),
    ),
  ),
  crypto: (['derive', 'sign', 'verify', 'random'] as const).flatMap((op) =>
    [true, false, null].map(
      (ok) => ({ kind: 'crypto', op, algorithm: 'HS256', subject: 'access_token', ok, detail: {} }) as const,
    ),
  ),
  change: AREAS.map((name) => ({ kind: 'change', area: { owner: 'app-1', name }, key: 'k', before: null, after: 'v' })),
  decision: REASONS.map((reason) => ({
    kind: 'decision',
    about: 'token',
    subject: null,
    accepted: reason === 'ok',
    reason,
    cites: [],
  })),
  clock: [{ kind: 'clock', from: 0, to: 60_000_000 }],
  setting: [{ kind: 'setting', before: { denylist: false }, after: { denylist: true } }],
  statement: ([null, { code: 'refused', message: 'no such table: nowhere' }] as const).flatMap((problem) =>
    [true, false].map(
      (byConsole) =>
        ({
          kind: 'statement',
          sql: { statement: 'DELETE FROM sessions', params: [], plan: [] },
          outcome: { columns: [], found: [], rows: 1, problem, byConsole },
        }) as const,
    ),
  ),
  operation: OPERATIONS.flatMap((name) =>
    ['all', 'sess_0'].map((subject) => ({ kind: 'operation', name, subject }) as const),
  ),
  failure: NETWORK_PROBLEMS.map((problem) => ({ kind: 'failure', answers: null, problem })),
};

test.each(EVENT_KINDS)('every event of the kind “%s” has a sentence of its own', (kind) => {
  expect(FACTS[kind].length).toBeGreaterThan(0);
  const sentences = FACTS[kind].map((fact) => sentenceOf({ ...ENVELOPE, ...fact }, false));
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z0-9].*[.…]$/);
    expect(sentence).not.toMatch(/undefined|null|\[object|NaN/);
  }
});

test('the words for labels are there for every name, and fit', () => {
  for (const name of CLIENT_ACTIONS) expect(ACTION_LABELS[name].length).toBeLessThanOrEqual(LABEL_MAX);
  for (const name of SERVER_STEPS) expect(STEP_LABELS[name].length).toBeLessThanOrEqual(LABEL_MAX);
  for (const reason of REASONS) expect(`refused: ${REASON_WORDS[reason]}`.length).toBeLessThanOrEqual(SUBLABEL_MAX);
  for (const phase of PHASES) expect(PHASE_NAMES[phase]).toMatch(/^[A-Z][a-z]+$/);
});
