import type { OpenFamily } from './entry.ts';
import { cookies, FETCH, rfc } from './sources.ts';

/** Header fields that an answer can carry here, in lower case. */
export const RESPONSE_HEADER_ENTRIES: OpenFamily = {
  'set-cookie': {
    term: 'Set-Cookie',
    says: 'Asks the browser to keep a cookie: name, value, and rules for when to send it back. The same header with a date in the past removes it.',
    source: cookies('4.1'),
  },
  'www-authenticate': {
    term: 'WWW-Authenticate',
    says: 'With a 401: how to authenticate. RFC 9110 asks for it on every 401; this server sends it for tokens only, and leaves it out where the form is a login page.',
    source: rfc(9110, '11.6.1'),
  },
  allow: {
    term: 'Allow',
    says: 'With a 405: the methods this address does know.',
    source: rfc(9110, '10.2.1'),
  },
  'retry-after': {
    term: 'Retry-After',
    says: 'How many seconds to wait before trying again.',
    source: rfc(9110, '10.2.3'),
  },
  vary: {
    term: 'Vary',
    says: 'Which request fields the answer depends on, so that a cache does not hand it to somebody else.',
    source: rfc(9110, '12.5.5'),
  },
  'access-control-allow-origin': {
    term: 'Access-Control-Allow-Origin',
    says: 'Which other site’s pages may read this answer.',
    source: FETCH,
  },
  'access-control-allow-credentials': {
    term: 'Access-Control-Allow-Credentials',
    says: 'Whether pages of that other site may send cookies along and still read the answer.',
    source: FETCH,
  },
  'access-control-allow-methods': {
    term: 'Access-Control-Allow-Methods',
    says: 'Answers a preflight: these methods are allowed from there.',
    source: FETCH,
  },
  'access-control-allow-headers': {
    term: 'Access-Control-Allow-Headers',
    says: 'Answers a preflight: these header fields are allowed from there.',
    source: FETCH,
  },
  'access-control-expose-headers': {
    term: 'Access-Control-Expose-Headers',
    says: 'Which fields of the answer the other site’s scripts may read.',
    source: FETCH,
  },
  'access-control-max-age': {
    term: 'Access-Control-Max-Age',
    says: 'How many seconds the browser may remember the answer to its preflight.',
    source: FETCH,
  },
};

/** What may stand in `WWW-Authenticate` after `Bearer`. */
export const CHALLENGE_ENTRIES: OpenFamily = {
  realm: {
    term: 'realm',
    says: 'A name for the area that needs a login. It is only a label.',
    source: rfc(9110, '11.5'),
  },
  error: {
    term: 'error',
    says: 'What was wrong with the token. Left out when there was no token at all: then nothing was wrong, something was missing.',
    source: rfc(6750, '3.1'),
  },
  error_description: {
    term: 'error_description',
    says: 'A word for the developer. This server says `expired` only when all else about the token was right, and nothing otherwise.',
    source: rfc(6750, '3'),
  },
};
