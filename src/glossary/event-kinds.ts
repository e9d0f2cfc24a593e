import type { EventKind } from '#core/events.ts';
import type { Entry } from './entry.ts';
import { FETCH, OURS, rfc } from './sources.ts';

/** What a recorded fact is. */
export const EVENT_KIND_ENTRIES: Readonly<Record<EventKind, Entry>> = {
  action: {
    term: 'Action',
    says: 'Something a person or the page’s script does inside the browser. Nothing crosses the network.',
    source: OURS,
  },
  request: {
    term: 'Request',
    says: 'A message from the browser to the server: a method, an address, header fields and perhaps a body. HTTP itself ties it to no earlier request.',
    source: rfc(9110, '3.4'),
  },
  response: {
    term: 'Response',
    says: 'The server’s answer to one request: a status code, header fields and perhaps a body.',
    source: rfc(9110, '3.4'),
  },
  step: {
    term: 'Server step',
    says: 'Something the server does in its own code, without asking a store and without cryptography.',
    source: OURS,
  },
  store: {
    term: 'Store access',
    says: 'The server reads, writes or deletes a file or a row outside its own code. In a larger system this is a question to another machine.',
    source: OURS,
  },
  crypto: {
    term: 'Cryptography',
    says: 'A calculation with a key, or a draw of random bytes. It needs no store.',
    source: OURS,
  },
  change: {
    term: 'Change',
    says: 'One entry in one place is different now: what it was before, and what it is after.',
    source: OURS,
  },
  decision: {
    term: 'Verdict',
    says: 'Accepted or refused, with the rule it rests on. The answer tells the outside far less than is written down here.',
    source: OURS,
  },
  clock: {
    term: 'Time passes',
    says: 'Nobody acts. Lifetimes run out all the same, and no message says so.',
    source: OURS,
  },
  setting: {
    term: 'Setting changed',
    says: 'The operator turned a setting while the system ran. It holds from here on.',
    source: OURS,
  },
  statement: {
    term: 'Statement at the console',
    says: 'Somebody types SQL straight into the database. No request and no line of the server’s code takes part, and the server is not told.',
    source: OURS,
  },
  operation: {
    term: 'Work on the server',
    says: 'Somebody with access to the server itself does something to it. No request asks for it.',
    source: OURS,
  },
  failure: {
    term: 'Network error',
    says: 'A request of which no answer comes. The page learns that it failed, and not how far it got: what the server did before stays done.',
    source: FETCH,
  },
};
