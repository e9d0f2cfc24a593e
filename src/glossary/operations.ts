import type { NetworkProblem, Operation } from '#core/own-facts.ts';
import type { Entry } from './entry.ts';
import { FETCH, OURS, php } from './sources.ts';

/** What somebody does to a server itself. */
export const OPERATION_ENTRIES: Readonly<Record<Operation, Entry>> = {
  'delete-files': {
    term: 'Deletes session files',
    says: 'Without its file an id means nothing: whoever shows it is a stranger. PHP’s own clean-up of old sessions does the same.',
    source: php('session.configuration', 'session.gc_maxlifetime'),
  },
  'stop-server': {
    term: 'The server stops',
    says: 'Its memory is lost. A statement of SQL that was under way is undone, and whoever waits for an answer gets a network error.',
    source: OURS,
  },
  'start-server': {
    term: 'The server starts',
    says: 'It reads its secrets again, if it has any. With the same secret, tokens signed before the restart are still good.',
    source: OURS,
  },
};

/** Why a page is told of a network error instead of an answer. */
export const NETWORK_PROBLEM_ENTRIES: Readonly<Record<NetworkProblem, Entry>> = {
  'server-stopped': {
    term: 'The server stopped midway',
    says: 'The connection broke before the answer. The page cannot tell whether the server had done what it was asked.',
    source: FETCH,
  },
  'server-down': {
    term: 'The server is down',
    says: 'Nobody listens at this address at the moment, so the connection is refused.',
    source: FETCH,
  },
  'page-gone': {
    term: 'The page is gone',
    says: 'The server answered, but the page that asked was reloaded or closed meanwhile. Nothing of the answer is kept.',
    source: FETCH,
  },
  'not-sendable': {
    term: 'It cannot be sent',
    says: 'A header field cannot hold these characters, so the browser refuses to send the request.',
    source: FETCH,
  },
};
