import type { Exchange, Phase } from '#core/events.ts';
import type { Entry } from './entry.ts';
import { asvs, cookies, OURS, owasp, rfc } from './sources.ts';

/** The point of an intent at which a row stands: what the two systems do there can be compared. */
export const PHASE_ENTRIES: Readonly<Record<Phase, Entry>> = {
  act: {
    term: 'Act',
    says: 'A person does something. Everything after it follows from this.',
    source: OURS,
  },
  ask: {
    term: 'Ask',
    says: 'The browser sends the request, with whatever says who is asking.',
    source: rfc(9110, '3.4'),
  },
  check: {
    term: 'Check',
    says: 'The server checks the password. It has to do this once per login, whichever way the login is remembered.',
    source: owasp('Password_Storage'),
  },
  recognise: {
    term: 'Recognise',
    says: 'The server works out who is asking, from nothing but this request and what it has kept.',
    source: rfc(9110, '11.4'),
  },
  work: {
    term: 'Work',
    says: 'What the request itself is about, such as reading the list of users. It costs the same on both sides.',
    source: OURS,
  },
  remember: {
    term: 'Remember',
    says: 'The server makes the login last: it writes it down, or it signs a statement and hands that out.',
    source: asvs('7.2.2'),
  },
  forget: {
    term: 'Forget',
    says: 'The server ends the login on its own side, so far as it has anything there to end.',
    source: asvs('7.4.1'),
  },
  answer: {
    term: 'Answer',
    says: 'The response travels back to the browser.',
    source: rfc(9110, '3.4'),
  },
  keep: {
    term: 'Keep',
    says: 'The browser, or the page’s script, puts the credential away for the next request.',
    source: cookies('5.7'),
  },
  drop: {
    term: 'Drop',
    says: 'The browser, or the page’s script, throws its own credential away. Copies elsewhere are not touched by this.',
    source: cookies('5.7'),
  },
  wait: {
    term: 'Wait',
    says: 'Time passes and nobody acts.',
    source: OURS,
  },
  operate: {
    term: 'Operate',
    says: 'Somebody works on the server’s machines themselves: at the database’s console, or on the disk. No request asks for it.',
    source: OURS,
  },
  stop: {
    term: 'Stop',
    says: 'The server’s process ends, and all that it held in memory is gone. Requests under way get no answer.',
    source: OURS,
  },
  start: {
    term: 'Start',
    says: 'The server’s process begins, and reads what it needs. What is on disk and in the database is where it was.',
    source: OURS,
  },
  configure: {
    term: 'Configure',
    says: 'The operator changes a setting.',
    source: OURS,
  },
};

/** Which round trip of an intent a row belongs to. */
export const EXCHANGE_ENTRIES: Readonly<Record<Exchange, Entry>> = {
  request: {
    term: 'The request itself',
    says: 'The first round trip: what the person asked for.',
    source: rfc(9110, '3.4'),
  },
  refresh: {
    term: 'Refresh',
    says: 'A round trip in between: the script shows its refresh token and gets a new access token.',
    source: rfc(6749, '6'),
  },
  retry: {
    term: 'Once more',
    says: 'The first request again, with a newer token. To the person it is all one click.',
    source: rfc(6750, '3.1'),
  },
  local: {
    term: 'In the browser',
    says: 'Something done without any message.',
    source: OURS,
  },
};
