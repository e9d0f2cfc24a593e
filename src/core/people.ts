import type { PersonId } from './intents.ts';

/** What the people of the simulation type as their password: demo passwords, known to every reader. */
export const DEMO_PASSWORDS: Readonly<Record<PersonId, string>> = {
  john: 'correct horse battery staple',
  zoya: 'open sesame 123',
};

/** Their ids: what an admin's page has beside their names. */
export const DEMO_USER_IDS: Readonly<Record<PersonId, number>> = { john: 42, zoya: 123 };
