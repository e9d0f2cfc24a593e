import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import type { Intent, RunSpec } from '#core/intents.ts';
import type { Trace } from '#core/trace.ts';
import {
  lifetimesView,
  momentsOf,
  nextExpiry,
  standingAt,
  type SideLifetimes,
} from '#projections/lifetimes/lifetimes.ts';
import { outlookAt } from '#projections/lifetimes/outlook.ts';
import { createDirectRunner } from '#world/run.ts';
import { anySpec } from '../world/specs.ts';
import { HOUR, LATER, LOGIN, LOGOUT, run, USERS } from './worlds.ts';

const HALF_HOUR: Intent = { id: 'half', kind: 'wait', seconds: 1_800 };

/** The lives in a run after all its steps. */
function livesIn(trace: Trace, k = Infinity): SideLifetimes {
  return lifetimesView(align(trace, trace), k).left;
}

test('a session’s idle window slides with each use, and its absolute end does not', async () => {
  const trace = await run('php-session', [LOGIN, HOUR, USERS]);
  const [session] = livesIn(trace).lifetimes;
  expect(session?.windows).toEqual([
    { from: 0, to: 5_400 },
    { from: 3_600, to: 9_000 },
  ]);
  expect(session?.ends).toEqual([
    { at: 9_000, reason: 'idle' },
    { at: 43_200, reason: 'absolute' },
  ]);
  expect(session?.uses).toMatchObject([{ at: 3_600, accepted: true, reason: 'ok' }]);
});

test('a session in a table has an absolute end alone', async () => {
  const [session] = livesIn(await run('sql-session', [LOGIN, HOUR, USERS])).lifetimes;
  expect(session?.windows).toEqual([]);
  expect(session?.ends).toEqual([{ at: 43_200, reason: 'absolute' }]);
  expect(session?.uses).toMatchObject([{ at: 3_600, accepted: true }]);
});

test('tokens end where they say, and a client that refreshes ahead would do so 300 s before', async () => {
  const { lifetimes } = livesIn(await run('jwt', [LOGIN]));
  expect(lifetimes.map(({ name, ends, ahead }) => ({ name, ends, ahead }))).toEqual([
    { name: 'Access token', ends: [{ at: 3_600, reason: 'expired' }], ahead: 3_300 },
    { name: 'Refresh token', ends: [{ at: 604_800, reason: 'expired' }], ahead: null },
  ]);
});

test('a leeway moves the moment at which a token is refused', async () => {
  const { lifetimes } = livesIn(await run('jwt', [LOGIN], { leeway: 60 }));
  expect(lifetimes.map(({ ends }) => ends[0]?.at)).toEqual([3_660, 604_860]);
});

test('refresh tokens of a family inherit its end, and each is over once used', async () => {
  const refresh: Intent = { id: 'renew', kind: 'refresh', device: 'laptop' };
  const { lifetimes } = livesIn(await run('hybrid', [LOGIN, HOUR, refresh]));
  const tokens = lifetimes.filter(({ form }) => form === 'refresh-token');
  expect(tokens.map(({ ends }) => ends)).toEqual([
    [
      { at: 3_600, reason: 'used' },
      { at: 604_800, reason: 'expired' },
    ],
    [{ at: 604_800, reason: 'expired' }],
  ]);
  expect(new Set(tokens.map(({ family }) => family)).size).toBe(1);
});

async function endsAfterLogout(scheme: RunSpec['scheme'], denylist: boolean) {
  const trace = await run(scheme, [LOGIN, HOUR, LOGOUT], { denylist, accessLifetime: 7_200 });
  return livesIn(trace).lifetimes.map(({ ends }) => ends[0]?.reason);
}

test('a logout ends what the server remembers, and of tokens only what a denylist does', async () => {
  expect(await endsAfterLogout('php-session', false)).toEqual(['logged-out']);
  expect(await endsAfterLogout('sql-session', false)).toEqual(['logged-out']);
  expect(await endsAfterLogout('jwt', false)).toEqual(['expired', 'expired']);
  expect(await endsAfterLogout('jwt', true)).toEqual(['denylisted', 'denylisted']);
  expect(await endsAfterLogout('hybrid', false)).toEqual(['expired', 'revoked']);
});

