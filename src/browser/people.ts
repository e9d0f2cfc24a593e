import type { PersonId } from '#core/intents.ts';
import { DEMO_PASSWORDS } from '#core/people.ts';
import type { LoginForm } from './client.ts';

/**
 * The filled-in form, with another password where the person types a wrong one.
 */
export function loginForm(person: PersonId, password?: string): LoginForm {
  return {
    email: `${person}@example.com`,
    password: password ?? DEMO_PASSWORDS[person],
  };
}
