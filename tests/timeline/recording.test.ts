import { beforeAll, expect, test } from 'vitest';
import { RunError } from '#core/ports.ts';
import type { Trace } from '#core/trace.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { branchOf, comparisonOf } from '#timeline/shown.ts';
import { createTimeline, type Timeline } from '#timeline/store.ts';
import { LESSON } from './lessons.ts';
import { idle } from './opened.ts';
import { heldRunner, settled, worlds } from './runners.ts';

let left: Trace;
let right: Trace;
beforeAll(async () => {
  // As a file holds them: other objects than any live run's.
  left = structuredClone(await worlds.run(lessonSpec(LESSON, 'left')));
  right = structuredClone(await worlds.run(lessonSpec(LESSON, 'right')));
});

function opened(recorded: readonly Trace[]): Timeline {
  const timeline = createTimeline();
  timeline.actions.openLesson(LESSON, { recorded });
  return timeline;
}

function statuses({ store }: Timeline): readonly unknown[] {
  return (['left', 'right'] as const).map((column) => branchOf(store.getState(), column)?.status);
}

test('a recorded lesson is on screen before there is any runner', () => {
  const timeline = opened([right, left]);
  expect(comparisonOf(timeline.store.getState())).toMatchObject({ left, right });
  expect(statuses(timeline)).toEqual(['recorded', 'recorded']);
});

test('a live run that equals its recording makes it live, and nothing on screen changes', async () => {
  const timeline = opened([left, right]);
  const before = comparisonOf(timeline.store.getState());
  timeline.actions.next();
  timeline.actions.attachRunner(worlds);
  expect(statuses(timeline)).toEqual(['running', 'running']);
  await idle(timeline);
  expect(statuses(timeline)).toEqual(['live', 'live']);
  expect(comparisonOf(timeline.store.getState())).toBe(before);
  expect(timeline.store.getState().cursor).toBe(1);
});

test('a recording whose members stand in another order is the same', async () => {
  const turned: Trace = {
    ...right,
    events: right.events.map(
      (event) => Object.fromEntries(Object.entries(event).toReversed()) as unknown as typeof event,
    ),
  };
  const timeline = opened([left, turned]);
  timeline.actions.attachRunner(worlds);
  await idle(timeline);
  expect(statuses(timeline)).toEqual(['live', 'live']);
});

test('a live run that differs from its recording is an error that names the first event', async () => {
  const forged: Trace = {
    ...right,
    events: right.events.map((event, index) => (index === 9 ? { ...event, t: event.t + 1 } : event)),
  };
  const timeline = opened([left, forged]);
  timeline.actions.attachRunner(worlds);
  await idle(timeline);
  const branch = branchOf(timeline.store.getState(), 'right');
  expect(branch).toMatchObject({ status: 'failed', problem: { code: 'recording-differs', event: 'e9' } });
  expect(branch?.trace?.events).toBe(forged.events);
});

test('a recording that is too short differs where it ends, and another beginning differs before the first event', async () => {
  const short = { ...right, events: right.events.slice(0, 5) };
  const elsewhere = { ...left, initial: {} };
  const timeline = opened([elsewhere, short]);
  timeline.actions.attachRunner(worlds);
  await idle(timeline);
  expect(branchOf(timeline.store.getState(), 'right')?.problem).toEqual({ code: 'recording-differs', event: 'e5' });
  expect(branchOf(timeline.store.getState(), 'left')?.problem).toEqual({ code: 'recording-differs', event: null });
});

test('where no world can be made the recording still plays, and says why it is one', async () => {
  const timeline = opened([left, right]);
  const cannot = new RunError('no-webcrypto');
  timeline.actions.attachRunner({ run: () => Promise.reject(cannot) });
  await idle(timeline);
  const branch = branchOf(timeline.store.getState(), 'left');
  expect(branch).toMatchObject({ status: 'recorded', problem: { code: 'no-webcrypto' } });
  timeline.actions.end();
  expect(timeline.store.getState().cursor).toBeGreaterThan(10);
});

test('without a recording a run that cannot be made leaves nothing to show, and says so', async () => {
  const timeline = createTimeline();
  timeline.actions.attachRunner({ run: () => Promise.reject(new RunError('no-interception')) });
  timeline.actions.openLesson(LESSON);
  await idle(timeline);
  expect(comparisonOf(timeline.store.getState())).toBeNull();
  expect(statuses(timeline)).toEqual(['failed', 'failed']);
});

test('a recording of another version or another run is not used', () => {
  const old = { ...left, version: 0 } as unknown as Trace;
  const other = { ...right, spec: { ...right.spec, seed: 99 } };
  expect(comparisonOf(opened([old, other]).store.getState())).toBeNull();
});

test('a check that is cut short by another branch is made when its branch comes back', async () => {
  const timeline = opened([left, right]);
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  await held.asked[0]?.finish();
  timeline.actions.setSetting('right', { denylist: true });
  await held.asked[2]?.finish();
  expect(held.asked[1]?.signal?.aborted).toBe(true);
  expect(statuses(timeline)).toEqual(['live', 'live']);
  timeline.actions.undo();
  expect(statuses(timeline)).toEqual(['live', 'running']);
  await held.asked[3]?.finish();
  await settled();
  expect(statuses(timeline)).toEqual(['live', 'live']);
});
