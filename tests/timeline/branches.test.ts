import { expect, test, vi } from 'vitest';
import { RunError, type Runner } from '#core/ports.ts';
import { comparisonOf, branchOf } from '#timeline/shown.ts';
import { createTimeline, type Timeline } from '#timeline/store.ts';
import { askedFor } from './asked-for.ts';
import { LESSON, OTHER_LESSON } from './lessons.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';
import { heldRunner, settled, worlds } from './runners.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { Branch } from '#timeline/state.ts';

function side(timeline: Timeline, column: 'left' | 'right'): Branch {
  const branch = branchOf(timeline.store.getState(), column);
  if (!branch) throw new Error(`nothing stands ${column}`);
  return branch;
}

function askedOn(timeline: Timeline, column: 'left' | 'right'): string {
  return askedFor(side(timeline, column));
}

test('opening a lesson runs both of its sides, each with the lesson’s own settings', async () => {
  const timeline = await openTimeline();
  expect(side(timeline, 'left')).toMatchObject({ status: 'live', problem: null, parent: null });
  expect(askedOn(timeline, 'left')).toBe('php-session');
  expect(side(timeline, 'right').spec.settings).toEqual({ ...DEFAULT_SETTINGS, accessLifetime: 900 });
  expect(comparisonOf(timeline.store.getState())?.steps.length).toBeGreaterThan(15);
});

test('without a runner nothing is run, and the run follows as soon as there is one', async () => {
  const timeline = createTimeline();
  timeline.actions.openLesson(LESSON);
  await settled();
  expect(comparisonOf(timeline.store.getState())).toBeNull();
  expect(timeline.store.getState().runner).toBe('absent');
  timeline.actions.attachRunner(worlds);
  await idle(timeline);
  expect(comparisonOf(timeline.store.getState())).not.toBeNull();
});

test('the comparison is the same object until one of its traces is another', async () => {
  const timeline = await openTimeline();
  const before = comparisonOf(timeline.store.getState());
  timeline.actions.next();
  timeline.actions.setSpeed(2);
  expect(comparisonOf(timeline.store.getState())).toBe(before);
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  expect(comparisonOf(timeline.store.getState())).not.toBe(before);
});

test('a setting forks the run: the old branch stays, what is on screen stays until the new one is there', async () => {
  const timeline = await openTimeline();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  const before = side(timeline, 'right');
  timeline.actions.setSetting('right', { denylist: true });
  expect(side(timeline, 'right')).toBe(before);
  expect(timeline.store.getState().wanted).not.toBeNull();

  await held.asked[0]?.finish();
  expect(timeline.store.getState().wanted).toBeNull();
  const forked = side(timeline, 'right');
  expect(forked).toMatchObject({ parent: before.id, status: 'live' });
  expect(askedOn(timeline, 'right')).toBe('jwt, denylist: true');
  expect(timeline.store.getState().branches[before.id]).toBe(before);
});

test('settings of one side are not those of the other', async () => {
  const timeline = await openTimeline();
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  expect(side(timeline, 'left').spec.settings.denylist).toBe(false);
});

test('a setting that is so already asks for nothing', async () => {
  const timeline = await openTimeline();
  timeline.actions.setSetting('right', { denylist: false });
  expect(timeline.store.getState()).toMatchObject({ wanted: null, past: [] });
});

test('a newer request cancels an older one, and starts from what that asked for', async () => {
  const timeline = await openTimeline();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  timeline.actions.setSetting('right', { denylist: true });
  timeline.actions.setSetting('right', { leeway: 60 });
  expect(held.asked[0]?.signal?.aborted).toBe(true);
  expect(held.asked).toHaveLength(2);
  await held.asked[1]?.finish();
  expect(side(timeline, 'right').spec.settings).toMatchObject({ denylist: true, leeway: 60 });
  expect(timeline.store.getState().past).toHaveLength(1);
});

test('what a cancelled run still answers changes nothing', async () => {
  const timeline = await openTimeline();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  timeline.actions.setSetting('right', { denylist: true });
  timeline.actions.cancel();
  const { branches, sides } = timeline.store.getState();
  await held.asked[0]?.finish();
  expect(timeline.store.getState()).toMatchObject({ branches, sides, wanted: null, failed: null });
});

test('a run that fails is said, and what was on screen stays', async () => {
  const timeline = await openTimeline();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  const before = side(timeline, 'right');
  timeline.actions.setSetting('right', { denylist: true });
  await held.asked[0]?.fail(new RunError('no-webcrypto'));
  const state = timeline.store.getState();
  expect(side(timeline, 'right')).toBe(before);
  expect(state.failed && state.branches[state.failed]).toMatchObject({
    status: 'failed',
    problem: { code: 'no-webcrypto', cause: null },
  });

  timeline.actions.setSetting('right', { denylist: true });
  expect(timeline.store.getState().failed).toBeNull();
  await held.asked[1]?.finish();
  expect(side(timeline, 'right')).toMatchObject({ status: 'live' });
  expect(askedOn(timeline, 'right')).toBe('jwt, denylist: true');
});

test('the cause of a failure is kept as text', async () => {
  const timeline = await openTimeline();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  timeline.actions.setSetting('right', { denylist: true });
  await held.asked[0]?.fail(new RunError('failed', { cause: new TypeError('it broke') }));
  const state = timeline.store.getState();
  expect(state.failed && state.branches[state.failed]?.problem).toEqual({ code: 'failed', cause: 'it broke' });
});

