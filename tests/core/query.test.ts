import { expect, test } from 'vitest';
import { find, holds, type Predicate } from '#core/query.ts';
import { traceOf } from './trace-fixture.ts';

const left = traceOf('u/ask:request', 'u/recognise:store,change', 'u/answer:response');
const right = traceOf('u/ask:request', 'u/recognise:crypto', 'u/answer:response');
const truth = (predicate: Predicate): boolean => holds(predicate, { left, right });

test('every member of a query must match', () => {
  expect(find(left, { kind: 'store', op: 'read', purpose: 'authentication' })).toHaveLength(1);
  expect(find(left, { kind: 'store', op: 'write' })).toHaveLength(0);
  expect(find(left, { route: 'GET /users.php' })).toHaveLength(1);
  expect(find(left, { area: 'files', change: 'added' })).toHaveLength(1);
  expect(find(right, { op: 'sign', subject: 'access_token' })).toHaveLength(1);
  expect(find(right, { status: 200 })).toHaveLength(1);
});

test('a query about a member an event lacks does not match it', () => {
  expect(find(left, { status: 200, kind: 'request' })).toHaveLength(0);
});

test('a verdict is found by what it is about, its reason and whether it was for or against', () => {
  const trace = traceOf('u/recognise:decision');
  expect(find(trace, { kind: 'decision', subject: 'exp', reason: 'token-expired', accepted: false })).toHaveLength(1);
  expect(find(trace, { subject: 'iss' })).toHaveLength(0);
  expect(find(trace, { reason: 'ok' })).toHaveLength(0);
  expect(find(trace, { accepted: true })).toHaveLength(0);
});

test('a statement at the console is accepted where the engine had no complaint', () => {
  const trace = traceOf('sql/operate:statement,statement,mistake');
  expect(find(trace, { kind: 'statement', accepted: true })).toHaveLength(2);
  expect(find(trace, { kind: 'statement', accepted: false }).map(({ id }) => id)).toEqual(['e2']);
});

test('a count is "at least one" until a bound is given', () => {
  expect(truth({ on: 'left', count: { kind: 'store' } })).toBe(true);
  expect(truth({ on: 'right', count: { kind: 'store' } })).toBe(false);
  expect(truth({ on: 'right', count: { kind: 'store' }, max: 0 })).toBe(true);
  expect(truth({ on: 'left', count: { kind: 'store' }, min: 2 })).toBe(false);
});

test('statements combine', () => {
  const yes: Predicate = { on: 'left', count: { kind: 'store' } };
  const no: Predicate = { not: yes };
  expect(truth({ all: [yes, no] })).toBe(false);
  expect(truth({ any: [yes, no] })).toBe(true);
  expect(truth({ all: [] })).toBe(true);
  expect(truth({ any: [] })).toBe(false);
});
