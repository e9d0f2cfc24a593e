import { expect, test } from 'vitest';
import { applyEdit } from '#core/intents.ts';
import { find } from '#core/query.ts';
import { branchOf, comparisonOf } from '#timeline/shown.ts';
import { checkedEdits } from '#timeline/link-edits.ts';
import { readEdit, writeEdit } from '#timeline/link-edit.ts';
import { restartDuring } from '#timeline/restart-during.ts';
import { editedSpec, editsOf } from '#timeline/specs.ts';
import type { Timeline } from '#timeline/store.ts';
import { LESSON } from './lessons.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';

const intents = (timeline: Timeline, column: 'left' | 'right') =>
  branchOf(timeline.store.getState(), column)?.spec.intents.map(({ id }) => id);

function goTo(timeline: Timeline, intent: string): void {
  const steps = comparisonOf(timeline.store.getState())?.steps ?? [];
  timeline.actions.seek(steps.findIndex((step) => step.intent === intent) + 1);
}

async function cut(timeline: Timeline): Promise<void> {
  restartDuring(timeline);
  await idle(timeline);
}

test('a server is restarted in the middle of the request under way, which gets no answer on either side', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'users');
  await cut(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'restart-1-during', 'logout']);
  expect(intents(timeline, 'right')).toEqual(['login', 'restart-1-during', 'logout']);
  const comparison = comparisonOf(timeline.store.getState());
  for (const column of ['left', 'right'] as const) {
    const trace = comparison?.[column];
    expect(trace && find(trace, { intent: 'users', kind: 'failure', name: 'server-stopped' })).toHaveLength(1);
    expect(trace && find(trace, { intent: 'users', kind: 'response' })).toEqual([]);
  }
  expect(stepsOf(timeline)[timeline.store.getState().cursor - 1]).toMatch(/^restart-1\//);
});

test('where nothing is under way it is the next request, and where none is to come nothing happens', async () => {
  const timeline = await openTimeline();
  await cut(timeline);
  expect(intents(timeline, 'left')).toEqual(['restart-1-during', 'users', 'logout']);
  goTo(timeline, 'logout');
  await cut(timeline);
  expect(intents(timeline, 'left')).toEqual(['restart-1-during', 'users', 'restart-2-during']);
  const { past } = timeline.store.getState();
  timeline.actions.end();
  expect(restartDuring(timeline)).toBe(false);
  expect(timeline.store.getState().past).toBe(past);
});

test('it is one step to undo, survives a link, and can be done again', async () => {
  const timeline = await openTimeline();
  goTo(timeline, 'users');
  await cut(timeline);
  const branch = branchOf(timeline.store.getState(), 'right');
  const edits = branch?.edits.map((edit) => readEdit(writeEdit(edit)));
  expect(edits).toEqual(branch?.edits);
  expect(checkedEdits(LESSON, 'right', 'jwt', branch?.edits ?? [], 're').ok).toBe(true);
  timeline.actions.undo();
  await idle(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'users', 'logout']);
  expect(intents(timeline, 'right')).toEqual(['login', 'users', 'logout']);
  goTo(timeline, 'users');
  await cut(timeline);
  expect(intents(timeline, 'left')).toEqual(['login', 'restart-1-during', 'logout']);
});

test('what happens at once goes on happening at once, with the restart beside it', async () => {
  const timeline = await openTimeline();
  const twice = {
    id: 'both',
    kind: 'together',
    intents: [
      { id: 'a', kind: 'list-users', device: 'laptop' },
      { id: 'b', kind: 'list-users', device: 'laptop', tab: 2 },
    ],
  } as const;
  timeline.actions.applyEdit('right', { kind: 'insert', before: 'logout', intent: twice });
  await idle(timeline);
  goTo(timeline, 'b');
  await cut(timeline);
  const branch = branchOf(timeline.store.getState(), 'right');
  const spec = editedSpec(LESSON, 'right', 'jwt', branch?.edits ?? []);
  expect(spec.intents.find(({ id }) => id === 'both')).toMatchObject({
    intents: [{ id: 'a' }, { id: 'b' }, { id: 'restart-1' }],
  });
  expect(
    (branch?.edits ?? [])
      .flatMap((edit) => editsOf(LESSON, edit))
      .reduce(applyEdit, editedSpec(LESSON, 'right', 'jwt', [])),
  ).toEqual(spec);
});
