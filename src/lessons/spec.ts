import type { Column } from '#core/align.ts';
import type { RunSpec } from '#core/intents.ts';
import type { SchemeId } from '#core/schemes.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { Lesson } from './lesson.ts';

/** The run that stands on one side of a lesson before anything is changed, under the lesson's own scheme or another. */
export function lessonSpec(lesson: Lesson, column: Column, scheme: SchemeId = lesson[column].scheme): RunSpec {
  const { seed, intents } = lesson;
  return { scheme, settings: { ...DEFAULT_SETTINGS, ...lesson[column].settings }, seed, intents };
}
