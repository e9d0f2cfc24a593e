import { vi } from 'vitest';
import type { Lesson } from '#lessons/lesson.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { createTimeline, type Timeline } from '#timeline/store.ts';
import type { LinkState } from '#timeline/links.ts';
import { LESSON } from './lessons.ts';
import { worlds } from './runners.ts';

/** A timeline with that lesson on screen, run by real worlds. */
export async function openTimeline(lesson: Lesson = LESSON, link?: LinkState): Promise<Timeline> {
  const timeline = createTimeline();
  timeline.actions.attachRunner(worlds);
  timeline.actions.openLesson(lesson, link ? { link } : {});
  await idle(timeline);
  return timeline;
}

/** Nothing is being run any more. */
export async function idle({ store }: Timeline): Promise<void> {
  await vi.waitFor(() => {
    const { wanted, branches } = store.getState();
    if (wanted || Object.values(branches).some(({ status }) => status === 'running')) throw new Error('still running');
  });
}

/** The steps on screen. */
export function stepsOf({ store }: Timeline): readonly string[] {
  return comparisonOf(store.getState())?.steps.map(({ id }) => id) ?? [];
}
