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
export function idle({ store }: Timeline): Promise<void> {
  const isIdle = (): boolean => {
    const { wanted, branches } = store.getState();
    return !wanted && Object.values(branches).every(({ status }) => status !== 'running');
  };
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isIdle()) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}

/** The steps on screen. */
export function stepsOf({ store }: Timeline): readonly string[] {
  return comparisonOf(store.getState())?.steps.map(({ id }) => id) ?? [];
}
