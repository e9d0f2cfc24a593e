import type { Citation } from '#core/reasons.ts';
import type { Settings } from '#core/settings.ts';
import { parseSession } from './php-parse.ts';
import { serializeSession } from './php-serialize.ts';
import type { Recognition } from './scheme.ts';
import type { SessionFile } from './stores.ts';
import { isRole, type PublicUser } from './user.ts';
import { refusal, type Refusal } from './verdict.ts';

/** What the login put into the session: a copy of the user as it was then, and when that was (Unix seconds). */
export interface SessionLogin {
  readonly user: PublicUser;
  readonly loginTime: number;
}

/** `$_SESSION['user'] = ['id' => 42, …]`, as PHP writes it to the file. */
export function encodeLogin({ user, loginTime }: SessionLogin): string {
  const array = new Map<string, string | number>([
    ['id', user.id],
    ['user_name', user.user_name],
    ['role', user.role],
    ['login_time', loginTime],
  ]);
  return serializeSession(new Map([['user', array]]));
}

const FORMAT = [
  { document: 'PHP manual', section: 'session.serialize_handler' },
];
const LIFETIMES = [{ document: 'ASVS 5.0', section: '7.3' }];

/**
 * The login in a session file, or why there is none any more. Both limits are reached in the very second that they name.
 * @param now Unix seconds.
 */
export function openSession(
  { content, mtime }: SessionFile,
  now: number,
  { idle, absolute }: Pick<Settings, 'idle' | 'absolute'>,
): Recognition<SessionLogin> {
  const login = decodeLogin(content);
  if (!login) return over('session-corrupt', FORMAT, 'content');
  if (now - login.loginTime >= absolute)
    return over('session-absolute', LIFETIMES, 'login_time');
  if (now - mtime >= idle) return over('session-idle', LIFETIMES, 'mtime');
  return { ok: true, login };
}

function over(
  reason: Refusal['reason'],
  cites: readonly Citation[],
  subject: string,
): Recognition<SessionLogin> {
  return { ok: false, refusal: refusal(reason, cites, subject) };
}

/** Null for a file that holds anything but a login. */
export function decodeLogin(content: string): SessionLogin | null {
  const session = parseSession(content);
  const user = session.ok ? session.variables.get('user') : null;
  if (!(user instanceof Map)) return null;
  const id: unknown = user.get('id');
  const name: unknown = user.get('user_name');
  const role: unknown = user.get('role');
  const loginTime: unknown = user.get('login_time');
  if (
    typeof id !== 'number' ||
    typeof name !== 'string' ||
    !isRole(role) ||
    typeof loginTime !== 'number'
  )
    return null;
  return { user: { id, user_name: name, role }, loginTime };
}
