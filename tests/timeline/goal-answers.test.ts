import { expect, test } from 'vitest';
import type { Settings } from '#core/settings.ts';
import type { Edit } from '#core/intents.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { goalStatus } from '#timeline/goal.ts';
import { createTimeline } from '#timeline/store.ts';
import { createDirectRunner } from '#world/run.ts';
import { idle } from './opened.ts';

/** The settings that an answer turns; null for one that needs more than settings. */
function settingsOf(edits: readonly Edit[]): Partial<Settings> | null {
  const turned = edits.map((edit) => (edit.kind === 'set' ? edit.settings : null));
  return turned.includes(null) ? null : Object.assign({}, ...turned);
}

const wrong = LESSONS.flatMap((lesson) =>
  lesson.goal.wrong.flatMap(({ edits, because }) => {
    const settings = settingsOf(edits);
    return settings ? [{ title: lesson.title, lesson, settings, because }] : [];
  }),
);

test.each(wrong)('$title: the expected wrong answer $settings is told what it misses', async (answer) => {
  const timeline = createTimeline();
  timeline.actions.openLesson(answer.lesson);
  timeline.actions.attachRunner(createDirectRunner());
  await idle(timeline);
  expect(goalStatus(timeline.store.getState())?.because).toBeNull();
  timeline.actions.setSetting(answer.lesson.goal.column, answer.settings);
  await idle(timeline);
  expect(goalStatus(timeline.store.getState())).toMatchObject({ state: 'open', because: answer.because });
});