test('after a logout no browser keeps a token that still works', async () => {
  const { lifetimes } = livesIn(await run('jwt', [LOGIN, LOGOUT]));
  expect(lifetimes.map(({ isKept }) => isKept)).toEqual([false, false]);
  expect(lifetimes.map((one) => standingAt(one, 60).is)).toEqual(['valid', 'valid']);
});

test('a new login replaces the session of before', async () => {
  const again: Intent = { id: 'again', kind: 'login', device: 'laptop', person: 'john' };
  const { lifetimes } = livesIn(await run('php-session', [LOGIN, HALF_HOUR, again]));
  expect(lifetimes.map(({ name, ends }) => [name, ends[0]?.reason])).toEqual([
    ['Session 1', 'replaced'],
    ['Session 2', 'idle'],
  ]);
});

test('a file that is removed because it was too old ended when it became so', async () => {
  const { lifetimes } = livesIn(await run('php-session', [LOGIN, HOUR, HOUR2, LATER]));
  expect(lifetimes[0]?.ends[0]).toEqual({ at: 5_400, reason: 'idle' });
  expect(lifetimes[0]?.uses).toMatchObject([{ at: 7_200, accepted: false, reason: 'session-idle' }]);
});
const HOUR2: Intent = { id: 'hour-2', kind: 'wait', seconds: 3_600 };

test('only what has happened by the cursor is there, and the axis is the same for every cursor', async () => {
  const comparison = align(await run('php-session', [LOGIN, HOUR, USERS]), await run('jwt', [LOGIN, HOUR, LATER]));
  const before = lifetimesView(comparison, 0);
  expect(before.left).toMatchObject({ now: 0, lifetimes: [], toCome: 1 });
  expect(before.right).toMatchObject({ lifetimes: [], toCome: 3 });
  const after = lifetimesView(comparison, comparison.steps.length);
  expect(after.right).toMatchObject({ toCome: 0, now: 3_600 });
  expect(after.right.lifetimes.map(({ name }) => name)).toEqual(['Access token 1', 'Refresh token', 'Access token 2']);
  expect(momentsOf(comparison)).toEqual([0, 3_300, 3_600, 5_400, 6_900, 7_200, 9_000, 43_200, 604_800]);
});

test('the next expiry names what ends, on both sides or on one', async () => {
  const comparison = align(await run('php-session', [LOGIN]), await run('jwt', [LOGIN]));
  const view = lifetimesView(comparison, comparison.steps.length);
  expect(nextExpiry(view)).toMatchObject({ at: 3_600, of: [{ column: 'right', lifetime: { name: 'Access token' } }] });
  expect(nextExpiry(view, ['left'])).toMatchObject({ at: 5_400, of: [{ column: 'left', end: { reason: 'idle' } }] });
  expect(nextExpiry(lifetimesView(comparison, 0))).toBeNull();
});

test('a step costs the same however long the trace: the same state gives the same lives', async () => {
  const trace = await run('jwt', [LOGIN, HOUR, USERS]);
  const comparison = align(trace, trace);
  const k = comparison.steps.length;
  expect(lifetimesView(comparison, k).left.lifetimes).toBe(lifetimesView(comparison, k).right.lifetimes);
});

const runner = createDirectRunner();

