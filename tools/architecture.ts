/** A room of the house: what it may import of the others, and whether it may know React. */
export interface Room {
  readonly may: readonly string[];
  readonly react: boolean;
}

const DOMAIN = ['core', 'token', 'auth', 'server', 'browser'];

/** The rooms under `src/`, and what each may import. The tree mirrors the diagram's lifelines. */
export const ROOMS: Readonly<Record<string, Room>> = {
  core: { may: [], react: false },
  token: { may: ['core'], react: false },
  auth: { may: ['core', 'token'], react: false },
  server: { may: ['core', 'token', 'auth'], react: false },
  browser: { may: ['core'], react: false },
  world: { may: DOMAIN, react: false },
  glossary: { may: ['core'], react: false },
  lessons: { may: ['core'], react: false },
  timeline: { may: ['core', 'lessons'], react: false },
  projections: { may: ['core', 'token'], react: false },
  anatomy: { may: ['token', 'glossary', 'kit'], react: true },
  stage: { may: ['core', 'projections', 'timeline', 'anatomy', 'glossary', 'kit'], react: true },
  'token-bench': { may: ['core', 'token', 'auth', 'anatomy', 'glossary', 'kit'], react: true },
  kit: { may: [], react: true },
  app: {
    may: [
      ...DOMAIN,
      'world',
      'glossary',
      'lessons',
      'timeline',
      'projections',
      'anatomy',
      'stage',
      'token-bench',
      'kit',
    ],
    react: true,
  },
};

/** Packages that one room alone may import. */
export const PACKAGE_HOMES: Readonly<Record<string, string>> = { jose: 'auth' };

/** React, and what is of no use without it. */
export const REACT_PACKAGES: readonly string[] = ['react', 'react-dom', 'framer-motion', 'cmdk'];

/** A store works without React; the binding sits beside it, in a file of this name, in the rooms listed. */
export const REACT_BINDING = { file: 'react.ts', rooms: ['timeline'] } as const;

/** Rooms in which time and randomness are arguments, so that the same seed gives the same trace. */
export const DETERMINISTIC_ROOMS: readonly string[] = [...DOMAIN, 'world', 'lessons', 'projections'];

/** Files that may read the real clock, real randomness or a timer all the same, each with the reason. */
export const REAL_TIME_ALLOWED: Readonly<Record<string, string>> = {};

/** Above the first a file must be listed with a reason; above the second it must hold data alone. */
export const LINES = { lookTwice: 250, tooLong: 400, median: 130 } as const;

/** Files above `LINES.lookTwice`, each with the reason why it is one thing. */
export const LONG_FILES: Readonly<Record<string, string>> = {
  'src/lessons/logging-out.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/protected-request.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/refreshing-a-token.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/where-state-lives.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/session-expiry.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/token-expiry.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/logging-out-everywhere.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/the-demoted-admin.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/the-hybrid.ts': 'one lesson: prose and data, read from top to bottom',
  'src/lessons/two-tabs.ts': 'one lesson: prose and data, read from top to bottom',
};

/** Files above `LINES.tooLong`, which hold nothing but data. */
export const DATA_FILES: Readonly<Record<string, string>> = {
  'src/token-bench/guess/word-list.ts': 'the word list, one word a line',
};
