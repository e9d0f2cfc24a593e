import { CARDS } from './cards.ts';
import { type CatalogueEntry, FIRST_LESSON } from './order.ts';

/** Lessons that belong together. */
export interface Part {
  readonly title: string;
  readonly lessons: readonly CatalogueEntry[];
}

/** Every lesson, in the order in which they build on each other. */
export const PARTS: readonly Part[] = [
  {
    title: 'The basics',
    lessons: [
      FIRST_LESSON,
      { ...CARDS.protectedRequest, load: async () => (await import('./protected-request.ts')).PROTECTED_REQUEST },
      { ...CARDS.refreshingAToken, load: async () => (await import('./refreshing-a-token.ts')).REFRESHING_A_TOKEN },
      { ...CARDS.loggingOut, load: async () => (await import('./logging-out.ts')).LOGGING_OUT },
    ],
  },
  {
    title: 'State and time',
    lessons: [
      { ...CARDS.whereStateLives, load: async () => (await import('./where-state-lives.ts')).WHERE_STATE_LIVES },
      { ...CARDS.insideTheToken, load: async () => (await import('./inside-the-token.ts')).INSIDE_THE_TOKEN },
      { ...CARDS.sessionExpiry, load: async () => (await import('./session-expiry.ts')).SESSION_EXPIRY },
      { ...CARDS.tokenExpiry, load: async () => (await import('./token-expiry.ts')).TOKEN_EXPIRY },
    ],
  },
  {
    title: 'Authority and revocation',
    lessons: [
      {
        ...CARDS.loggingOutEverywhere,
        load: async () => (await import('./logging-out-everywhere.ts')).LOGGING_OUT_EVERYWHERE,
      },
      { ...CARDS.theDemotedAdmin, load: async () => (await import('./the-demoted-admin.ts')).THE_DEMOTED_ADMIN },
      { ...CARDS.theHybrid, load: async () => (await import('./the-hybrid.ts')).THE_HYBRID },
      { ...CARDS.twoTabs, load: async () => (await import('./two-tabs.ts')).TWO_TABS },
    ],
  },
];

export const CATALOGUE: readonly CatalogueEntry[] = PARTS.flatMap(({ lessons }) => lessons);

/** The entry of that id, null when there is none. */
export function catalogued(id: string): CatalogueEntry | null {
  return CATALOGUE.find((entry) => entry.id === id) ?? null;
}
