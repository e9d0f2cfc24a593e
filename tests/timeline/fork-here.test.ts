import { expect, test } from 'vitest';
import { RunError } from '#core/ports.ts';
import { forkHere, type Insertion } from '#timeline/fork-here.ts';
import { branchOf, comparisonOf } from '#timeline/shown.ts';
import type { Timeline } from '#timeline/store.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';
import { heldRunner } from './runners.ts';

const PAUSE: Insertion = { stem: 'pause', make: (id) => ({ id, kind: 'wait', seconds: 60 }) };

const intents = (timeline: Timeline, column: 'left' | 'right') =>
  branchOf(timeline.store.getState(), column)?.spec.intents.map(({ id }) => id);

function goTo(timeline: Timeline, intent: string, at: 'first' | 'last'): void {
  const steps = comparisonOf(timeline.store.getState())?.steps ?? [];
  const has = (step: { readonly intent: string }): boolean => step.intent === intent;
  timeline.actions.seek((at === 'first' ? steps.findIndex(has) : steps.findLastIndex(has)) + 1);
}

test('something new happens after what is under way, on both sides at once, and the cursor goes to its end', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'users', 'first');
  forkHere(timeline, ['left', 'right'], PAUSE);
  await idle(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'users', 'pause-1', 'logout']);
  expect(intents(timeline, 'right')).toEqual(['login', 'users', 'pause-1', 'logout']);
  const { cursor } = timeline.store.getState();
  expect(stepsOf(timeline)[cursor - 1]).toMatch(/^pause-1\//);
  expect(stepsOf(timeline)[cursor]).toMatch(/^logout\//);
});

test('it is one step to undo, also when it has been undone before', async () => {
  const timeline = await openTimeline();
  const thereAndBack = async (): Promise<void> => {
    forkHere(timeline, ['left', 'right'], PAUSE);
    await idle(timeline);
    expect(timeline.store.getState().past).toHaveLength(1);
    timeline.actions.undo();
    await idle(timeline);
    expect(intents(timeline, 'left')).toEqual(['login', 'users', 'logout']);
    expect(intents(timeline, 'right')).toEqual(['login', 'users', 'logout']);
  };
  await thereAndBack();
  await thereAndBack();
});

test('before the first step it comes first, after the last it comes last', async () => {
  const timeline = await openTimeline();
  forkHere(timeline, ['left'], PAUSE);
  await idle(timeline);
  expect(intents(timeline, 'left')?.[0]).toBe('pause-1');
  expect(intents(timeline, 'right')).toEqual(['login', 'users', 'logout']);
  timeline.actions.end();
  forkHere(timeline, ['left'], PAUSE);
  await idle(timeline);
  expect(intents(timeline, 'left')).toEqual(['pause-1', 'login', 'users', 'logout', 'pause-2']);
});

test('where the cursor stands at what only the other side does, it comes after what both have done', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'users', 'last');
  forkHere(timeline, ['right'], PAUSE);
  await idle(timeline);
  goTo(timeline, 'pause-1', 'last');
  forkHere(timeline, ['left'], { ...PAUSE, stem: 'other' });
  await idle(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'users', 'other-1', 'logout']);
});

test('what happens at once stays together', async () => {
  const timeline = await openTimeline();
  const twice: Insertion = {
    stem: 'both',
    make: (id) => ({
      id,
      kind: 'together',
      intents: [
        { id: `${id}-a`, kind: 'list-users', device: 'laptop' },
        { id: `${id}-b`, kind: 'list-users', device: 'laptop', tab: 2 },
      ],
    }),
  };
  goTo(timeline, 'login', 'last');
  forkHere(timeline, ['left', 'right'], twice);
  await idle(timeline);
  goTo(timeline, 'both-1-a', 'first');
  forkHere(timeline, ['left', 'right'], PAUSE);
  await idle(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'both-1', 'pause-1', 'users', 'logout']);
});

test('a run that fails leaves the cursor and what stands on screen as they were', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'users', 'last');
  const { cursor } = timeline.store.getState();
  const held = heldRunner();
  timeline.actions.attachRunner(held.runner);
  forkHere(timeline, ['left'], PAUSE);
  await held.asked[0]?.fail(new RunError('failed'));
  await idle(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'users', 'logout']);
  expect(timeline.store.getState().cursor).toBe(cursor);
});
