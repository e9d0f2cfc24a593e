import { COLUMNS } from '#core/align.ts';
import type { RunSpec } from '#core/intents.ts';
import type { Runner } from '#core/ports.ts';
import type { Trace } from '#core/trace.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';

/** One lesson as it opens: the runs of its own two sides. */
export interface Recording {
  readonly lesson: string;
  /** Left, then right. */
  readonly traces: readonly Trace[];
}

/** Runs every lesson's own two sides in this process, in the order of the manifest: the same world that a page runs live. */
async function recordLessons(): Promise<readonly Recording[]> {
  const runner: Runner = createDirectRunner();
  const recordings: Recording[] = [];
  for (const lesson of LESSONS) {
    const specs = COLUMNS.map((column): RunSpec => lessonSpec(lesson, column));
    recordings.push({ lesson: lesson.id, traces: await Promise.all(specs.map((spec) => runner.run(spec))) });
  }
  return recordings;
}

/** The lesson that a page opens by itself. */
export const [firstLesson] = LESSONS;

/** Made while this module is loaded: whoever imports it for once may go away afterwards, and a world imports parts of itself only when a run needs them. */
export const recordings = await recordLessons();
