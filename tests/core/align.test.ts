import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type Cell } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import { resolvePointer } from '#core/pointer.ts';
import { eventIndex, type Trace } from '#core/trace.ts';
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

test('where each intent begins is known, on whichever side it does and whatever goes on beside it', () => {
  const left = traceOf('a/act:action', 'b/act:action', 'a/ask:request');
  const right = traceOf('c/act:action', 'b/act:action', 'd/act:action');
  const { steps, beginnings } = align(left, right);
  expect(beginnings.map((row) => steps[row]?.intent)).toEqual(['a', 'c', 'b', 'd']);
  expect(beginnings).toEqual(['a', 'c', 'b', 'd'].map((id) => steps.findIndex(({ intent }) => intent === id)));
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
  expect([leftEnd[3], rightEnd[3]]).toEqual([2, 2]);
  expect([leftEnd.length, rightEnd.length]).toEqual([4, 4]);
});

const anyTrace = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('ask', 'recognise', 'work', 'answer', 'ask/refresh', 'ask/retry'),
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
        ['left', Array.from(leftEnd), left],
        ['right', Array.from(rightEnd), right],
      ] as const) {
        const cells = steps.flatMap((step) => step[side] ?? []);
        expect(cells.map(({ from }) => from)).toEqual([0, ...ends.filter(isNew).slice(0, -1)]);
        expect(cells.map(({ to }) => to)).toEqual(ends.filter(isNew));
        expect(cells.at(-1)?.to).toBe(trace.events.length);
      }
    }),
  );
});

/** The rows as slowly and plainly as they can be found: the same, or else the fast way is wrong. */
function plainly(left: Trace, right: Trace): readonly unknown[] {
  const [a, b] = [chunksOf(left), chunksOf(right)];
  const rows: unknown[] = [];
  const seen: string[] = [];
  while (a.length > 0 || b.length > 0) {
    const [x, y] = [a[0], b[0]];
    const meets = x && y && meeting(x) === meeting(y);
    const [forX, forY] = [x ? waits(x, b) : 0, y ? waits(y, a) : 0];
    const xGoes = meets || (x && (!y || forX === Infinity || (forY !== Infinity && forY <= forX)));
    const one = xGoes ? a.shift() : null;
    const other = meets || !xGoes ? b.shift() : null;
    const name = meeting(one ?? other ?? []);
    rows.push([`${name}/${seen.filter((known) => known === name).length}`, cellOf(one), cellOf(other)]);
    seen.push(name);
  }
  return rows;
}

function chunksOf({ events }: Trace): TraceEvent[][] {
  const chunks: TraceEvent[][] = [];
  for (const event of events) {
    const chunk = chunks.at(-1);
    const hasArrow = chunk?.some(isArrow) ?? false;
    if (chunk && meeting(chunk) === meeting([event]) && !(hasArrow && isArrow(event))) chunk.push(event);
    else chunks.push([event]);
  }
  return chunks;
}

function cellOf(chunk: readonly TraceEvent[] | null | undefined): Cell | null {
  const [first] = chunk ?? [];
  return chunk && first ? { from: eventIndex(first.id), to: eventIndex(first.id) + chunk.length } : null;
}

function waits(chunk: readonly TraceEvent[], others: readonly (readonly TraceEvent[])[]): number {
  const found = others.findIndex((other) => meeting(other) === meeting(chunk));
  return found < 0 ? Infinity : found;
}

function meeting([event]: readonly TraceEvent[]): string {
  return event ? `${event.intent}/${event.exchange}/${event.phase}` : '';
}

function isArrow({ kind }: TraceEvent): boolean {
  return ['request', 'response', 'store', 'statement'].includes(kind);
}

test('rows are those that a plain walk finds, whatever the two sides do', () => {
  fc.assert(
    fc.property(anyTrace, anyTrace, (left, right) => {
      const rows = align(left, right).steps.map((step) => [step.id, step.left, step.right]);
      expect(rows).toEqual(plainly(left, right));
    }),
    { numRuns: 300 },
  );
});

test('a row says the intent, the exchange and the phase that its name says', () => {
  fc.assert(
    fc.property(anyTrace, anyTrace, (left, right) => {
      for (const { id, intent, exchange, phase } of align(left, right).steps) {
        expect(id).toMatch(new RegExp(`^${intent}/${exchange}/${phase}/\\d+$`));
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