test('undo and redo select branches and run nothing', async () => {
  const timeline = await openTimeline();
  const run = vi.fn<Runner['run']>(worlds.run);
  timeline.actions.attachRunner({ run });
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  timeline.actions.applyChange('phone');
  await idle(timeline);
  const ran = run.mock.calls.length;
  const asked = (): readonly string[] => [askedOn(timeline, 'left'), askedOn(timeline, 'right')];
  expect(asked()).toEqual(['php-session, phone', 'jwt, denylist: true, phone']);
  timeline.actions.undo();
  expect(asked()).toEqual(['php-session', 'jwt, denylist: true']);
  timeline.actions.undo();
  expect(asked()).toEqual(['php-session', 'jwt']);
  timeline.actions.undo();
  expect(asked()).toEqual(['php-session', 'jwt']);
  timeline.actions.redo();
  timeline.actions.redo();
  expect(asked()).toEqual(['php-session, phone', 'jwt, denylist: true, phone']);
  expect(run).toHaveBeenCalledTimes(ran);
});

test('undo gives up a request that is still under way', async () => {
  const timeline = await openTimeline();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  timeline.actions.setSetting('right', { denylist: true });
  timeline.actions.undo();
  expect(timeline.store.getState()).toMatchObject({ wanted: null, past: [] });
  expect(held.asked[0]?.signal?.aborted).toBe(true);
});

test('asking for what was there before runs nothing again', async () => {
  const timeline = await openTimeline();
  const run = vi.fn<Runner['run']>(worlds.run);
  timeline.actions.attachRunner({ run });
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  timeline.actions.setSetting('right', { denylist: false });
  expect(timeline.store.getState().wanted).toBeNull();
  expect(askedOn(timeline, 'right')).toBe('jwt');
  expect(run).toHaveBeenCalledTimes(1);
});

test('both sides are pickers over every scheme, and a branch can stand beside its fork', async () => {
  const timeline = await openTimeline();
  timeline.actions.pickSide('left', { scheme: 'jwt' });
  await idle(timeline);
  expect(side(timeline, 'left').spec.scheme).toBe('jwt');
  timeline.actions.pickSide('right', { scheme: 'php-session', settings: { idle: 60 } });
  await idle(timeline);
  expect(askedOn(timeline, 'right')).toBe('php-session, idle: 60');

  const { id } = side(timeline, 'right');
  timeline.actions.pickSide('left', id);
  expect(side(timeline, 'left').id).toBe(id);
  timeline.actions.setSetting('right', { idle: 120 });
  await idle(timeline);
  expect(side(timeline, 'left').id).toBe(id);
  expect(side(timeline, 'right').parent).toBe(id);
});

test('another scheme keeps what was done to the intents', async () => {
  const timeline = await openTimeline();
  timeline.actions.applyChange('phone');
  await idle(timeline);
  timeline.actions.pickSide('left', { scheme: 'jwt' });
  await idle(timeline);
  expect(side(timeline, 'left').spec.intents.map(({ id }) => id)).toEqual(['login', 'users', 'phone', 'logout']);
});

test('a change of both sides is one step to undo', async () => {
  const timeline = await openTimeline();
  timeline.actions.applyChange('phone');
  await idle(timeline);
  expect(stepsOf(timeline)).toContain('phone/request/ask/0');
  expect(timeline.store.getState().past).toHaveLength(1);
});

test('an edit of one’s own forks one side, and an edit that changes nothing forks none', async () => {
  const timeline = await openTimeline();
  timeline.actions.applyEdit('left', { kind: 'remove', intent: 'users' });
  await idle(timeline);
  expect(askedOn(timeline, 'left')).toBe('php-session, without users');
  expect(side(timeline, 'right').edits).toEqual([]);
});

test('an intent replaced again and again leaves one edit', async () => {
  const timeline = await openTimeline();
  for (const seconds of [60, 120, 180]) {
    const intent = { id: 'users', kind: 'wait', seconds } as const;
    timeline.actions.applyEdit('left', { kind: 'replace', intent });
  }
  await idle(timeline);
  expect(side(timeline, 'left').edits).toEqual([
    { kind: 'replace', intent: { id: 'users', kind: 'wait', seconds: 180 } },
  ]);
});

test('another lesson starts anew and lets the worlds of the old one go', async () => {
  const timeline = createTimeline();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  timeline.actions.openLesson(LESSON);
  timeline.actions.openLesson(OTHER_LESSON);
  expect(held.asked.slice(0, 2).map(({ signal }) => signal?.aborted)).toEqual([true, true]);
  await Promise.all(held.asked.slice(2).map((asked) => asked.finish()));
  expect(timeline.store.getState()).toMatchObject({ lesson: OTHER_LESSON, past: [], wanted: null });
  expect(Object.keys(timeline.store.getState().branches)).toHaveLength(2);
});

test('a run that undo left behind stays, though another change was made instead', async () => {
  const timeline = await openTimeline();
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  timeline.actions.undo();
  timeline.actions.setSetting('right', { leeway: 60 });
  await idle(timeline);
  const { branches, future } = timeline.store.getState();
  expect(Object.values(branches).map(askedFor)).toEqual([
    'php-session',
    'jwt',
    'jwt, denylist: true',
    'jwt, leeway: 60',
  ]);
  expect(future).toEqual([]);
});

test('a request that was given up leaves no run behind', async () => {
  const timeline = await openTimeline();
  timeline.actions.attachRunner(heldRunner().runner);
  timeline.actions.setSetting('right', { denylist: true });
  timeline.actions.cancel();
  expect(Object.keys(timeline.store.getState().branches)).toHaveLength(2);
});
