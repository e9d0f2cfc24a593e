import type { UserRow } from '../stores/state.ts';
import type { Database, Moment } from './database.ts';

/** Before the world begins there is no time and no chance. */
const NEVER: Moment = { now: 0, entropy: new Uint8Array(16) };

/** The people of the site, as the first rows of their table. */
export async function insertUsers(
  database: Database,
  users: readonly UserRow[],
): Promise<void> {
  for (const { id, user_name, email, role, salt, hash, disabled } of users) {
    await database.run(
      'INSERT INTO users (id, user_name, email, role, salt, hash, disabled) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, user_name, email, role, salt, hash, disabled],
      NEVER,
    );
  }
}
