import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column, Comparison } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import { httpView } from '#projections/inspector/http.ts';
import { createReader } from '#projections/reader.ts';
import { scoreView } from '#projections/score.ts';
import { settingsAt } from '#projections/settings-at.ts';
import { counting } from './counting.ts';
import { syntheticComparison } from './synthetic.ts';

const LONG = syntheticComparison(600);
const anywhere = fc.integer({ min: 0, max: LONG.steps.length });

/** The same runs as other objects, of which nothing is remembered yet. */
function afresh({ left, right, ...rest }: Comparison): Comparison {
  return { ...rest, left: { ...left }, right: { ...right } };
}

function done(column: Column, k: number): readonly TraceEvent[] {
  return LONG[column].events.slice(0, (column === 'left' ? LONG.leftEnd : LONG.rightEnd)[k]);
}

test('a reader hands out every event once and in order, however it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: LONG.left.events.length })), (asked) => {
      const read: [TraceEvent, number][] = [];
      const readTo = createReader(LONG.left, (event, index) => read.push([event, index]));
      for (const count of asked) readTo(count);
      const far = Math.max(0, ...asked);
      expect(read.map(([, index]) => index)).toEqual(Array.from({ length: far }, (_, index) => index));
      expect(read.every(([event, index]) => event === LONG.left.events[index])).toBe(true);
    }),
  );
});

test('the score is what counting the events anew gives, on any way through the run', () => {
  fc.assert(
    fc.property(fc.array(anywhere, { maxLength: 8 }), anywhere, (walk, k) => {
      const walked = afresh(LONG);
      for (const stop of walk) scoreView(walked, stop);
      for (const column of ['left', 'right'] as const) {
        const events = done(column, k);
        const accesses = (purpose: string, isRead: boolean): number =>
          events.filter((one) => one.kind === 'store' && one.purpose === purpose && (one.op === 'read') === isRead)
            .length;
        expect(scoreView(walked, k)[column]).toEqual({
          authReads: accesses('authentication', true),
          authWrites: accesses('authentication', false),
          requestReads: accesses('request', true),
          requestWrites: accesses('request', false),
          credentialBytes: events
            .flatMap((one) => (one.kind === 'request' ? one.credentials : []))
            .reduce((sum, { bytes }) => sum + bytes, 0),
          roundTrips: events.filter(({ kind }) => kind === 'response').length,
        });
      }
    }),
    { numRuns: 60 },
  );
});

test('the messages are the last request and its answer, on any way through the run', () => {
  fc.assert(
    fc.property(fc.array(anywhere, { maxLength: 8 }), anywhere, (walk, k) => {
      const walked = afresh(LONG);
      for (const stop of walk) httpView(walked, stop);
      for (const column of ['left', 'right'] as const) {
        const request = done(column, k).findLast(({ kind }) => kind === 'request');
        const answer = done(column, k).find((one) => one.kind === 'response' && one.answers === request?.id);
        const expected = [request, answer].flatMap((one) => (one ? [one.id] : []));
        expect(httpView(walked, k)[column].map(({ event }) => event)).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

test('before the first step nothing that is counted or listed along a run has read an event', () => {
  const { comparison, reads } = counting(LONG);
  scoreView(comparison, 0);
  httpView(comparison, 0);
  settingsAt(comparison, 'left', 0);
  expect(reads()).toBe(0);
  scoreView(comparison, 10);
  expect(reads()).toBeGreaterThan(0);
});
