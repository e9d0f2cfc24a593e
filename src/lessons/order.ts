import type { LessonCard } from './cards.ts';
import type { Lesson } from './lesson.ts';

/** A lesson by its card, and how to get the whole of it. */
export interface CatalogueEntry extends LessonCard {
  /** Rejects when its file cannot be fetched. */
  readonly load: () => Promise<Lesson>;
}

/** What a page needs to know of lessons before it shows one: the catalogue says more, and is loaded when somebody asks for it. */
export const LESSON_IDS = [
  'logging-in',
  'protected-request',
  'refreshing-a-token',
  'logging-out',
  'where-state-lives',
  'inside-the-token',
  'session-expiry',
  'token-expiry',
  'logging-out-everywhere',
  'the-demoted-admin',
  'the-hybrid',
  'two-tabs',
] as const;

export const FIRST_CARD = {
  id: 'logging-in',
  title: 'Logging in',
  question: 'John types his password once. Who remembers that it was him?',
  buildsOn: [],
  minutes: 8,
} as const satisfies LessonCard;

/** What the home page opens. */
export const FIRST_LESSON: CatalogueEntry = {
  ...FIRST_CARD,
  load: async () => (await import('./logging-in.ts')).LOGGING_IN,
};
