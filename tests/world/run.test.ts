import * as fc from 'fast-check';
import { jwtDecode } from 'jwt-decode';
import { describe, expect, test, vi } from 'vitest';
import { applyEdit } from '#core/intents.ts';
import { RunError } from '#core/ports.ts';
import { find } from '#core/query.ts';
import { SCHEME_TEXTS, SCHEMES } from '#core/schemes.ts';
import type { Database, SqlEngine } from '#server/sql/database.ts';
import { loadSqlite } from '#server/sql/sqlite.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
import { createDirectRunner, createRunner } from '#world/run.ts';
import { anySpec, DAY, specOf } from './specs.ts';

const fresh = (spec: Parameters<ReturnType<typeof createDirectRunner>['run']>[0]): Promise<Trace> =>
  createDirectRunner({ freeze: true }).run(spec);

const refuse = (): never => {
  throw new Error('the world outside was read');
};

/** The ids of the tokens that an intent was answered with. */
const tokenIds = (trace: Trace, intent: string): readonly string[] =>
  find(trace, { kind: 'response', intent }).flatMap((event) =>
    event.kind === 'response' ? event.credentials.map(({ text }) => String(jwtDecode(text).jti)) : [],
  );

describe.for(SCHEMES)('a run under %s', (scheme) => {
  test('is the same each time', async () => {
    expect(await fresh(specOf(scheme))).toEqual(await fresh(specOf(scheme)));
  });

  test('differs with another seed', async () => {
    const spec = specOf(scheme);
    expect(await fresh({ ...spec, seed: 2 })).not.toEqual(await fresh(spec));
  });

  test('numbers its events in order and lets each be caused by an earlier one of the same intent', async () => {
    const { events } = await fresh(specOf(scheme));
    expect(events.map(({ id }) => eventIndex(id))).toEqual(events.map((_, index) => index));
    for (const { causedBy, id, intent } of events) {
      if (causedBy === null) continue;
      expect(eventIndex(causedBy)).toBeLessThan(eventIndex(id));
      expect(events[eventIndex(causedBy)]?.intent).toBe(intent);
    }
  });

  test('has its request cause what the server does first', async () => {
    const { events } = await fresh(specOf(scheme));
    const firsts = events.filter(({ side }, index) => side === 'server' && events[index - 1]?.side === 'browser');
    expect(firsts.length).toBeGreaterThan(4);
    for (const { causedBy } of firsts) expect(causedBy && events[eventIndex(causedBy)]?.kind).toBe('request');
  });

  test('answers each request once, and every exchange ends', async () => {
    const { events } = await fresh(specOf(scheme));
    const requests = events.filter(({ kind }) => kind === 'request').map(({ id }) => id);
    const answered = events.flatMap((event) => (event.kind === 'response' ? [event.answers] : []));
    expect(answered).toEqual(requests);
    expect(requests.length).toBeGreaterThan(5);
  });

  test('never shows the names under which headers travel inside the page', async () => {
    expect(JSON.stringify(await fresh(specOf(scheme)))).not.toMatch(/x-sim-/i);
  });

  test('reads no wall clock and no other chance', async () => {
    const expected = await fresh(specOf(scheme));
    const RealDate = Date;
    class PassedDate extends RealDate {
      constructor(...args: readonly [] | readonly [number | string]) {
        super(args.length === 0 ? refuse() : args[0]);
      }
      static override now = refuse;
    }
    vi.stubGlobal('Date', PassedDate);
    vi.spyOn(Math, 'random').mockImplementation(refuse);
    vi.spyOn(crypto, 'getRandomValues').mockImplementation(refuse);
    vi.spyOn(crypto, 'randomUUID').mockImplementation(refuse);
    const trace = await fresh(specOf(scheme)).finally(() => {
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    });
    expect(trace).toEqual(expected);
  });
});

