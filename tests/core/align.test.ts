import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '#core/align.ts';
import { resolvePointer } from '#core/pointer.ts';
import { traceOf } from './trace-fixture.ts';

const ids = (...args: Parameters<typeof align>): string[] => align(...args).steps.map(({ id }) => id);

test('rows with the same intent, exchange and phase stand beside each other', () => {
  const trace = traceOf('login/ask:request', 'login/answer:response');
  expect(align(trace, trace).steps).toMatchObject([
    { phase: 'ask', left: { from: 0, to: 1 }, right: { from: 0, to: 1 } },
    { phase: 'answer', left: { from: 1, to: 2 }, right: { from: 1, to: 2 } },
  ]);
});

test('a phase that one side lacks leaves a gap there', () => {
  const left = traceOf('l/ask:request', 'l/remember:store', 'l/answer:response');
  const right = traceOf('l/ask:request', 'l/answer:response');
  expect(align(left, right).steps.map(({ phase, right: cell }) => [phase, cell !== null])).toEqual([
    ['ask', true],
    ['remember', false],
    ['answer', true],
  ]);
});

test('each arrow has a row of its own, and what belongs to it stays with it', () => {
  const trace = traceOf('l/check:store,crypto,store,change');
  expect(align(trace, trace).steps.map(({ left }) => left)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
  ]);
});

test('an extra exchange of one side stands between the rows both have', () => {
  const left = traceOf('u/ask:request', 'u/answer:response', 'out/ask:request');
  const right = traceOf(
    'u/ask:request',
    'u/answer:response',
    'u/ask/refresh:request',
    'u/answer/refresh:response',
    'out/ask:request',
  );
  expect(ids(left, right)).toEqual([
    'u/request/ask/0',
    'u/request/answer/0',
    'u/refresh/ask/0',
    'u/refresh/answer/0',
    'out/request/ask/0',
  ]);
});

test('rows that crossed each other are all shown once', () => {
  const left = traceOf('a/ask:request', 'b/ask:request');
  const right = traceOf('b/ask:request', 'a/ask:request');
  const { steps, leftEnd, rightEnd } = align(left, right);
  expect(steps).toHaveLength(3);
  expect([leftEnd.at(-1), rightEnd.at(-1)]).toEqual([2, 2]);
});

const anyTrace = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('ask', 'recognise', 'work', 'answer'),
      fc.constantFrom('request', 'store', 'crypto', 'response', 'store,crypto'),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((groups) => traceOf(...groups.map(([intent, phase, kinds]) => `${intent}/${phase}:${kinds}`)));

const isNew = (end: number, k: number, ends: readonly number[]): boolean => k > 0 && end !== ends[k - 1];

test('every event of both sides is in exactly one row, in order, and row ids are unique', () => {
  fc.assert(
    fc.property(anyTrace, anyTrace, (left, right) => {
      const { steps, leftEnd, rightEnd } = align(left, right);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const [side, ends, trace] of [
        ['left', leftEnd, left],
        ['right', rightEnd, right],
      ] as const) {
        const cells = steps.flatMap((step) => step[side] ?? []);
        expect(cells.map(({ from }) => from)).toEqual([0, ...ends.filter(isNew).slice(0, -1)]);
        expect(cells.map(({ to }) => to)).toEqual(ends.filter(isNew));
        expect(cells.at(-1)?.to).toBe(trace.events.length);
      }
    }),
  );
});

test('a trace beside itself has no gap', () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      expect(align(trace, trace).steps.every(({ left, right }) => left && right)).toBe(true);
    }),
  );
});

test('a pointer finds its row by intent, phase, exchange and side, and says -1 when there is none', () => {
  const left = traceOf('u/ask:request', 'u/recognise:store,store', 'u/answer:response');
  const right = traceOf('u/ask:request', 'u/answer:response');
  const comparison = align(left, right);
  expect(resolvePointer(comparison, { intent: 'u', phase: 'recognise' })).toBe(1);
  expect(resolvePointer(comparison, { intent: 'u', phase: 'recognise', which: 'last' })).toBe(2);
  expect(resolvePointer(comparison, { intent: 'u', phase: 'recognise', side: 'right' })).toBe(-1);
  expect(resolvePointer(comparison, { intent: 'u', phase: 'ask', exchange: 'refresh' })).toBe(-1);
});
