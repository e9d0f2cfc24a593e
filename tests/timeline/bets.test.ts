import { beforeEach, expect, test } from 'vitest';
import { betStage } from '#timeline/bet-stage.ts';
import { answerOf, betScore, betsOf, openBet } from '#timeline/bets.ts';
import { offeredChanges } from '#timeline/changes.ts';
import { goalStatus } from '#timeline/goal.ts';
import type { Timeline } from '#timeline/store.ts';
import { LESSON, OTHER_LESSON } from './lessons.ts';
import { idle, openTimeline, stepsOf } from './opened.ts';

let timeline: Timeline;
beforeEach(async () => {
  timeline = await openTimeline();
});

/** The cursor in front of that row. */
function goBefore(id: string): void {
  timeline.actions.seek(stepsOf(timeline).indexOf(id));
}

function state(): ReturnType<Timeline['store']['getState']> {
  return timeline.store.getState();
}

/** The changes on offer, and whether each is made. */
function applied(): readonly (readonly [string, boolean])[] {
  return offeredChanges(state()).map(({ change, applied: done }) => [change.id, done]);
}

test('a bet is open in front of its row, and neither before nor after it', () => {
  goBefore('users/request/answer/0');
  expect(openBet(state())?.bet.id).toBe('status');
  timeline.actions.next();
  expect(openBet(state())).toBeNull();
  timeline.actions.seek(1);
  expect(openBet(state())).toBeNull();
});

test('an answer is scored against what the run did', () => {
  goBefore('users/request/answer/0');
  timeline.actions.answerBet('status', '401');
  expect(answerOf(state(), 'status')).toEqual({ option: '401', truth: '200' });
  expect(openBet(state())).toBeNull();
  timeline.actions.next();
  expect(betScore(state())).toEqual({ answered: 1, right: 0 });
});

test('the score tells nothing of a row that is still ahead', () => {
  goBefore('users/request/answer/0');
  timeline.actions.answerBet('status', '401');
  expect(betScore(state())).toEqual({ answered: 0, right: 0 });
  timeline.actions.next();
  expect(betScore(state())).toEqual({ answered: 1, right: 0 });
  timeline.actions.back();
  expect(betScore(state())).toEqual({ answered: 0, right: 0 });
});

test('a bet that its row does not decide waits, and is seen from the row that does to the end of that beat', async () => {
  const [status, ...others] = LESSON.bets;
  if (!status) throw new Error('no bet');
  timeline = await openTimeline({
    ...LESSON,
    id: 'late',
    beats: [
      ...LESSON.beats,
      { id: 'out', at: [{ intent: 'logout', phase: 'ask' }], title: 'Out', text: 'It logs out.', notes: '' },
    ],
    bets: [
      {
        ...status,
        before: [{ intent: 'users', phase: 'ask' }],
        settled: [
          { intent: 'users', phase: 'answer' },
          { intent: 'nobody', phase: 'answer' },
        ],
      },
      ...others,
    ],
  });
  goBefore('users/request/ask/0');
  expect(openBet(state())?.bet.id).toBe('status');
  timeline.actions.answerBet('status', '401');
  const stages: string[] = [];
  for (let cursor = 0; cursor <= stepsOf(timeline).length; cursor += 1) {
    timeline.actions.seek(cursor);
    const [first] = betsOf(state());
    if (!first) throw new Error('no bet');
    stages.push(`${stepsOf(timeline)[cursor - 1]}: ${betStage(state(), first)}, ${betScore(state()).answered}`);
  }
  const asks = stepsOf(timeline).indexOf('users/request/ask/0');
  expect(stages.slice(asks, asks + 8)).toEqual([
    'users/request/act/0: waiting, 0',
    'users/request/ask/0: waiting, 0',
    'users/request/recognise/0: waiting, 0',
    'users/request/work/0: waiting, 0',
    'users/request/answer/0: seen, 1',
    'logout/request/act/0: seen, 1',
    'logout/request/ask/0: null, 1',
    'logout/request/recognise/0: null, 1',
  ]);
  expect(stages.slice(0, asks).every((stage) => stage.endsWith(': null, 0'))).toBe(true);
});

