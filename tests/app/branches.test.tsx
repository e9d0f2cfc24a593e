import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { BranchList } from '#app/branches/branch-list.tsx';
import { turn, turnWords } from '#app/branches/turning.ts';
import { saidStore } from '#app/saying.ts';
import { timeline as appTimeline } from '#app/timeline.ts';
import type { Runner } from '#core/ports.ts';
import { TRACE_VERSION } from '#core/trace.ts';
import { TimelineContext } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import { forkOnScreen } from '#timeline/standing-runs.ts';
import { createTimeline, type Timeline } from '#timeline/store.ts';
import { LESSON } from '../timeline/lessons.ts';
import { idle } from '../timeline/opened.ts';

/** Runs in which nothing happens: what is shown here is what was asked for. */
const runner: Runner = {
  run: (spec) => Promise.resolve({ version: TRACE_VERSION, run: 'r1', spec, initial: {}, events: [] }),
};

async function openIn(timeline: Timeline): Promise<Timeline> {
  timeline.actions.attachRunner(runner);
  timeline.actions.openLesson(LESSON);
  await idle(timeline);
  return timeline;
}

function said(): string | undefined {
  return saidStore.getState().said?.text;
}

function show(timeline: Timeline): void {
  render(
    <TimelineContext value={timeline}>
      <BranchList />
    </TimelineContext>,
  );
}

/** The list's entry of that name. */
function entry(name: string): HTMLElement {
  const found = screen.getAllByRole('listitem').find((item) => within(item).queryByText(name, { selector: 'strong' }));
  if (!found) throw new Error(`no branch is called ${name}`);
  return found;
}

async function withDenylist(): Promise<Timeline> {
  const timeline = await openIn(createTimeline());
  timeline.actions.setSetting('right', { denylist: true });
  await idle(timeline);
  return timeline;
}

test('the list says of every run what it came from and what was changed, and on which side it stands', async () => {
  show(await withDenylist());
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  const fork = within(entry('JWT · denylist on'));
  expect(fork.getByText('From JWT. Changed: denylist on.')).toBeDefined();
  expect(fork.getByRole('button', { name: /on the right$/ }).getAttribute('aria-pressed')).toBe('true');
  expect(fork.getByRole('button', { name: /on the left$/ }).getAttribute('aria-pressed')).toBe('false');
  expect(within(entry('Session')).getByText('As the lesson has it.')).toBeDefined();
});

test('any run is put on either side', async () => {
  const timeline = await withDenylist();
  show(timeline);
  await userEvent.click(screen.getByRole('button', { name: 'JWT on the left' }));
  expect(branchOf(timeline.store.getState(), 'left')?.spec.scheme).toBe('jwt');
});

test('a run stands beside its origin at one press, and one undo takes that back', async () => {
  const timeline = await withDenylist();
  show(timeline);
  const before = timeline.store.getState().sides;
  await userEvent.click(screen.getByRole('button', { name: 'Compare JWT · denylist on with its origin' }));
  const fork = forkOnScreen(timeline.store.getState());
  expect(fork?.fork.spec.settings.denylist).toBe(true);
  expect(fork?.origin.spec.settings.denylist).toBe(false);
  timeline.actions.undo();
  expect(timeline.store.getState().sides).toEqual(before);
  expect(forkOnScreen(timeline.store.getState())).toBeNull();
});

test('a run is renamed in its place, and emptying the field gives its own name back', async () => {
  const timeline = await withDenylist();
  show(timeline);
  await userEvent.click(screen.getByRole('button', { name: 'Rename JWT · denylist on' }));
  const field = screen.getByRole('textbox', { name: 'Name' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Strict{Enter}');
  expect(entry('Strict')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Rename Strict' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(entry('JWT · denylist on')).toBeDefined();
});

test('Escape leaves the field and keeps the name', async () => {
  show(await withDenylist());
  await userEvent.click(screen.getByRole('button', { name: 'Rename Session' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Other{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(entry('Session')).toBeDefined();
});

test('undo and redo say what they took back and brought back', async () => {
  const { actions, store } = appTimeline;
  await openIn(appTimeline);
  turn('undo');
  expect(said()).toBe('There is nothing to undo');
  actions.setSetting('right', { denylist: true });
  await idle(appTimeline);
  expect(turnWords(store.getState(), 'undo')).toBe('denylist on');
  turn('undo');
  expect(said()).toBe('Undone: denylist on');
  expect(turnWords(store.getState(), 'redo')).toBe('denylist on');
  turn('redo');
  expect(said()).toBe('Done again: denylist on');
  actions.applyEdit('left', {
    kind: 'insert',
    before: 'logout',
    intent: { id: 'later', kind: 'wait', seconds: 5_400 },
  });
  await idle(appTimeline);
  turn('undo');
  expect(said()).toBe('Undone: +1 h 30 min');
  actions.pickSide('left', store.getState().sides?.right ?? 'b0');
  turn('undo');
  expect(said()).toBe('Undone: “JWT · denylist on” on the left');
});
