import type { Reason } from '#core/reasons.ts';
import type { Entry } from './entry.ts';
import { asvs, owasp, php } from './sources.ts';

/** Verdicts on a session id. */
export const SESSION_REASON_ENTRIES: Readonly<Record<Extract<Reason, `session-${string}`>, Entry>> = {
  'session-missing': {
    term: 'No session id',
    says: 'The request carries no `PHPSESSID` cookie, or an empty one.',
    source: owasp('Session_Management', 'Session ID Properties'),
  },
  'session-malformed': {
    term: 'Malformed session id',
    says: 'This cannot be an id of ours. It is refused before it is used as a file name, or `../` would lead elsewhere.',
    source: owasp('Session_Management', 'Session ID Life Cycle'),
  },
  'session-unknown': {
    term: 'Unknown session id',
    says: 'There is no file of that name: it was logged out, cleaned up or made up. A strict server never adopts an id it did not give out.',
    source: php('session.configuration', 'session.use_strict_mode'),
  },
  'session-idle': {
    term: 'Unused for too long',
    says: 'The last request is further back than the idle limit. The file is removed.',
    source: asvs('7.3.1'),
  },
  'session-absolute': {
    term: 'Too long since login',
    says: 'The login is further back than the absolute limit, however busy the session was. The file is removed.',
    source: asvs('7.3.2'),
  },
  'session-corrupt': {
    term: 'Unreadable session file',
    says: 'The file is there but does not read as a session. It is removed rather than guessed at.',
    source: php('session.configuration', 'session.serialize_handler'),
  },
};
