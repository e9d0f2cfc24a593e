import { beforeEach, expect, test } from 'vitest';
import { goalStatus } from '#timeline/goal.ts';
import { isOwnRun, runBefore } from '#timeline/own-run.ts';
import type { Timeline } from '#timeline/store.ts';
import { idle, openTimeline } from './opened.ts';

let timeline: Timeline;
beforeEach(async () => {
  timeline = await openTimeline();
});

const state = (): ReturnType<Timeline['store']['getState']> => timeline.store.getState();

test('a side is the lesson’s own until something is turned or done to it, and again when it is restored', async () => {
  expect(isOwnRun(state(), 'right')).toBe(true);
  timeline.actions.setSetting('right', { leeway: 60 });
  timeline.actions.applyEdit('right', { kind: 'remove', intent: 'logout' });
  await idle(timeline);
  expect(isOwnRun(state(), 'right')).toBe(false);
  expect(goalStatus(state())?.state).toBe('off-limits');
  timeline.actions.restoreSide('right');
  await idle(timeline);
  expect(isOwnRun(state(), 'right')).toBe(true);
  expect(goalStatus(state())?.state).toBe('open');
});

test('restoring can be undone, and does nothing to a side that is the lesson’s own', async () => {
  timeline.actions.pickSide('right', { scheme: 'php-session' });
  await idle(timeline);
  timeline.actions.restoreSide('right');
  await idle(timeline);
  const { past } = state();
  timeline.actions.restoreSide('right');
  expect(state().past).toBe(past);
  timeline.actions.undo();
  expect(isOwnRun(state(), 'right')).toBe(false);
});

test('after a change of one side, the run before can stand on the other', async () => {
  const own = state().sides?.right;
  expect(runBefore(state())).toBeNull();
  timeline.actions.applyChange('denylist-on');
  await idle(timeline);
  const before = runBefore(state());
  expect(before).toEqual({ branch: own, column: 'left' });
  timeline.actions.pickSide('left', own ?? 'b0');
  await idle(timeline);
  expect(runBefore(state())).toBeNull();
  expect(state().sides?.left).toBe(own);
});

test('after a change of both sides there is no one run before', async () => {
  timeline.actions.applyChange('phone');
  await idle(timeline);
  expect(runBefore(state())).toBeNull();
});
