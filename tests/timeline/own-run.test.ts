import { beforeEach, expect, test } from 'vitest';
import { goalStatus } from '#timeline/goal.ts';
import { restored, withoutUnoffered } from '#timeline/goal-repair.ts';
import { isOwnRun, runBefore } from '#timeline/own-run.ts';
import { branchOf } from '#timeline/shown.ts';
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
  timeline.actions.revise(restored);
  await idle(timeline);
  expect(isOwnRun(state(), 'right')).toBe(true);
  expect(goalStatus(state())?.state).toBe('open');
});

test('restoring can be undone, and does nothing to a side that is the lesson’s own', async () => {
  timeline.actions.pickSide('right', { scheme: 'php-session' });
  await idle(timeline);
  timeline.actions.revise(restored);
  await idle(timeline);
  const { past } = state();
  timeline.actions.revise(restored);
  expect(state().past).toBe(past);
  timeline.actions.undo();
  expect(isOwnRun(state(), 'right')).toBe(false);
});

test('restoring takes both sides back at once', async () => {
  const own = state().sides;
  timeline.actions.applyChange('phone');
  await idle(timeline);
  timeline.actions.revise(restored);
  await idle(timeline);
  expect(state().sides).toEqual(own);
  timeline.actions.undo();
  expect([isOwnRun(state(), 'left'), isOwnRun(state(), 'right')]).toEqual([false, false]);
});

test('what the goal does not offer is taken out on both sides, and the answer stays', async () => {
  timeline.actions.applyChange('replay');
  timeline.actions.applyChange('phone');
  timeline.actions.setSetting('right', { denylist: true, leeway: 60 });
  timeline.actions.setSetting('left', { idle: 600 });
  await idle(timeline);
  expect(goalStatus(state())?.state).toBe('off-limits');
  timeline.actions.revise(withoutUnoffered);
  await idle(timeline);
  expect(goalStatus(state())?.state).toBe('reached');
  const specs = [branchOf(state(), 'left'), branchOf(state(), 'right')].map((branch) => branch?.spec);
  expect(specs.map((spec) => spec?.intents.some(({ id }) => id === 'phone'))).toEqual([false, false]);
  expect(specs.map((spec) => spec?.settings)).toMatchObject([{ idle: 600 }, { denylist: true, leeway: 0 }]);
  const { past } = state();
  timeline.actions.revise(withoutUnoffered);
  expect(state().past).toBe(past);
  timeline.actions.undo();
  expect(goalStatus(state())?.state).toBe('off-limits');
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