test('an answer stands: it is not taken back, nor given after the row was seen, nor by an option that is none', () => {
  timeline.actions.answerBet('status', '200');
  timeline.actions.answerBet('status', '401');
  expect(answerOf(state(), 'status')?.option).toBe('200');

  timeline.actions.end();
  timeline.actions.answerBet('session-only', 'gone');
  expect(answerOf(state(), 'session-only')).toBeNull();
  timeline.actions.start();
  timeline.actions.answerBet('session-only', 'neither');
  timeline.actions.answerBet('nothing', 'gone');
  timeline.actions.end();
  expect(betScore(state())).toEqual({ answered: 1, right: 1 });
});

test('a bet is asked only while its schemes stand there', async () => {
  expect(betsOf(state()).map(({ bet }) => bet.id)).toEqual(['status', 'session-only']);
  timeline.actions.pickSide('left', { scheme: 'jwt' });
  await idle(timeline);
  expect(betsOf(state()).map(({ bet }) => bet.id)).toEqual(['status']);
});

test('bets can be switched off, and answers stay', () => {
  timeline.actions.answerBet('status', '200');
  timeline.actions.setBets(false);
  expect(betsOf(state())).toEqual([]);
  goBefore('users/request/answer/0');
  expect(openBet(state())).toBeNull();
  timeline.actions.setBets(true);
  timeline.actions.next();
  expect(betScore(state())).toEqual({ answered: 1, right: 1 });
});

test('answers are remembered for each lesson', async () => {
  timeline.actions.answerBet('status', '200');
  timeline.actions.openLesson(OTHER_LESSON);
  await idle(timeline);
  timeline.actions.end();
  expect(betScore(state())).toEqual({ answered: 0, right: 0 });
  timeline.actions.openLesson(LESSON);
  await idle(timeline);
  timeline.actions.end();
  expect(betScore(state())).toEqual({ answered: 1, right: 1 });
});

test('answers of an earlier visit are taken up again', () => {
  timeline.actions.restoreAnswers({ small: { status: { option: '200', truth: '200' } } });
  timeline.actions.end();
  expect(betScore(state())).toEqual({ answered: 1, right: 1 });
});

test('lists that nothing changed are the same objects', () => {
  const before = [betsOf(state()), offeredChanges(state()), goalStatus(state())];
  timeline.actions.next();
  expect([betsOf(state()), offeredChanges(state()), goalStatus(state())].every((one, at) => one === before[at])).toBe(
    true,
  );
});

test('a change is offered where it fits, and said to be made once it is', async () => {
  expect(applied()).toEqual([
    ['phone', false],
    ['denylist-on', false],
    ['replay', false],
  ]);
  timeline.actions.applyChange('phone');
  await idle(timeline);
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  expect(applied()).toEqual([
    ['phone', true],
    ['denylist-on', true],
    ['replay', false],
  ]);
  timeline.actions.pickSide('right', { scheme: 'php-session' });
  await idle(timeline);
  expect(applied().map(([id]) => id)).toEqual(['phone', 'replay']);
});

test('a change that is made already is not made twice', async () => {
  timeline.actions.applyChange('phone');
  await idle(timeline);
  const { sides } = state();
  timeline.actions.applyChange('phone');
  expect(state()).toMatchObject({ sides, wanted: null });
});

test('a goal is reached by a run that meets it, with what is to be few counted in that run', async () => {
  expect(goalStatus(state())).toEqual({ state: 'open', because: null, fewest: { label: 'store reads', count: 0 } });
  timeline.actions.applyChange('replay');
  await idle(timeline);
  expect(goalStatus(state())?.state).toBe('open');
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  const status = goalStatus(state());
  expect(status?.state).toBe('reached');
  expect(status?.fewest?.count).toBeGreaterThan(0);
});

test('another scheme on the goal’s side does not reach it', async () => {
  timeline.actions.applyChange('replay');
  timeline.actions.pickSide('right', { scheme: 'php-session' });
  await idle(timeline);
  expect(goalStatus(state())?.state).toBe('other-scheme');
});

test('turning what the goal does not offer does not reach it', async () => {
  timeline.actions.setSetting('right', { leeway: 60 });
  await idle(timeline);
  expect(goalStatus(state())?.state).toBe('off-limits');
  timeline.actions.undo();
  timeline.actions.applyEdit('right', { kind: 'remove', intent: 'logout' });
  await idle(timeline);
  expect(goalStatus(state())?.state).toBe('off-limits');
});
