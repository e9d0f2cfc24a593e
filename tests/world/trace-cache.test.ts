import { expect, test } from 'vitest';
import type { Intent, RunSpec } from '#core/intents.ts';
import { TRACE_VERSION } from '#core/trace.ts';
import { TraceCache, type KeptRun } from '#world/trace-cache.ts';
import { specOf } from './specs.ts';

const wait = (id: string, seconds = 1): Intent => ({ id, kind: 'wait', seconds });

function kept(spec: RunSpec): KeptRun {
  return { trace: { version: TRACE_VERSION, run: 'r', spec, initial: {}, events: [] }, snapshots: [] };
}

test('the run that shares most intents is found', () => {
  const cache = new TraceCache(4);
  const short = kept(specOf('jwt', [wait('a')]));
  const long = kept(specOf('jwt', [wait('a'), wait('b'), wait('c')]));
  for (const run of [long, short]) cache.keep(run);
  const found = cache.longestPrefix(specOf('jwt', [wait('a'), wait('b'), wait('d')]));
  expect(found?.kept).toBe(long);
  expect(found?.length).toBe(2);
});

test('an intent of the same name that differs is another', () => {
  const cache = new TraceCache(4);
  cache.keep(kept(specOf('jwt', [wait('a', 1), wait('b')])));
  expect(cache.longestPrefix(specOf('jwt', [wait('a', 2), wait('b')]))?.length).toBe(0);
});

test('the order in which settings and members were written does not count', () => {
  const cache = new TraceCache(4);
  const spec = specOf('jwt', [wait('a')]);
  cache.keep(kept(spec));
  const settings = Object.fromEntries(Object.entries(spec.settings).toReversed()) as unknown as RunSpec['settings'];
  expect(cache.longestPrefix({ ...spec, settings, intents: [{ seconds: 1, kind: 'wait', id: 'a' }] })?.length).toBe(1);
});

test.for<[why: string, spec: RunSpec]>([
  ['scheme', specOf('php-session')],
  ['seed', { ...specOf('jwt'), seed: 2 }],
  ['settings', specOf('jwt', [], { leeway: 1 })],
])('a run with another %s shares nothing', ([, spec]) => {
  const cache = new TraceCache(4);
  cache.keep(kept(specOf('jwt')));
  expect(cache.longestPrefix(spec)).toBeNull();
});

test('the least recently used run is forgotten first', () => {
  const cache = new TraceCache(2);
  const specs = [1, 2, 3].map((seed) => ({ ...specOf('jwt'), seed }));
  for (const spec of specs.slice(0, 2)) cache.keep(kept(spec));
  for (const spec of specs.slice(0, 1)) expect(cache.longestPrefix(spec)).not.toBeNull();
  for (const spec of specs.slice(2)) cache.keep(kept(spec));
  expect(specs.map((spec) => cache.longestPrefix(spec) !== null)).toEqual([true, false, true]);
});
