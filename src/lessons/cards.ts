import type { Prose } from './lesson.ts';

/** What a list of lessons says of one, so that the lessons themselves are loaded when they are opened. */
export interface LessonCard {
  readonly id: string;
  readonly title: string;
  /** The one question it answers. */
  readonly question: Prose;
  /** Ids of the lessons it takes for granted. */
  readonly buildsOn: readonly string[];
  readonly minutes: number;
}

export const CARDS = {
  loggingIn: {
    id: 'logging-in',
    title: 'Logging in',
    question: 'John types his password once. Who remembers that it was him?',
    buildsOn: [],
    minutes: 8,
  },
  protectedRequest: {
    id: 'protected-request',
    title: 'A protected request',
    question: 'No password in sight. Why does the server believe that this is John?',
    buildsOn: ['logging-in'],
    minutes: 8,
  },
  refreshingAToken: {
    id: 'refreshing-a-token',
    title: 'Refreshing a token',
    question: 'The access token is good for one hour. Why does John never notice?',
    buildsOn: ['logging-in', 'protected-request'],
    minutes: 9,
  },
  loggingOut: {
    id: 'logging-out',
    title: 'Logging out',
    question: 'John logs out. Does a copy of his credential still work?',
    buildsOn: ['logging-in', 'protected-request', 'refreshing-a-token'],
    minutes: 9,
  },
} as const satisfies Record<string, LessonCard>;
