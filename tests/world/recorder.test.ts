import { describe, expect, test } from 'vitest';
import type { ActionFact, ChangeFact, TraceEvent } from '#core/events.ts';
import type { Recorder } from '#core/ports.ts';
import { createClock } from '#world/clock.ts';
import { ProcessEndedError, startProcess } from '#world/process.ts';
import { createEventLog, createRecorder } from '#world/recorder.ts';
import { Scheduler, type Turn } from '#world/scheduler.ts';

const action = (name: ActionFact['name']): ActionFact => ({ kind: 'action', name, subject: null });
const change = (key: string): ChangeFact => ({
  kind: 'change',
  area: { owner: 'laptop', name: 'localStorage' },
  key,
  before: null,
  after: { nested: [1] },
});

interface Desk {
  readonly browser: Recorder;
  readonly server: Recorder;
}

/** Runs scripts side by side, each with a browser's and a server's recorder on one chain, and returns what they wrote. */
async function write(...scripts: readonly ((desk: Desk) => Promise<void>)[]): Promise<readonly TraceEvent[]> {
  const clock = createClock();
  const log = createEventLog('run', [], true);
  const tasks = scripts.map((script, index) => async (turn: Turn) => {
    const ports = { log, clock, turn, chain: { last: null } };
    const intent = `i${index}`;
    await script({
      browser: createRecorder(ports, { side: 'browser', actor: 'laptop', intent, exchange: 'request' }),
      server: createRecorder(ports, { side: 'server', actor: 'app-1', intent, exchange: 'request' }),
    });
  });
  await new Scheduler(clock).run(tasks);
  return log.events;
}

describe('an event', () => {
  test('says who did it, where, when, how long it took and what caused it', async () => {
    const events = await write(async ({ browser, server }) => {
      browser.note('act', 'a.region', action('open-users'));
      await server.perform('work', 'b.region', 40, () => ({ fact: action('read-token'), value: undefined }));
      browser.note('keep', 'c.region', action('read-token'));
    });
    expect(events).toEqual([
      {
        id: 'e0',
        run: 'run',
        side: 'browser',
        actor: 'laptop',
        intent: 'i0',
        exchange: 'request',
        phase: 'act',
        causedBy: null,
        t: 0,
        cost: 0,
        code: 'a.region',
        kind: 'action',
        name: 'open-users',
        subject: null,
      },
      expect.objectContaining({ id: 'e1', side: 'server', actor: 'app-1', causedBy: 'e0', t: 0, cost: 40 }),
      expect.objectContaining({ id: 'e2', side: 'browser', causedBy: 'e1', t: 40, cost: 0 }),
    ]);
  });

  test('is followed by the changes it caused, at the time they took effect', async () => {
    const events = await write(async ({ server }) => {
      await server.perform('remember', 'r', 25, () => ({
        fact: action('read-token'),
        changes: [change('a'), change('b')],
        value: undefined,
      }));
      server.note('answer', 'r', action('read-token'));
    });
    expect(events.map(({ id, causedBy, t, cost, kind }) => [id, causedBy, t, cost, kind])).toEqual([
      ['e0', null, 0, 25, 'action'],
      ['e1', 'e0', 25, 0, 'change'],
      ['e2', 'e0', 25, 0, 'change'],
      ['e3', 'e0', 25, 0, 'action'],
    ]);
  });

  test('cannot be changed afterwards', async () => {
    const [event] = await write(async ({ browser }) => {
      browser.note('keep', 'r', change('a'));
    });
    expect(() => Reflect.set(event ?? {}, 't', 5)).not.toThrow();
    expect(event?.t).toBe(0);
    expect(event?.kind === 'change' && Object.isFrozen(event.after)).toBe(true);
  });
});

