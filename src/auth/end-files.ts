import type { Acts } from './acts.ts';
import { decodeLogin } from './session-file.ts';
import type { User } from './user.ts';

// region: php-session.forget-all
/**
 * Ends every session of the user. A file is named after its session, so each one is opened to see whose it is.
 * @returns how many there were.
 */
export async function endSessionFiles(
  acts: Acts,
  { id }: Pick<User, 'id'>,
): Promise<number> {
  const code = 'php-session.forget-all';
  const files = await acts.files.all(code);
  let ended = 0;
  for (const [name, { content }] of files) {
    if (decodeLogin(content)?.user.id !== id) continue;
    if (await acts.files.delete(name, code)) ended += 1;
  }
  return ended;
}
// endregion
