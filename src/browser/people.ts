import type { PersonId } from '#core/intents.ts';
import type { LoginForm } from './client.ts';

/**
 * What each person types to log in (CONTRACT, "World"). They are demo
 * passwords, known to every reader.
 */
const PEOPLE: Readonly<Record<PersonId, LoginForm>> = {
  john: { email: 'john@example.com', password: 'correct horse battery staple' },
  zoya: { email: 'zoya@example.com', password: 'open sesame 123' },
};

/**
 * The filled-in form, with another password where the person types a wrong one.
 */
export function loginForm(person: PersonId, password?: string): LoginForm {
  const form = PEOPLE[person];
  return password === undefined ? form : { ...form, password };
}
