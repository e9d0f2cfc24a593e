import type { Prose } from './lesson.ts';
import { FIRST_CARD } from './order.ts';

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
  loggingIn: FIRST_CARD,
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
  whereStateLives: {
    id: 'where-state-lives',
    title: 'Where state lives',
    question: 'A reload, a closed tab, a restart. What does John’s login survive?',
    buildsOn: ['logging-in', 'logging-out'],
    minutes: 9,
  },
  insideTheToken: {
    id: 'inside-the-token',
    title: 'Inside the token',
    question: 'John’s token is in his own hands. What can he do with it?',
    buildsOn: ['logging-in', 'protected-request'],
    minutes: 8,
  },
  sessionExpiry: {
    id: 'session-expiry',
    title: 'When time runs out: the session',
    question: 'John works, then rests. When is his session over?',
    buildsOn: ['logging-in', 'protected-request'],
    minutes: 8,
  },
  tokenExpiry: {
    id: 'token-expiry',
    title: 'When time runs out: the tokens',
    question: 'One token lives an hour, the other a week. When is John out?',
    buildsOn: ['refreshing-a-token', 'session-expiry'],
    minutes: 9,
  },
  loggingOutEverywhere: {
    id: 'logging-out-everywhere',
    title: 'Logging out everywhere',
    question: 'John’s phone is lost. Can he end its login from his laptop?',
    buildsOn: ['logging-out', 'token-expiry'],
    minutes: 9,
  },
  theDemotedAdmin: {
    id: 'the-demoted-admin',
    title: 'The demoted admin',
    question: 'John is an admin no more. How long is he still obeyed?',
    buildsOn: ['protected-request', 'token-expiry'],
    minutes: 8,
  },
  theHybrid: {
    id: 'the-hybrid',
    title: 'The hybrid',
    question: 'A short pass, and a ticket that works once. What does that buy?',
    buildsOn: ['refreshing-a-token', 'logging-out'],
    minutes: 9,
  },
  twoTabs: {
    id: 'two-tabs',
    title: 'Two tabs',
    question: 'Why is John thrown out, although there is no thief?',
    buildsOn: ['the-hybrid'],
    minutes: 8,
  },
} as const satisfies Record<string, LessonCard>;
