// Prints, as JSON, what every lesson records when it opens: run by tools/vite/recorded-lessons.ts, in a process of its own.
import { COLUMNS } from '#core/align.ts';
import type { Trace } from '#core/trace.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { LESSONS } from '#lessons/manifest.ts';
import { lessonSpec } from '#lessons/spec.ts';
import { createDirectRunner } from '#world/run.ts';

/** One lesson as it opens: the runs of its own two sides. */
export interface Recording {
  readonly lesson: string;
  /** Left, then right. */
  readonly traces: readonly Trace[];
}

export interface Recorded {
  /** In the order of the manifest. */
  readonly recordings: readonly Recording[];
  /** The lesson that a page opens by itself. */
  readonly firstLesson: Lesson | undefined;
}

/** Runs every lesson's own two sides: the same world that a page runs live. */
async function record(): Promise<Recorded> {
  const runner = createDirectRunner();
  const recordings: Recording[] = [];
  for (const lesson of LESSONS) {
    const traces = await Promise.all(COLUMNS.map((column) => runner.run(lessonSpec(lesson, column))));
    recordings.push({ lesson: lesson.id, traces });
  }
  return { recordings, firstLesson: LESSONS[0] };
}

process.stdout.write(JSON.stringify(await record()));
