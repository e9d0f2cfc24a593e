import type { Trace } from '#core/trace.ts';
import type { Lesson } from '#lessons/lesson.ts';

/** A lesson that says nothing of its own: what is measured is the run it shows. */
export function longLesson({ spec }: Trace): Lesson {
  return {
    id: 'bench',
    version: 1,
    title: 'A long run',
    question: 'What does length cost?',
    objective: 'Show a run of any length as fast as a short one.',
    buildsOn: [],
    minutes: 1,
    seed: spec.seed,
    left: { scheme: 'php-session' },
    right: { scheme: 'jwt' },
    intents: spec.intents,
    beats: spec.intents.slice(0, 9).map(({ id }) => ({
      id,
      at: [{ intent: id, phase: 'act' }],
      title: 'A title of the length that titles have',
      text: 'A paragraph of the length that paragraphs have: a few sentences. They say why this happens and what to look at.',
      notes: 'Nothing.',
    })),
    bets: [],
    changes: [],
    goal: {
      prompt: 'None.',
      hint: 'None.',
      settings: [],
      changes: [],
      column: 'right',
      check: { on: 'right', count: { kind: 'response', status: 401 } },
      solutions: [],
      wrong: [],
      praise: 'None.',
    },
  };
}
