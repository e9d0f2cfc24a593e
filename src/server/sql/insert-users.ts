import type { PasswordRecord } from '#auth/password.ts';
import type { User } from '#auth/user.ts';
import type { Database, Moment } from './database.ts';

/** Before the world begins there is no time and no chance. */
const NEVER: Moment = { now: 0, entropy: new Uint8Array(16) };

/** The people of the site, as the first rows of their table. */
export async function insertUsers(
  database: Database,
  users: readonly (User & PasswordRecord)[],
): Promise<void> {
  for (const { id, user_name, email, role, salt, hash } of users) {
    await database.run(
      'INSERT INTO users (id, user_name, email, role, salt, hash) VALUES (?, ?, ?, ?, ?, ?)',
      [id, user_name, email, role, salt, hash],
      NEVER,
    );
  }
}