/** Any run that begins with somebody at each device: an attacker with a copy of what the laptop has. */
const lively: fc.Arbitrary<RunSpec> = anySpec.map((spec) => ({
  ...spec,
  intents: [
    { id: 'john', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'zoya', kind: 'login', device: 'phone', person: 'zoya' },
    { id: 'steal', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
    ...spec.intents,
  ],
}));

/** A run with time passing after it, and everybody asking again: what they hold, and what an attacker has copied. */
function probed({ intents, ...spec }: RunSpec, seconds: number, device: 'laptop' | 'phone' | 'attacker'): RunSpec {
  const probe = (id: string, credential: 'own' | 'copied'): Intent => ({ id, kind: 'list-users', device, credential });
  return {
    ...spec,
    intents: [
      ...intents,
      { id: 'probe-wait', kind: 'wait', seconds },
      device === 'attacker' ? probe('probe', 'copied') : probe('probe', 'own'),
    ],
  };
}

/** Seconds to wait, such that the ends of what is there are met to the second. */
function waits(side: SideLifetimes, any: number): readonly number[] {
  const ends = side.lifetimes.flatMap(({ ends: list, ahead }) => [...list.map(({ at }) => at), ahead ?? 0]);
  const near = ends.flatMap((at) => [at - side.now - 1, at - side.now]);
  return [any, ...near.filter((seconds) => seconds > 0)];
}

test('what is projected for a moment is what a forked run answers there, under every scheme and setting', async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(
      lively,
      fc.nat(20_000),
      fc.nat(),
      fc.constantFrom('laptop', 'phone', 'attacker'),
      async (spec, any, pick, device) => {
        const prefix = await runner.run(spec);
        const projected = livesIn(prefix);
        const choices = waits(projected, any);
        const seconds = choices[pick % choices.length] ?? any;
        const fork = await runner.run(probed(spec, seconds, device));
        const answered = livesIn(fork).lifetimes;
        const uses = projected.lifetimes.flatMap((lifetime) => {
          const after = answered.find(({ key, event }) => key === lifetime.key && event === lifetime.event);
          return (after?.uses.slice(lifetime.uses.length) ?? []).map((use) => ({ lifetime, use }));
        });
        // What comes after a refresh is another state than the projected one.
        const first = uses.toSorted((a, b) => Number(a.use.event.slice(1)) - Number(b.use.event.slice(1)));
        const refresh = first.findIndex(({ lifetime }) => lifetime.form === 'refresh-token');
        for (const { lifetime, use } of refresh < 0 ? first : first.slice(0, refresh + 1)) {
          asked += 1;
          expect([lifetime.name, use.at, standingAt(lifetime, use.at).is]).toEqual([
            lifetime.name,
            use.at,
            use.accepted ? 'valid' : 'over',
          ]);
        }
      },
    ),
    { numRuns: 250 },
  );
  expect(asked).toBeGreaterThan(60);
}, 120_000);

test('the outlook of a browser is what its next request comes to', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      lively,
      fc.nat(20_000),
      fc.nat(),
      fc.constantFrom('laptop', 'phone'),
      async (spec, any, pick, device) => {
        const prefix = await runner.run(spec);
        const comparison = align(prefix, prefix);
        const choices = waits(livesIn(prefix), any);
        const seconds = choices[pick % choices.length] ?? any;
        const fork = await runner.run(probed(spec, seconds, device));
        const events = fork.events.slice(prefix.events.length);
        const sent = events.findLast(({ kind }) => kind === 'request');
        const at = Math.floor(((sent?.t ?? 0) + 20_000) / 1e6);
        // A request in flight while the second changes may meet either.
        const first = events.find(({ kind, intent }) => kind === 'action' && intent === 'probe');
        if (Math.floor((first?.t ?? 0) / 1e6) !== at) return;
        const found = outlookAt(comparison, 'left', Infinity, at).find((one) => one.device === device);
        if (!found) return;
        const answers = events.flatMap((event) => (event.kind === 'response' ? [event] : []));
        // A database that refuses says nothing of a credential.
        if (answers.some(({ message }) => message.status >= 500)) return;
        const isIn = answers.some(({ message, exchange }) => exchange !== 'refresh' && message.status === 200);
        const hasRefreshed = answers.some(({ message, exchange }) => exchange === 'refresh' && message.status === 200);
        const came = isIn ? (hasRefreshed ? 'refresh' : 'in') : 'out';
        met.add(found.outlook);
        expect(found.outlook === 'nobody' ? 'out' : found.outlook).toBe(came);
      },
    ),
    { numRuns: 250 },
  );
  expect([...met].toSorted()).toEqual(['in', 'nobody', 'out', 'refresh']);
}, 120_000);
