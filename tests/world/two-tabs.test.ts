import { describe, expect, test } from 'vitest';
import type { Intent } from '#core/intents.ts';
import { find } from '#core/query.ts';
import type { Settings } from '#core/settings.ts';
import { applyChange, type WorldState } from '#core/state.ts';
import type { Trace } from '#core/trace.ts';
import { createDirectRunner } from '#world/run.ts';
import { specOf } from './specs.ts';

/** One browser, two tabs, and an access token that has just expired: both ask at the same moment. */
const RACE: readonly Intent[] = [
  { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
  { id: 'wait', kind: 'wait', seconds: 900 },
  {
    id: 'both',
    kind: 'together',
    intents: [
      { id: 'one', kind: 'list-users', device: 'laptop' },
      { id: 'two', kind: 'list-users', device: 'laptop', tab: 2 },
    ],
  },
  { id: 'later', kind: 'wait', seconds: 900 },
  { id: 'after', kind: 'list-users', device: 'laptop' },
];

const run = (settings: Partial<Settings> = {}): Promise<Trace> =>
  createDirectRunner({ freeze: true }).run(specOf('hybrid', RACE, settings));

function statuses(trace: Trace, intent: string): readonly string[] {
  return find(trace, { kind: 'response', intent }).flatMap((event) =>
    event.kind === 'response' ? `${event.exchange} ${event.message.status}` : [],
  );
}

function after(trace: Trace): WorldState {
  return trace.events.reduce<WorldState>(
    (state, event) => (event.kind === 'change' ? applyChange(state, event) : state),
    trace.initial,
  );
}

const revoked = (trace: Trace): readonly unknown[] =>
  Object.values(after(trace)['database/families'] ?? {}).map((row) => (row as { revoked: number | null }).revoked);

describe('two tabs of one browser that refresh at the same moment', () => {
  test('send the same refresh token: one gets a pair, the family dies, and both are logged out', async () => {
    const trace = await run();
    expect([...statuses(trace, 'one'), ...statuses(trace, 'two')].filter((text) => text.startsWith('refresh'))).toEqual(
      ['refresh 200', 'refresh 400'],
    );
    expect(find(trace, { kind: 'decision', reason: 'refresh-reused' })).toHaveLength(1);
    expect(revoked(trace)).toEqual([expect.any(Number)]);
    // The refusal is back first, and the tab that gets it throws away what both tabs keep.
    expect(find(trace, { kind: 'action', name: 'give-up' })).toMatchObject([{ intent: 'two' }]);
    expect(find(trace, { kind: 'action', name: 'retry-with-current' })).toEqual([]);
    expect(statuses(trace, 'after')).toEqual(['request 401']);
    expect(after(trace)['laptop/localStorage']).toEqual({});
  });

  test.for(['localStorage', 'memory'] as const)(
    'stay logged in where they share a lock, the access token in %s',
    async (clientStorage) => {
      const trace = await run({ tabLock: true, clientStorage });
      expect(find(trace, { kind: 'action', name: 'await-refresh' })).toHaveLength(1);
      expect(find(trace, { kind: 'decision', reason: 'refresh-reused' })).toEqual([]);
      expect(revoked(trace)).toEqual([null]);
      expect(statuses(trace, 'one').at(-1)).toMatch(/200$/);
      expect(statuses(trace, 'two').at(-1)).toMatch(/200$/);
      expect(statuses(trace, 'after')).toEqual(['request 401', 'refresh 200', 'retry 200']);
    },
  );

  test('stay logged in where the server grants a grace', async () => {
    const trace = await run({ grace: 10 });
    expect(revoked(trace)).toEqual([null]);
    expect(Object.keys(after(trace)['database/refresh_tokens'] ?? {})).toHaveLength(4);
    expect(statuses(trace, 'after')).toEqual(['request 401', 'refresh 200', 'retry 200']);
  });

  test('are no different with a refresh token in a cookie', async () => {
    expect(revoked(await run({ refreshTransport: 'cookie' }))).toEqual([expect.any(Number)]);
    expect(revoked(await run({ refreshTransport: 'cookie', tabLock: true }))).toEqual([null]);
  });

  test('race the same way every time', async () => {
    expect((await run()).events).toEqual((await run()).events);
  });

  test('have variables of their own, and share what the browser stores', async () => {
    const trace = await createDirectRunner().run(
      specOf(
        'hybrid',
        [
          { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
          { id: 'two', kind: 'list-users', device: 'laptop', tab: 2 },
        ],
        { clientStorage: 'memory' },
      ),
    );
    expect(statuses(trace, 'two')).toEqual(['refresh 200', 'request 200']);
    expect(Object.keys(after(trace)['laptop/memory'] ?? {})).toEqual(['access_token', 'tab 2: access_token']);
    expect(Object.keys(after(trace)['laptop/localStorage'] ?? {})).toEqual(['refresh_token']);
  });

  test('do no harm to a JWT, whose refresh token is good for ever', async () => {
    const trace = await createDirectRunner().run(specOf('jwt', RACE, { accessLifetime: 900 }));
    expect(statuses(trace, 'one').at(-1)).toBe('retry 200');
    expect(statuses(trace, 'two').at(-1)).toBe('retry 200');
    expect(statuses(trace, 'after')).toEqual(['request 401', 'refresh 200', 'retry 200']);
  });
});

describe('a stolen refresh token', () => {
  const THEFT: readonly Intent[] = [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'phone', kind: 'login', device: 'phone', person: 'john' },
    { id: 'steal', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
    { id: 'use', kind: 'refresh', device: 'attacker', credential: 'copied' },
    { id: 'owner', kind: 'refresh', device: 'laptop' },
    { id: 'thief', kind: 'refresh', device: 'attacker' },
    { id: 'other', kind: 'refresh', device: 'phone' },
  ];

  test.for(['body', 'cookie'] as const)(
    'works for whoever comes first and ends the family when the other comes, the token in a %s',
    async (refreshTransport) => {
      const trace = await createDirectRunner().run(specOf('hybrid', THEFT, { refreshTransport }));
      expect(['use', 'owner', 'thief', 'other'].map((id) => statuses(trace, id))).toEqual([
        ['refresh 200'],
        ['refresh 400'],
        ['refresh 400'],
        ['refresh 200'],
      ]);
      expect(revoked(trace)).toEqual([expect.any(Number), null]);
    },
  );
});
