import type { Column } from '#core/align.ts';
import type { RunSpec } from '#core/intents.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { Lesson } from './lesson.ts';

/** The run that stands on one side when the lesson opens. */
export function lessonSpec(lesson: Lesson, column: Column): RunSpec {
  const { scheme, settings } = lesson[column];
  return { scheme, settings: { ...DEFAULT_SETTINGS, ...settings }, seed: lesson.seed, intents: lesson.intents };
}
