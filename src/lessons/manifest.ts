import { INSIDE_THE_TOKEN } from './inside-the-token.ts';
import type { Lesson } from './lesson.ts';
import { LOGGING_IN } from './logging-in.ts';
import { LOGGING_OUT_EVERYWHERE } from './logging-out-everywhere.ts';
import { LOGGING_OUT } from './logging-out.ts';
import { PROTECTED_REQUEST } from './protected-request.ts';
import { REFRESHING_A_TOKEN } from './refreshing-a-token.ts';
import { SESSION_EXPIRY } from './session-expiry.ts';
import { THE_DEMOTED_ADMIN } from './the-demoted-admin.ts';
import { THE_HYBRID } from './the-hybrid.ts';
import { TOKEN_EXPIRY } from './token-expiry.ts';
import { TWO_TABS } from './two-tabs.ts';
import { WHERE_STATE_LIVES } from './where-state-lives.ts';

/** Every lesson whole, in the order of the catalogue: for the tools and tests that run them all. The page loads one at a time. */
export const LESSONS: readonly Lesson[] = [
  LOGGING_IN,
  PROTECTED_REQUEST,
  REFRESHING_A_TOKEN,
  LOGGING_OUT,
  WHERE_STATE_LIVES,
  INSIDE_THE_TOKEN,
  SESSION_EXPIRY,
  TOKEN_EXPIRY,
  LOGGING_OUT_EVERYWHERE,
  THE_DEMOTED_ADMIN,
  THE_HYBRID,
  TWO_TABS,
];

/** The lesson of that id, null when there is none. */
export function lessonById(id: string): Lesson | null {
  return LESSONS.find((lesson) => lesson.id === id) ?? null;
}
