import type { Reason } from '#core/reasons.ts';
import type { Entry } from './entry.ts';
import { cookies } from './sources.ts';

/** Why the browser kept, refused, sent or withheld a cookie. */
export const COOKIE_REASON_ENTRIES: Readonly<Record<Extract<Reason, `cookie-${string}`>, Entry>> = {
  'cookie-empty': {
    term: 'Empty cookie',
    says: 'Neither name nor value: there is nothing to keep.',
    source: cookies('5.6'),
  },
  'cookie-control-character': {
    term: 'Control character',
    says: 'A character that cannot be seen, such as a line break. Kept, it could end the header and start another.',
    source: cookies('5.6'),
  },
  'cookie-too-large': {
    term: 'Cookie too large',
    says: 'Name and value together are longer than 4096 bytes. The cookie is dropped without a word.',
    source: cookies('5.6'),
  },
  'cookie-attribute-too-large': {
    term: 'Attribute too large',
    says: 'An attribute’s value is longer than 1024 bytes, so this attribute is ignored.',
    source: cookies('5.6'),
  },
  'cookie-domain-mismatch': {
    term: 'Domain of somebody else',
    says: '`Domain` does not cover the host that sent it. A site cannot set cookies for another.',
    source: cookies('5.7'),
  },
  'cookie-public-suffix': {
    term: 'Domain of everybody',
    says: '`Domain` is a suffix under which anybody may register, such as `com`. One site could write to all the others.',
    source: cookies('5.7'),
  },
  'cookie-prefix': {
    term: 'Prefix not kept',
    says: 'The name begins with `__Host-` or `__Secure-`, but the cookie does not keep what that promises.',
    source: cookies('5.4'),
  },
  'cookie-secure-required': {
    term: 'Secure over plain http',
    says: 'A `Secure` cookie cannot be set by an answer that came unprotected.',
    source: cookies('5.7'),
  },
  'cookie-same-site-none-insecure': {
    term: 'SameSite=None without Secure',
    says: 'A cookie that goes everywhere must at least travel protected.',
    source: cookies('5.7'),
  },
  'cookie-overwrites-secure': {
    term: 'Would hide a secure cookie',
    says: 'An unprotected answer must not put its own cookie in front of a `Secure` one of that name.',
    source: cookies('5.7'),
  },
  'cookie-overwrites-http-only': {
    term: 'Would replace an HttpOnly cookie',
    says: 'A script must not overwrite what it may not read.',
    source: cookies('5.7'),
  },
  'cookie-expired': { term: 'Expired', says: 'Its time is over. The browser forgets it.', source: cookies('5.7') },
  'cookie-host-mismatch': {
    term: 'Other host',
    says: 'The cookie belongs to another host, so this one does not get it.',
    source: cookies('5.1.3'),
  },
  'cookie-path-mismatch': {
    term: 'Other path',
    says: 'The address does not lie below the cookie’s path.',
    source: cookies('5.1.4'),
  },
  'cookie-insecure-channel': {
    term: 'Not over https',
    says: 'A `Secure` cookie stays at home when the request is unprotected.',
    source: cookies('5.8.3'),
  },
  'cookie-cross-site': {
    term: 'From another site',
    says: 'A page of another site caused the request, and `SameSite` keeps the cookie at home.',
    source: cookies('5.8.3'),
  },
  'cookie-http-only': {
    term: 'Hidden from scripts',
    says: 'A script asked, and `HttpOnly` says no.',
    source: cookies('5.8.3'),
  },
};
