import { holds } from '#core/query.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import { lessonCalled } from './facts.ts';
import { basePath, edited, play } from './paths.ts';

/** What is said of the scheme at that beat, where it stands on both sides with these settings. */
export async function said(
  lessonId: string,
  beatId: string,
  scheme: SchemeId,
  settings: Partial<Settings>,
): Promise<string> {
  const lesson = lessonCalled(lessonId);
  const path = basePath(lesson, { left: scheme, right: scheme });
  const run = await play(edited(path, 'set', ['left', 'right'], [{ kind: 'set', settings }]));
  const side = lesson.beats.find(({ id }) => id === beatId)?.sides?.[scheme] ?? '';
  if (typeof side === 'string') return side;
  return side.find(({ when }) => !when || holds(when, run))?.text ?? '';
}
