import type { User } from '#auth/user.ts';

const DEMO_PASSWORD = 'correct horse battery staple';

/**
 * The people of the simulated site. The first two and their ids come from the source documents; one name has letters of
 * two bytes, so that a byte count can be told from a character count.
 */
export const SEED_USERS: readonly (User & { readonly password: string })[] = [
  {
    id: 42,
    user_name: 'John Doe',
    email: 'john@example.com',
    role: 'admin',
    password: DEMO_PASSWORD,
  },
  {
    id: 123,
    user_name: 'Zoya',
    email: 'zoya@example.com',
    role: 'member',
    password: 'open sesame 123',
  },
  {
    id: 207,
    user_name: 'Jürgen Weiß',
    email: 'juergen@example.com',
    role: 'member',
    password: DEMO_PASSWORD,
  },
  {
    id: 318,
    user_name: 'Amara Okafor',
    email: 'amara@example.com',
    role: 'member',
    password: DEMO_PASSWORD,
  },
  {
    id: 451,
    user_name: 'Mei Lin',
    email: 'mei@example.com',
    role: 'member',
    password: DEMO_PASSWORD,
  },
];