describe('an act', () => {
  test('is told the id its event will have, and gives its value back', async () => {
    const told: string[] = [];
    const events = await write(async ({ browser }) => {
      browser.note('act', 'r', action('open-users'));
      const value = await browser.perform('ask', 'r', 10, async (id) => ({ fact: action('read-token'), value: id }));
      told.push(value);
    });
    expect(told).toEqual([events[1]?.id]);
  });

  test('runs when its cost has passed, and others act meanwhile', async () => {
    const events = await write(
      async ({ browser }) => {
        await browser.perform('work', 'slow', 100, () => ({ fact: action('read-token'), value: undefined }));
      },
      async ({ browser }) => {
        await browser.perform('work', 'quick', 30, () => ({ fact: action('read-token'), value: undefined }));
        browser.note('work', 'note', action('read-token'));
      },
    );
    expect(events.map(({ code, t, cost }) => `${code} ${t}+${cost}`)).toEqual([
      'quick 0+30',
      'note 30+0',
      'slow 0+100',
    ]);
  });

  test('has nobody in between, however long it takes in real time', async () => {
    const log: string[] = [];
    await write(
      async ({ browser }) => {
        await browser.perform('work', 'r', 10, async () => {
          log.push('begins');
          await new Promise((done) => setTimeout(done, 5));
          log.push('ends');
          return { fact: action('read-token'), value: undefined };
        });
      },
      async ({ browser }) => {
        await browser.perform('work', 'r', 10, () => {
          log.push('other');
          return { fact: action('read-token'), value: undefined };
        });
      },
    );
    expect(log).toEqual(['begins', 'ends', 'other']);
  });

  test('that records something inside itself is refused, since its id would be wrong', async () => {
    const writing = write(async ({ browser }) => {
      await browser.perform('work', 'outer', 0, () => {
        browser.note('work', 'inner', action('read-token'));
        return { fact: action('read-token'), value: undefined };
      });
    });
    await expect(writing).rejects.toThrow('outer');
  });
});

test('a chain is one intent’s own: what another does in between causes nothing in it', async () => {
  const events = await write(
    async ({ browser }) => {
      browser.note('act', 'first', action('open-users'));
      await browser.perform('ask', 'first', 20, () => ({ fact: action('read-token'), value: undefined }));
    },
    async ({ browser }) => {
      browser.note('act', 'second', action('open-users'));
      await browser.perform('ask', 'second', 10, () => ({ fact: action('read-token'), value: undefined }));
    },
  );
  expect(events.map(({ code, causedBy }) => [code, causedBy])).toEqual([
    ['first', null],
    ['second', null],
    ['second', 'e1'],
    ['first', 'e0'],
  ]);
});

test('events that an earlier run recorded are shared, and numbering goes on after them', () => {
  const before = createEventLog('run', [], true);
  const envelope = { side: 'world', actor: 'operator', intent: 'w', exchange: 'local', phase: 'wait' } as const;
  const clockFact = { kind: 'clock', from: 0, to: 5 } as const;
  before.append({ ...envelope, causedBy: null, t: 0, cost: 5, code: null }, clockFact);
  const after = createEventLog('run', before.events, true);
  expect(after.events[0]).toBe(before.events[0]);
  expect(after.append({ ...envelope, causedBy: null, t: 5, cost: 0, code: null }, clockFact)).toBe('e1');
  expect(before.events).toHaveLength(1);
});

/** What became of three acts: one before the end, one during it, one after. */
async function acts(phase: 'ask' | 'work'): Promise<readonly string[]> {
  const clock = createClock();
  const log = createEventLog('run', [], true);
  const process = startProcess();
  const seen: string[] = [];
  const act = async (turn: Turn): Promise<void> => {
    const bound = { side: 'server', actor: 'app-1', intent: 'i', exchange: 'request' } as const;
    const recorder = createRecorder({ log, clock, turn, chain: { last: null }, process }, bound);
    for (const name of ['route', 'parse-body', 'build-answer'] as const) {
      const fact = { kind: 'step', name, detail: {} } as const;
      await recorder
        .perform(phase, 'a.region', 10, () => ({ fact, value: undefined }))
        .then(
          () => seen.push(`${name}@${clock.micros()}`),
          (error: unknown) => seen.push(`${error instanceof ProcessEndedError ? 'ended' : 'failed'}@${clock.micros()}`),
        );
    }
  };
  const end = async (turn: Turn): Promise<void> => {
    await turn.sleep(15);
    process.end.open();
  };
  await new Scheduler(clock).run([act, end]);
  expect(log.events).toHaveLength(seen.filter((one) => !one.startsWith('ended')).length);
  return seen;
}

describe('a process that ends', () => {
  test('does nothing more from that very moment on', async () => {
    expect(await acts('work')).toEqual(['route@10', 'ended@15', 'ended@15']);
  });

  test('has sent what it has sent', async () => {
    expect(await acts('ask')).toEqual(['route@10', 'parse-body@20', 'ended@20']);
  });
});
