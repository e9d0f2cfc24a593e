import { CARDS, type LessonCard } from './cards.ts';
import type { Lesson } from './lesson.ts';

/** A lesson by its card, and how to get the whole of it. */
export interface CatalogueEntry extends LessonCard {
  /** Rejects when its file cannot be fetched. */
  readonly load: () => Promise<Lesson>;
}

/** Every lesson, in the order in which they build on each other. */
export const CATALOGUE: readonly [CatalogueEntry, ...CatalogueEntry[]] = [
  { ...CARDS.loggingIn, load: async () => (await import('./logging-in.ts')).LOGGING_IN },
  { ...CARDS.protectedRequest, load: async () => (await import('./protected-request.ts')).PROTECTED_REQUEST },
  { ...CARDS.refreshingAToken, load: async () => (await import('./refreshing-a-token.ts')).REFRESHING_A_TOKEN },
  { ...CARDS.loggingOut, load: async () => (await import('./logging-out.ts')).LOGGING_OUT },
  { ...CARDS.insideTheToken, load: async () => (await import('./inside-the-token.ts')).INSIDE_THE_TOKEN },
  { ...CARDS.sessionExpiry, load: async () => (await import('./session-expiry.ts')).SESSION_EXPIRY },
  { ...CARDS.tokenExpiry, load: async () => (await import('./token-expiry.ts')).TOKEN_EXPIRY },
  { ...CARDS.theHybrid, load: async () => (await import('./the-hybrid.ts')).THE_HYBRID },
  { ...CARDS.twoTabs, load: async () => (await import('./two-tabs.ts')).TWO_TABS },
];

/** The entry of that id, null when there is none. */
export function catalogued(id: string): CatalogueEntry | null {
  return CATALOGUE.find((entry) => entry.id === id) ?? null;
}
