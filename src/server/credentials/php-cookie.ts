import type { Acts } from '#auth/acts.ts';
import type { ReceivedRequest } from '../call.ts';
import { cookieValue } from '../http/cookies.ts';

/** The cookie of PHP sessions, as PHP sets and removes it: `Secure` over plain http as well. */
export const phpCookie = {
  set: (id: string): string =>
    `PHPSESSID=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`,
  clear: (): string =>
    'PHPSESSID=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; Path=/',
};

// region: php-session.cookie
export function readPhpCookie(
  acts: Acts,
  request: ReceivedRequest,
): string | null {
  const id = cookieValue(request.headers, 'PHPSESSID');
  const detail = { cookie: 'PHPSESSID', sent: id !== null };
  acts.step('parse-credential', detail, 'php-session.cookie');
  return id;
}
// endregion
