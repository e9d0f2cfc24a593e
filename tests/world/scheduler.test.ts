import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedGate } from '#browser/gate.ts';
import { createClock } from '#world/clock.ts';
import { DeadlockError, Scheduler, type Task } from '#world/scheduler.ts';

/** Real time passes: the length of it must never be seen. */
const realWork = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const names = ['a', 'b', 'c'];

describe('who goes next', () => {
  test('is decided by virtual time', async () => {
    const log: string[] = [];
    const clock = createClock();
    const sleeper =
      (name: string, micros: number): Task =>
      async (turn) => {
        await turn.sleep(micros);
        log.push(`${name}@${clock.micros()}`);
      };
    await new Scheduler(clock).run([sleeper('late', 30), sleeper('early', 10), sleeper('middle', 20)]);
    expect(log).toEqual(['early@10', 'middle@20', 'late@30']);
  });

  test('is decided by who came first where the time is the same', async () => {
    const log: string[] = [];
    const tasks = names.map((name): Task => async (turn) => {
      await turn.sleep(5);
      log.push(name);
      await turn.sleep(5);
      log.push(name);
    });
    await new Scheduler(createClock()).run(tasks);
    expect(log.join('')).toBe('abcabc');
  });

  test('a sleep is over when its gate is opened, after those whose time it is already', async () => {
    const log: string[] = [];
    const clock = createClock();
    const gate = closedGate();
    const write = (name: string): void => void log.push(`${name}@${clock.micros()}`);
    await new Scheduler(clock).run([
      async (turn) => {
        await turn.sleep(100, gate);
        write('woken');
        await turn.sleep(100, gate);
        write('open already');
      },
      async (turn) => {
        await turn.sleep(100);
        write('asleep');
      },
      async (turn) => {
        await turn.sleep(10);
        gate.open();
        write('opens');
      },
      async (turn) => {
        await turn.sleep(10);
        write('due');
      },
    ]);
    expect(log).toEqual(['opens@10', 'due@10', 'woken@10', 'open already@10', 'asleep@100']);
  });

  test('is not decided by real promises: a task keeps the turn while it awaits them', async () => {
    const delays = fc.array(fc.nat(3), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(delays, async (milliseconds) => {
        const log: string[] = [];
        const tasks = names.map((name, index): Task => async (turn) => {
          log.push(`${name}1`);
          await realWork(milliseconds[index] ?? 0);
          log.push(`${name}2`);
          await turn.sleep(10);
          await realWork(milliseconds[index + 3] ?? 0);
          log.push(`${name}3`);
        });
        await new Scheduler(createClock()).run(tasks);
        expect(log.join(' ')).toBe('a1 a2 b1 b2 c1 c2 a3 b3 c3');
      }),
      { numRuns: 15 },
    );
  });

  test('is nobody but the one whose turn it is: acting out of turn fails', async () => {
    const run = new Scheduler(createClock()).run([
      async (turn) => {
        const first = turn.sleep(1);
        await Promise.all([first, turn.sleep(2)]);
      },
    ]);
    await expect(run).rejects.toThrow('not its turn');
  });
});

describe('a gate', () => {
  test('holds those who wait until it is opened, then lets them go on in the order they came', async () => {
    const log: string[] = [];
    const clock = createClock();
    const gate = closedGate();
    const waiter =
      (name: string): Task =>
      async (turn) => {
        await turn.pass(gate);
        log.push(`${name}@${clock.micros()}`);
      };
    const opener: Task = async (turn) => {
      await turn.sleep(100);
      gate.open();
      log.push('opened');
      await realWork(2);
      log.push('still my turn');
    };
    await new Scheduler(clock).run([waiter('first'), opener, waiter('second')]);
    expect(log).toEqual(['opened', 'still my turn', 'first@100', 'second@100']);
  });

  test('that is open holds nobody', async () => {
    const gate = closedGate();
    gate.open();
    await expect(new Scheduler(createClock()).run([(turn) => turn.pass(gate)])).resolves.toBeUndefined();
  });

  test('that nobody is left to open is an error, not a hang', async () => {
    const gate = closedGate();
    const run = new Scheduler(createClock()).run([(turn) => turn.pass(gate), (turn) => turn.sleep(1)]);
    await expect(run).rejects.toThrow(DeadlockError);
  });
});

describe('an end before the end', () => {
  test('comes to everybody when one task fails', async () => {
    const gate = closedGate();
    const seen: unknown[] = [];
    const noting =
      (task: Task): Task =>
      async (turn) => {
        await task(turn).catch((error: unknown) => {
          seen.push(error);
          throw error;
        });
      };
    const failure = new Error('broken');
    const run = new Scheduler(createClock()).run([
      noting((turn) => turn.sleep(1_000)),
      noting((turn) => turn.pass(gate)),
      async (turn) => {
        await turn.sleep(10);
        throw failure;
      },
    ]);
    await expect(run).rejects.toBe(failure);
    await realWork(0);
    expect(seen).toEqual([failure, failure]);
  });

  test('does not wait for a task that is stuck in real work', async () => {
    const scheduler = new Scheduler(createClock());
    const run = scheduler.run([() => new Promise(() => undefined)]);
    const reason = new DOMException('enough', 'AbortError');
    scheduler.stop(reason);
    await expect(run).rejects.toBe(reason);
  });

  test('makes every later wait fail as well', async () => {
    const scheduler = new Scheduler(createClock());
    const later = Promise.withResolvers<unknown>();
    const run = scheduler.run([
      async (turn) => {
        await realWork(5);
        turn.sleep(1).catch(later.resolve);
      },
    ]);
    const reason = new Error('stopped');
    scheduler.stop(reason);
    await expect(run).rejects.toBe(reason);
    expect(await later.promise).toBe(reason);
  });

  test('comes at once for a scheduler that was stopped before it ran', async () => {
    const scheduler = new Scheduler(createClock());
    scheduler.stop(new Error('stopped before'));
    let ran = false;
    const run = scheduler.run([
      async () => {
        ran = true;
      },
    ]);
    await expect(run).rejects.toThrow('stopped before');
    expect(ran).toBe(false);
  });
});

test('no tasks end at once', async () => {
  await expect(new Scheduler(createClock()).run([])).resolves.toBeUndefined();
});
