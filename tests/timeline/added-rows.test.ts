import { beforeEach, expect, test } from 'vitest';
import { addedRows, changeAt, isOwnRow } from '#timeline/added-rows.ts';
import { beatAt } from '#timeline/beat-at.ts';
import { beatsOf } from '#timeline/beats.ts';
import type { Timeline } from '#timeline/store.ts';
import { LESSON } from './lessons.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';

let timeline: Timeline;
beforeEach(async () => {
  timeline = await openTimeline();
});

/** What is said at the last row of that intent, in short. */
function saidAt(intent: string): string | null {
  const rows = stepsOf(timeline);
  timeline.actions.seek(rows.findLastIndex((id) => id.startsWith(`${intent}/`)) + 1);
  const state = timeline.store.getState();
  const [beat, change] = [beatAt(state), changeAt(state)];
  if (beat && change) return 'both';
  if (beat) return `beat ${beat.beat.id}`;
  if (change) return `change ${change.id}`;
  return isOwnRow(state) ? null : 'added by hand';
}

test('nothing is said before the first beat', () => {
  const state = timeline.store.getState();
  expect([beatAt(state), changeAt(state), isOwnRow(state)]).toEqual([null, null, true]);
});

test('the last beat holds on through the lesson’s own intents that have none', () => {
  expect(saidAt('users')).toBe('beat asks');
  expect(saidAt('logout')).toBe('beat asks');
});

test('a beat says nothing of rows that a change added: the change does', async () => {
  timeline.actions.applyChange('replay');
  await idle(timeline);
  expect(saidAt('copy')).toBe('change replay');
  expect(saidAt('logout')).toBe('beat asks');
  expect(saidAt('replay')).toBe('change replay');
});

test('each of several changes speaks of its own rows, whichever side has them', async () => {
  timeline.actions.applyChange('replay');
  timeline.actions.applyChange('phone');
  await idle(timeline);
  expect(saidAt('phone')).toBe('change phone');
  expect(saidAt('replay')).toBe('change replay');
});

test('of rows that were added by hand it is said that they were', async () => {
  const intent = { id: 'again', kind: 'list-users', device: 'laptop' } as const;
  timeline.actions.applyEdit('left', { kind: 'insert', before: null, intent });
  await idle(timeline);
  expect(saidAt('again')).toBe('added by hand');
});

test('a beat that is said of some runs only is left out of the others', async () => {
  const when = { on: 'right', count: { intent: 'users', kind: 'response', status: 401 } } as const;
  const beats = LESSON.beats.map((beat) => (beat.id === 'asks' ? { ...beat, when } : beat));
  timeline = await openTimeline({ ...LESSON, beats });
  expect(beatsOf(timeline.store.getState()).map(({ beat }) => beat.id)).toEqual(['in']);
});

test('the first row of each added intent is known, whichever side it was added to, and nothing else', async () => {
  expect(addedRows(timeline.store.getState())).toEqual([]);
  timeline.actions.applyChange('replay');
  timeline.actions.applyChange('phone');
  await idle(timeline);
  const rows = stepsOf(timeline);
  const first = (intent: string): number => rows.findIndex((id) => id.startsWith(`${intent}/`));
  expect(addedRows(timeline.store.getState())).toEqual(
    ['copy', 'replay', 'phone'].map(first).toSorted((a, b) => a - b),
  );
});
