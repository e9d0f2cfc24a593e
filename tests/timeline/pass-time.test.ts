import { expect, test } from 'vitest';
import { encodeLink, linkState } from '#timeline/links.ts';
import { passTime, restAfter } from '#timeline/pass-time.ts';
import { branchOf, comparisonOf } from '#timeline/shown.ts';
import type { Timeline } from '#timeline/store.ts';
import { LESSON } from './lessons.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';

const intents = (timeline: Timeline, column: 'left' | 'right') =>
  branchOf(timeline.store.getState(), column)?.spec.intents.map((intent) =>
    intent.kind === 'wait' ? `${intent.id} ${intent.seconds}` : intent.id,
  );

/** The cursor on the first or the last row of an intent. */
function goTo(timeline: Timeline, intent: string, at: 'first' | 'last'): void {
  const steps = comparisonOf(timeline.store.getState())?.steps ?? [];
  const has = (step: { readonly intent: string }): boolean => step.intent === intent;
  timeline.actions.seek((at === 'first' ? steps.findIndex(has) : steps.findLastIndex(has)) + 1);
}

async function pass(timeline: Timeline, seconds: Parameters<typeof passTime>[1]): Promise<void> {
  passTime(timeline, seconds);
  await idle(timeline);
}

const here = (timeline: Timeline): string | undefined => stepsOf(timeline)[timeline.store.getState().cursor - 1];

test('time passes after what is under way, and the cursor goes to its end', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'login', 'first');
  await pass(timeline, { left: 3_600, right: 3_600 });
  expect(intents(timeline, 'left')).toEqual(['login', 'clock-1 3600', 'users', 'logout']);
  expect(intents(timeline, 'right')).toEqual(['login', 'clock-1 3600', 'users', 'logout']);
  expect(here(timeline)).toBe('clock-1/local/wait/0');
});

test('more time at the same place makes the same wait longer', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'login', 'last');
  await pass(timeline, { left: 3_600, right: 3_600 });
  await pass(timeline, { left: 60, right: 60 });
  expect(intents(timeline, 'left')).toEqual(['login', 'clock-1 3660', 'users', 'logout']);
  expect(branchOf(timeline.store.getState(), 'left')?.edits).toHaveLength(1);
});

test('a wait of the clock that comes next is overtaken', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'login', 'last');
  await pass(timeline, { left: 3_600, right: 3_600 });
  timeline.actions.back();
  await pass(timeline, { left: 60, right: 60 });
  expect(intents(timeline, 'left')).toEqual(['login', 'clock-1 60', 'users', 'logout']);
});

test('one side’s clock moves alone, and the other joins it under the same name', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'login', 'last');
  await pass(timeline, { left: 60 });
  expect(intents(timeline, 'right')).toEqual(['login', 'users', 'logout']);
  expect(here(timeline)).toBe('clock-1/local/wait/0');
  await pass(timeline, { left: 40, right: 100 });
  expect(intents(timeline, 'left')).toEqual(['login', 'clock-1 100', 'users', 'logout']);
  expect(intents(timeline, 'right')).toEqual(['login', 'clock-1 100', 'users', 'logout']);
});

test('at another place it is a wait of its own', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'login', 'last');
  await pass(timeline, { left: 60, right: 60 });
  goTo(timeline, 'users', 'last');
  await pass(timeline, { left: 30, right: 30 });
  expect(intents(timeline, 'left')).toEqual(['login', 'clock-1 60', 'users', 'clock-2 30', 'logout']);
});

test('undo brings the earlier runs back, and the link holds the fork', async () => {
  const timeline = await openTimeline();
  timeline.actions.end();
  await pass(timeline, { left: 5_400, right: 5_400 });
  const link = linkState(timeline.store.getState());
  const writing = link && encodeLink(link, LESSON);
  expect(writing?.ok && writing.fragment).toContain('le=i._.clock-1.wait.5400&re=i._.clock-1.wait.5400');
  timeline.actions.undo();
  await idle(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'users', 'logout']);
});

test('nothing happens where no time is to pass', async () => {
  const timeline = await openTimeline();
  await pass(timeline, { left: 0 });
  expect(timeline.store.getState().past).toEqual([]);
});

test('what is under way comes to its end before the clock can move', async () => {
  const timeline = await openTimeline();
  const comparison = comparisonOf(timeline.store.getState());
  if (!comparison) throw new Error('no comparison');
  const { steps } = comparison;
  const end = steps.findLastIndex(({ intent }) => intent === 'login') + 1;
  expect(restAfter(comparison, 0)).toBe(0);
  expect(restAfter(comparison, 1)).toBe(end);
  expect(restAfter(comparison, end)).toBe(end);
  expect(restAfter(comparison, steps.length)).toBe(steps.length);
});
