import { beforeEach, expect, test } from 'vitest';
import { ROW_MILLIS, startPlayer } from '#timeline/player.ts';
import type { Timeline } from '#timeline/store.ts';
import { openTimeline, stepsOf } from './opened.ts';

/** A timer that goes off when the test says so. */
function handTimer() {
  let waiting: { readonly callback: () => void; readonly millis: number } | null = null;
  return {
    schedule(callback: () => void, millis: number) {
      if (waiting) throw new Error('two timers at once');
      const mine = { callback, millis };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = null;
      };
    },
    get millis() {
      return waiting?.millis ?? null;
    },
    fire() {
      const due = waiting;
      waiting = null;
      due?.callback();
    },
  };
}

let timeline: Timeline;
let timer: ReturnType<typeof handTimer>;
let stop: () => void;
beforeEach(async () => {
  timeline = await openTimeline();
  timer = handTimer();
  stop = startPlayer(timeline, (callback, millis) => timer.schedule(callback, millis));
});

function state(): ReturnType<Timeline['store']['getState']> {
  return timeline.store.getState();
}

test('nothing is scheduled while nothing plays', () => {
  timeline.actions.next();
  expect(timer.millis).toBeNull();
});

test('playing advances one row for each time the timer goes off', () => {
  timeline.actions.play();
  expect(timer.millis).toBe(ROW_MILLIS);
  timer.fire();
  timer.fire();
  expect(state()).toMatchObject({ cursor: 2, playing: true });
});

test('a speed is a factor, and counts at once', () => {
  timeline.actions.play();
  timeline.actions.setSpeed(4);
  expect(timer.millis).toBe(ROW_MILLIS / 4);
});

test('it pauses in front of a bet that has no answer, and goes on when played again', () => {
  timeline.actions.play();
  for (let row = 0; row < 100 && state().playing; row += 1) timer.fire();
  expect(stepsOf(timeline)[state().cursor]).toBe('users/request/answer/0');
  expect(timer.millis).toBeNull();

  const { cursor } = state();
  timeline.actions.play();
  timer.fire();
  expect(state()).toMatchObject({ cursor: cursor + 1, playing: true });
});

test('it does not pause at a bet that is answered, nor while bets are off', () => {
  timeline.actions.answerBet('status', '200');
  timeline.actions.answerBet('session-only', 'gone');
  timeline.actions.play();
  for (let row = 0; row < 100 && state().playing; row += 1) timer.fire();
  expect(state().cursor).toBe(stepsOf(timeline).length);
});

test('it stops at the end, and playing there starts from the beginning', () => {
  timeline.actions.setBets(false);
  timeline.actions.play();
  for (let row = 0; row < 100 && state().playing; row += 1) timer.fire();
  expect(state()).toMatchObject({ cursor: stepsOf(timeline).length, playing: false });
  timeline.actions.play();
  expect(state()).toMatchObject({ cursor: 0, playing: true });
});

test.each(['next', 'back', 'start', 'end', 'pause'] as const)('a hand on “%s” pauses it', (action) => {
  timeline.actions.play();
  timer.fire();
  timeline.actions[action]();
  expect(state().playing).toBe(false);
  expect(timer.millis).toBeNull();
});

test('a timer that could not be called off in time moves nothing', () => {
  timeline.actions.play();
  timeline.actions.pause();
  timeline.actions.advance();
  expect(state()).toMatchObject({ cursor: 0, playing: false });
});

test('once stopped for good it schedules nothing more', () => {
  timeline.actions.play();
  stop();
  expect(timer.millis).toBeNull();
  timeline.actions.pause();
  timeline.actions.play();
  expect(timer.millis).toBeNull();
});