describe('any run at all', () => {
  test('is plain data: reading it back from JSON gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(anySpec, async (spec) => {
        const trace = await fresh(spec);
        expect(JSON.parse(JSON.stringify(trace))).toStrictEqual(trace);
      }),
      { numRuns: 25 },
    );
  });

  test('comes out the same as a fork of any of its prefixes', async () => {
    await fc.assert(
      fc.asyncProperty(anySpec, fc.nat(8), async (spec, length) => {
        const runner = createDirectRunner({ freeze: true });
        const prefix = await runner.run({ ...spec, intents: spec.intents.slice(0, length) });
        const before = runner.executed;
        const fork = await runner.run(spec);
        expect(runner.executed - before).toBe(Math.max(spec.intents.length - length, 0));
        expect(fork).toEqual(await fresh(spec));
        expect(prefix.events.every((event, index) => event === fork.events[index])).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('comes out the same beside others as alone', async () => {
    await fc.assert(
      fc.asyncProperty(anySpec, anySpec, async (one, other) => {
        const runner = createDirectRunner();
        const both = await Promise.all([runner.run(one), runner.run(other)]);
        expect(both).toEqual([await fresh(one), await fresh(other)]);
      }),
      { numRuns: 10 },
    );
  });

  test('comes out the same however long the network takes', async () => {
    await fc.assert(
      fc.asyncProperty(anySpec, fc.array(fc.nat(3), { minLength: 1, maxLength: 20 }), async (spec, delays) => {
        let sent = 0;
        const slow = createRunner({
          loadSql: loadSqlite,
          fetch: async (request) => {
            await new Promise((done) => setTimeout(done, delays[(sent += 1) % delays.length]));
            return slow.answer(request);
          },
        });
        expect(await slow.run(spec)).toEqual(await fresh(spec));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a fork', () => {
  const spec = specOf('jwt');

  test('runs only its suffix and shares the events before it', async () => {
    const runner = createDirectRunner();
    const trunk = await runner.run(spec);
    expect(runner.executed).toBe(DAY.length);
    const branch = applyEdit(spec, { kind: 'replace', intent: { id: 'later', kind: 'wait', seconds: 60 } });
    const fork = await runner.run(branch);
    expect(runner.executed).toBe(DAY.length + 5);
    const shared = trunk.events.filter(({ intent }) => ['wrong', 'login', 'use', 'phone'].includes(intent));
    expect(shared.length).toBeGreaterThan(20);
    expect(shared.every((event, index) => fork.events[index] === event)).toBe(true);
    expect(fork.initial).toBe(trunk.initial);
    expect(fork.spec).toEqual(branch);
  });

  test('leaves the run it was forked from as it was', async () => {
    const runner = createDirectRunner({ freeze: true });
    const trunk = await runner.run(spec);
    const copy = structuredClone(trunk);
    await runner.run(applyEdit(spec, { kind: 'remove', intent: 'later' }));
    expect(trunk).toEqual(copy);
    expect(await runner.run(spec)).toBe(trunk);
  });

  test('with another seed or setting starts anew', async () => {
    const runner = createDirectRunner();
    await runner.run(spec);
    await runner.run({ ...spec, seed: 2 });
    await runner.run(specOf('jwt', DAY, { denylist: true }));
    expect(runner.executed).toBe(3 * DAY.length);
  });

  test('with another intent added changes nobody’s credentials', async () => {
    const added = applyEdit(spec, {
      kind: 'insert',
      before: 'login',
      intent: { id: 'zoya', kind: 'login', device: 'attacker', person: 'zoya' },
    });
    const [plain, more] = [await fresh(spec), await fresh(added)];
    expect(tokenIds(plain, 'login')).toHaveLength(2);
    expect(tokenIds(more, 'login')).toEqual(tokenIds(plain, 'login'));
    expect(tokenIds(more, 'phone')).toEqual(tokenIds(plain, 'phone'));
    expect(tokenIds(plain, 'phone')).not.toEqual(tokenIds(plain, 'login'));
  });

  test('is forgotten when many others were made since', async () => {
    const runner = createDirectRunner();
    const short = specOf('php-session', DAY.slice(1, 2));
    await runner.run(short);
    for (let seed = 100; seed < 130; seed += 1) await runner.run({ ...short, seed });
    const before = runner.executed;
    await runner.run(short);
    expect(runner.executed).toBe(before + 1);
  });
});

describe('a run that cannot be made', () => {
  test('is refused where two intents have one name', async () => {
    const twice = specOf(
      'jwt',
      [DAY[1], DAY[1]].flatMap((intent) => intent ?? []),
    );
    await expect(fresh(twice)).rejects.toMatchObject({
      code: 'failed',
      cause: { message: expect.stringContaining('"login"') },
    });
  });

  test('says what failed on the way to the server', async () => {
    const lost = new TypeError('Failed to fetch');
    const runner = createRunner({ loadSql: loadSqlite, fetch: () => Promise.reject(lost) });
    const run = runner.run(specOf('jwt'));
    await expect(run).rejects.toThrow(RunError);
    await expect(run).rejects.toMatchObject({ code: 'failed', cause: lost });
  });

  test('says what failed inside the server, not that no answer came', async () => {
    const spec = specOf('jwt', DAY, { algorithm: 'ROT13' as never });
    await expect(fresh(spec)).rejects.toMatchObject({
      code: 'failed',
      cause: { message: expect.not.stringMatching(/fetch/i) },
    });
  });

  test('passes a missing interception on as what it is', async () => {
    const runner = createRunner({ loadSql: loadSqlite, fetch: () => Promise.reject(new RunError('no-interception')) });
    await expect(runner.run(specOf('jwt'))).rejects.toMatchObject({ code: 'no-interception' });
  });

  test('can be made the next time: nothing of the failure is kept', async () => {
    let broken = true;
    const runner = createRunner({
      loadSql: loadSqlite,
      fetch: (request) => (broken ? Promise.reject(new TypeError('Failed to fetch')) : runner.answer(request)),
    });
    await expect(runner.run(specOf('jwt'))).rejects.toThrow(RunError);
    broken = false;
    expect(await runner.run(specOf('jwt'))).toEqual(await fresh(specOf('jwt')));
  });
});

describe('a run that is cancelled', () => {
  test('ends at once with the signal’s reason, even where the network never answers', async () => {
    const controller = new AbortController();
    const runner = createRunner({ loadSql: loadSqlite, fetch: () => new Promise(() => undefined) });
    const run = runner.run(specOf('jwt'), controller.signal);
    setTimeout(() => controller.abort(), 5);
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('before it began runs nothing', async () => {
    const runner = createDirectRunner();
    await expect(runner.run(specOf('jwt'), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(runner.executed).toBe(0);
  });

  test('does not disturb another', async () => {
    const controller = new AbortController();
    const runner = createDirectRunner();
    const cancelled = runner.run(specOf('jwt'), controller.signal);
    const other = runner.run(specOf('php-session'));
    setTimeout(() => controller.abort(), 1);
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(await other).toEqual(await fresh(specOf('php-session')));
  });
});

test('a request of no living world is answered with a network error', async () => {
  const runner = createDirectRunner();
  const stray = await runner.answer(new Request('https://app.example/users.php', { headers: { 'x-sim-run': '99' } }));
  expect(stray.type).toBe('error');
});

describe('the SQL engine', () => {
  test.for(SCHEMES)('is loaded under %s only if the scheme has tables', async (scheme) => {
    let asked = 0;
    const runner = createDirectRunner({
      loadSql: () => {
        asked += 1;
        return loadSqlite();
      },
    });
    await runner.run(specOf(scheme));
    expect(asked).toBe(SCHEME_TEXTS[scheme].sql ? 1 : 0);
  });

  test('is asked for again after it could not be loaded', async () => {
    let attempts = 0;
    const runner = createDirectRunner({
      loadSql: () => {
        attempts += 1;
        return attempts === 1 ? Promise.reject(new TypeError('not there')) : loadSqlite();
      },
    });
    await expect(runner.run(specOf('sql-session'))).rejects.toMatchObject({ code: 'failed' });
    expect(await runner.run(specOf('sql-session'))).toEqual(await fresh(specOf('sql-session')));
  });

  test('gives every world a database of its own, and takes it back at the end', async () => {
    const open = new Set<Database>();
    let opened = 0;
    const engine = await loadSqlite();
    const watched: SqlEngine = {
      ...engine,
      async open(from) {
        const database = await engine.open(from);
        opened += 1;
        open.add(database);
        return {
          ...database,
          async close() {
            open.delete(database);
            await database.close();
          },
        };
      },
    };
    const runner = createDirectRunner({ loadSql: async () => watched });
    const spec = specOf('sql-session');
    await Promise.all([runner.run(spec), runner.run({ ...spec, seed: 2 })]);
    await runner.run({ ...spec, intents: spec.intents.slice(0, 5) });
    expect(opened).toBeGreaterThan(4);
    expect(open.size).toBe(0);
  });
});
