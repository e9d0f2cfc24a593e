import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFrontEnd } from '#browser/front-ends.ts';
import type { Intent, RunSpec } from '#core/intents.ts';
import { jsonEqual } from '#core/json.ts';
import { find } from '#core/query.ts';
import { SCHEME_TEXTS, SCHEMES } from '#core/schemes.ts';
import { applyChange, type WorldState } from '#core/state.ts';
import type { Trace } from '#core/trace.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { initialServerState, openServer } from '#server/stores/open-server.ts';
import { createRandom, streamName } from '#world/random.ts';
import { createEventLog } from '#world/recorder.ts';
import { createDirectRunner } from '#world/run.ts';
import { initialSnapshot, stateOf } from '#world/snapshot.ts';
import { World } from '#world/world.ts';
import { anySpec, DAY, specOf } from './specs.ts';

const run = (spec: RunSpec): Promise<Trace> => createDirectRunner({ freeze: true }).run(spec);

const statuses = (trace: Trace, intent: string): readonly number[] =>
  find(trace, { kind: 'response', intent }).flatMap((event) => (event.kind === 'response' ? event.message.status : []));

const statusesOfDay = (trace: Trace): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(DAY.map(({ id }) => [id, statuses(trace, id)]));

function withoutEmptyAreas(state: WorldState): WorldState {
  return Object.fromEntries(Object.entries(state).filter(([, content]) => Object.keys(content).length > 0));
}

/** Carries a spec out intent by intent and looks at the world after each: what is there must be what was recorded. */
async function expectNothingUnrecorded(spec: RunSpec): Promise<void> {
  const engine = SCHEME_TEXTS[spec.scheme].sql ? await loadSqlite() : null;
  const state = await initialServerState(createRandom(streamName(spec.seed, 'app-1', '')), { engine });
  const start = initialSnapshot(spec.settings, state);
  const server = await openServer(state, engine);
  const log = createEventLog('by-hand', [], true);
  const world: World = new World({
    scheme: spec.scheme,
    seed: spec.seed,
    frontEnd: await loadFrontEnd(spec.scheme),
    from: start,
    server,
    log,
    tag: '1',
    fetch: (request) => world.answer(request),
  });
  let folded = stateOf(start);
  let read = 0;
  for (const intent of spec.intents) {
    await world.execute(intent);
    for (const event of log.events.slice(read)) {
      if (event.kind === 'change') folded = applyChange(folded, event);
    }
    read = log.events.length;
    expect(withoutEmptyAreas(folded)).toEqual(stateOf(await world.snapshot()));
  }
  await server.database?.close();
}

describe('what is remembered', () => {
  test.for(SCHEMES)('changes under %s only where a change was recorded', async (scheme) => {
    await expectNothingUnrecorded(specOf(scheme));
  });

  test('changes only where a change was recorded, whatever people do', async () => {
    await fc.assert(fc.asyncProperty(anySpec, expectNothingUnrecorded), { numRuns: 40 });
  });

  test('never changes from a thing to the same thing', async () => {
    await fc.assert(
      fc.asyncProperty(anySpec, async (spec) => {
        const changes = (await run(spec)).events.filter((event) => event.kind === 'change');
        expect(changes.filter(({ before, after }) => jsonEqual(before, after))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('an intent', () => {
  test('to wait moves the clock and nothing else', async () => {
    const trace = await run(specOf('jwt', [{ id: 'w', kind: 'wait', seconds: 3_600 }]));
    expect(trace.events).toEqual([
      expect.objectContaining({ id: 'e0', side: 'world', actor: 'operator', phase: 'wait', t: 0, cost: 3_600_000_000 }),
    ]);
    expect(trace.events[0]).toMatchObject({ kind: 'clock', from: 0, to: 3_600_000_000, causedBy: null, code: null });
  });

  test('to set settings records what they were, and holds from then on', async () => {
    const trace = await run(
      specOf('jwt', [
        { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
        { id: 'set', kind: 'configure', settings: { denylist: true, leeway: 30 } },
        { id: 'logout', kind: 'logout', device: 'laptop' },
      ]),
    );
    expect(find(trace, { kind: 'setting' })).toMatchObject([
      {
        side: 'world',
        phase: 'configure',
        before: { denylist: false, leeway: 0 },
        after: { denylist: true, leeway: 30 },
      },
    ]);
    expect(find(trace, { kind: 'change', area: 'denylist', change: 'added' })).not.toEqual([]);
    expect(trace.spec.settings.denylist).toBe(false);
  });

  test('to copy a credential puts it where it is replayed', async () => {
    for (const scheme of SCHEMES) {
      const trace = await run(
        specOf(scheme, [
          { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
          { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
          { id: 'replay', kind: 'list-users', device: 'attacker', credential: 'copied' },
        ]),
      );
      expect(statuses(trace, 'replay')).toEqual([200]);
      expect(find(trace, { kind: 'request', intent: 'replay', actor: 'attacker' })).toHaveLength(1);
    }
  });

  test('of a day gives the statuses that they should', async () => {
    const [session, jwt] = [await run(specOf('php-session')), await run(specOf('jwt'))];
    const common = { wrong: [401], login: [200], use: [200], phone: [200], later: [], steal: [], logout: [200] };
    expect(statusesOfDay(session)).toEqual({ ...common, again: [200], replay: [401] });
    expect(statusesOfDay(jwt)).toEqual({ ...common, again: [401, 200, 200], replay: [200] });
  });
});

describe('two at once', () => {
  const twice: Intent = {
    id: 'both',
    kind: 'together',
    intents: [
      { id: 'one', kind: 'list-users', device: 'laptop' },
      { id: 'two', kind: 'list-users', device: 'laptop' },
    ],
  };

  test('on one device share a single refresh: one does it, the other waits', async () => {
    const trace = await run(
      specOf('jwt', [
        { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
        { id: 'later', kind: 'wait', seconds: 3_600 },
        twice,
      ]),
    );
    expect(find(trace, { kind: 'request', route: 'POST /jwt_refresh.php' })).toHaveLength(1);
    expect(find(trace, { name: 'await-refresh' })).toHaveLength(1);
    expect([statuses(trace, 'one'), statuses(trace, 'two')]).toEqual([
      [401, 200, 200],
      [401, 200],
    ]);
  });

  test('begin at the same virtual moment and take turns', async () => {
    const trace = await run(specOf('php-session', [twice]));
    const [one, two] = ['one', 'two'].map((intent) => find(trace, { intent }));
    expect(one?.[0]?.t).toBe(two?.[0]?.t);
    const order = trace.events.map(({ intent }) => intent).join(' ');
    expect(order).toMatch(/one.*two.*one/);
  });

  test('each have a record of their own: no event is caused by the other’s', async () => {
    const { events } = await run(specOf('php-session', [twice]));
    const intents = new Map(events.map(({ id, intent }) => [id, intent]));
    for (const { causedBy, intent } of events) expect(causedBy === null || intents.get(causedBy) === intent).toBe(true);
  });
});
