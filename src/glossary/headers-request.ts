import type { Entry, OpenFamily } from './entry.ts';
import { cookies, FETCH, owasp, rfc } from './sources.ts';

/** Header fields that a request can carry here, in lower case. */
export const REQUEST_HEADER_ENTRIES: OpenFamily = {
  host: {
    term: 'Host',
    says: 'Which site is meant: one machine may serve many.',
    source: rfc(9110, '7.2'),
  },
  'user-agent': {
    term: 'User-Agent',
    says: 'What the browser calls itself. Anybody can write anything here, so it proves nothing.',
    source: rfc(9110, '10.1.5'),
  },
  accept: {
    term: 'Accept',
    says: 'Which kinds of content the client can read.',
    source: rfc(9110, '12.5.1'),
  },
  cookie: {
    term: 'Cookie',
    says: 'Name and value of every cookie that fits this request. The browser writes it; a page’s script may not.',
    source: cookies('4.2'),
  },
  authorization: {
    term: 'Authorization',
    says: 'Who is asking, in the form “scheme, space, credential”. With `Bearer`, whoever bears the token counts as its owner.',
    source: rfc(6750, '2.1'),
  },
  'session-id': {
    term: 'session-id',
    says: 'A field of this site’s own, with the session id in it. No standard knows it: the page’s script has to keep it and send it.',
    source: owasp('Session_Management', 'Session ID Exchange Mechanisms'),
  },
  origin: {
    term: 'Origin',
    says: 'The site whose page sent the request. A browser adds it itself and no script can change it, so a server can tell foreign pages from its own.',
    source: FETCH,
  },
  'access-control-request-method': {
    term: 'Access-Control-Request-Method',
    says: 'A preflight asks: may a page of another site use this method here?',
    source: FETCH,
  },
  'access-control-request-headers': {
    term: 'Access-Control-Request-Headers',
    says: 'A preflight asks: may a page of another site send these header fields? `Authorization` always needs that question.',
    source: FETCH,
  },
};

/** Header fields that requests and responses share. */
export const MESSAGE_HEADER_ENTRIES: OpenFamily = {
  'content-type': {
    term: 'Content-Type',
    says: 'What kind of content the body is, so that the receiver knows how to read it.',
    source: rfc(9110, '8.3'),
  },
  'content-length': {
    term: 'Content-Length',
    says: 'How many bytes the body has. Bytes, not characters: one letter may take two.',
    source: rfc(9110, '8.6'),
  },
  'cache-control': {
    term: 'Cache-Control',
    says: 'What caches on the way may do. `no-store` on every answer that carries a credential, so that none keeps a copy.',
    source: rfc(9111, '5.2'),
  },
  date: {
    term: 'Date',
    says: 'When the message was made, by the sender’s clock.',
    source: rfc(9110, '6.6.1'),
  },
} satisfies Record<string, Entry>;
