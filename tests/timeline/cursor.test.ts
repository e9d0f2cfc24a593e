import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { beatAt } from '#timeline/beat-at.ts';
import { beatsOf } from '#timeline/beats.ts';
import type { Timeline } from '#timeline/store.ts';
import { LESSON } from './lessons.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';

let timeline: Timeline;
beforeAll(async () => {
  timeline = await openTimeline();
});

function cursor(): number {
  return timeline.store.getState().cursor;
}

test('next, back, start and end move the cursor and stay within the run', () => {
  const { length } = stepsOf(timeline);
  timeline.actions.start();
  timeline.actions.back();
  expect(cursor()).toBe(0);
  timeline.actions.next();
  timeline.actions.next();
  timeline.actions.back();
  expect(cursor()).toBe(1);
  timeline.actions.end();
  timeline.actions.next();
  expect(cursor()).toBe(length);
});

test.each([
  [-3, 0],
  [2.9, 2],
  [Number.NaN, 0],
  [Infinity, 'end'],
])('seeking %s goes to %s', (k, expected) => {
  timeline.actions.seek(k);
  expect(cursor()).toBe(expected === 'end' ? stepsOf(timeline).length : expected);
});

test('a row can be sought by its id, and one that does not exist changes nothing', () => {
  expect(timeline.actions.seekStep('users/request/ask/0')).toBe(true);
  const here = cursor();
  expect(stepsOf(timeline)[here - 1]).toBe('users/request/ask/0');
  expect(timeline.actions.seekStep('nobody/request/ask/0')).toBe(false);
  expect(cursor()).toBe(here);
});

test('a place is its first pointer that exists', () => {
  expect(
    timeline.actions.seekPlace([
      { intent: 'nobody', phase: 'ask' },
      { intent: 'logout', phase: 'ask' },
    ]),
  ).toBe(true);
  expect(stepsOf(timeline)[cursor() - 1]).toBe('logout/request/ask/0');
  expect(timeline.actions.seekPlace([{ intent: 'nobody', phase: 'ask' }])).toBe(false);
});

test('beats that exist stand in the order of the rows, and each holds until the next', () => {
  const state = timeline.store.getState();
  expect(beatsOf(state).map(({ beat }) => beat.id)).toEqual(['in', 'asks']);
  const asks = beatsOf(state)[1]?.index ?? -1;
  expect(beatAt({ ...state, cursor: 0 })).toBeNull();
  expect(beatAt({ ...state, cursor: 1 })?.beat.id).toBe('in');
  expect(beatAt({ ...state, cursor: asks })?.beat.id).toBe('in');
  expect(beatAt({ ...state, cursor: asks + 1 })?.beat.id).toBe('asks');
  expect(beatsOf(state)).toBe(beatsOf({ ...state, cursor: 5 }));
});

test('a lesson opens in front of its opening row', async () => {
  const later = await openTimeline({ ...LESSON, opensAt: [{ intent: 'users', phase: 'act' }] });
  const { cursor: k } = later.store.getState();
  expect(stepsOf(later)[k]).toBe('users/request/act/0');
});

test('the cursor keeps its row when the run is another', async () => {
  const forked = await openTimeline();
  forked.actions.seekStep('logout/request/ask/0');
  forked.actions.applyChange('phone');
  await idle(forked);
  expect(stepsOf(forked)[forked.store.getState().cursor - 1]).toBe('logout/request/ask/0');
  forked.actions.undo();
  expect(stepsOf(forked)[forked.store.getState().cursor - 1]).toBe('logout/request/ask/0');
});

test('a row that the other run lacks gives way to the nearest one before it', async () => {
  const forked = await openTimeline();
  forked.actions.applyChange('phone');
  await idle(forked);
  forked.actions.seekStep('phone/request/check/0');
  forked.actions.undo();
  const before = stepsOf(forked)[forked.store.getState().cursor - 1];
  expect(before).toMatch(/^users\//);
});

test('any walk ends where the straight way ends', () => {
  const moves = ['next', 'back', 'start', 'end'] as const;
  const { length } = stepsOf(timeline);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...moves), fc.integer({ min: 0, max: 40 }))), (walk) => {
      timeline.actions.start();
      let expected = 0;
      for (const move of walk) {
        if (typeof move === 'number') {
          timeline.actions.seek(move);
          expected = Math.min(move, length);
        } else {
          timeline.actions[move]();
          expected = { next: Math.min(expected + 1, length), back: Math.max(expected - 1, 0), start: 0, end: length }[
            move
          ];
        }
      }
      expect(cursor()).toBe(expected);
    }),
  );
});

test('before a lesson is open every move is harmless', async () => {
  const { createTimeline } = await import('#timeline/store.ts');
  const empty = createTimeline();
  const { actions } = empty;
  actions.next();
  actions.end();
  actions.seek(5);
  actions.play();
  actions.advance();
  actions.undo();
  actions.redo();
  actions.setSetting('left', { denylist: true });
  actions.applyChange('phone');
  actions.answerBet('status', '200');
  actions.cancel();
  expect(actions.seekStep('users/request/ask/0')).toBe(false);
  expect(empty.store.getState()).toEqual(empty.store.getInitialState());
});
