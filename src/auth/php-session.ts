import type { Citation } from '#core/reasons.ts';
import type { Acts } from './acts.ts';
import type { LoginScheme, Recognition } from './scheme.ts';
import { encodeLogin, openSession } from './session-file.ts';
import { isSessionId, SESSION_ID_BYTES, sessionIdFrom } from './session-id.ts';
import type { PublicUser, User } from './user.ts';
import { refusal, type Refusal } from './verdict.ts';

/** What the server knows of a session that it has found. */
export interface PhpLogin {
  /** The name of its file. */
  readonly file: string;
  /** The user as of the login: a copy, which may have grown old. */
  readonly user: PublicUser;
}

const SESSIONS = [manual('session_start')];
const ID_LENGTH = [manual('session.sid_length')];
const STRICT_MODE = [manual('session.use_strict_mode')];

/**
 * PHP sessions: the server keeps the login in a file and the browser carries the number of the file. What is carried is the
 * value of the cookie `PHPSESSID`, null without one.
 */
export const phpSession: LoginScheme<string | null, string, PhpLogin> = {
  issue,
  recognise,
  forget,
};

// region: php-session.issue
async function issue(
  acts: Acts,
  user: User,
  carried: string | null,
): Promise<string> {
  // Always a new id: the one the browser brought may be planted.
  // region: php-session.issue/new-id
  const id = sessionIdFrom(
    await acts.random(
      SESSION_ID_BYTES,
      'session id',
      'php-session.issue/new-id',
    ),
  );
  // endregion

  // region: php-session.issue/remove-old
  if (carried && isSessionId(carried)) {
    const old = fileName(carried);
    await acts.files.delete(old, 'php-session.issue/remove-old');
  }
  // endregion

  // region: php-session.issue/write-file
  const loginTime = acts.clock.now();
  await acts.files.write(
    fileName(id),
    encodeLogin({ user, loginTime }),
    'php-session.issue/write-file',
  );
  // endregion
  return id;
}
// endregion

// region: php-session.recognise
async function recognise(
  acts: Acts,
  id: string | null,
): Promise<Recognition<PhpLogin>> {
  const found = await findSession(acts, id);
  // region: php-session.recognise/decide
  acts.decide('session', found, 'php-session.recognise/decide');
  // endregion
  return found;
}

async function findSession(
  acts: Acts,
  id: string | null,
): Promise<Recognition<PhpLogin>> {
  if (!id) return refuse('session-missing', SESSIONS);
  // `../../etc/passwd` never gets near a file name.
  if (!isSessionId(id)) return refuse('session-malformed', ID_LENGTH);

  // region: php-session.recognise/read-file
  const name = fileName(id);
  const file = await acts.files.read(name, 'php-session.recognise/read-file');
  // endregion
  // Strict mode: an unknown id is never adopted.
  if (!file) return refuse('session-unknown', STRICT_MODE);

  const session = openSession(file, acts.clock.now(), acts.settings);
  // region: php-session.recognise/remove-file
  if (!session.ok) {
    await acts.files.delete(name, 'php-session.recognise/remove-file');
    return session;
  }
  // endregion
  const { user } = session.login;
  return { ok: true, login: { file: name, user } };
}
// endregion

// region: php-session.keep-alive
/** A session that is used starts its idle time anew. */
export function keepAlive(acts: Acts, login: PhpLogin): void {
  acts.files.touch(login.file, 'php-session.keep-alive');
}
// endregion

// region: php-session.forget
async function forget(acts: Acts, login: PhpLogin): Promise<void> {
  await acts.files.delete(login.file, 'php-session.forget');
}
// endregion

function fileName(id: string): string {
  return `sess_${id}`;
}

function manual(section: string): Citation {
  return { document: 'PHP manual', section };
}

function refuse(
  reason: Refusal['reason'],
  cites: readonly Citation[],
): Recognition<PhpLogin> {
  return { ok: false, refusal: refusal(reason, cites, 'PHPSESSID') };
}
