import type { OpenFamily } from './entry.ts';
import { owaspJwt, rfc } from './sources.ts';

/** The seven claims that RFC 7519 §4.1 registers. */
export const REGISTERED_CLAIM_ENTRIES: OpenFamily = {
  iss: {
    term: 'iss',
    says: 'Issuer: who made this token. A verifier that trusts several issuers must use each one’s own key.',
    source: rfc(7519, '4.1.1'),
  },
  sub: {
    term: 'sub',
    says: 'Subject: whom the token is about, unique at this issuer.',
    source: rfc(7519, '4.1.2'),
  },
  aud: {
    term: 'aud',
    says: 'Audience: whom the token is meant for, one name or a list. A server that is not named must refuse it.',
    source: rfc(7519, '4.1.3'),
  },
  exp: {
    term: 'exp',
    says: 'Expires: from this second on the token is no good. Seconds since 1970, not milliseconds.',
    source: rfc(7519, '4.1.4'),
  },
  nbf: {
    term: 'nbf',
    says: 'Not before: until this second the token is not good yet.',
    source: rfc(7519, '4.1.5'),
  },
  iat: {
    term: 'iat',
    says: 'Issued at: when the token was made. What it states was true then.',
    source: rfc(7519, '4.1.6'),
  },
  jti: {
    term: 'jti',
    says: 'The token’s own number, different for every token. It is what a denylist writes down.',
    source: rfc(7519, '4.1.7'),
  },
};

/** This server’s own claims. */
export const APP_CLAIM_ENTRIES: OpenFamily = {
  user_id: {
    term: 'user_id',
    says: 'The number of the account, as in the table of users. The same as `sub`, but a number.',
    source: rfc(7519, '4.3'),
  },
  user_name: {
    term: 'user_name',
    says: 'The name to show. Anybody who holds the token can read it.',
    source: owaspJwt('Token Information Disclosure'),
  },
  role: {
    term: 'role',
    says: 'What the account was allowed to do when the token was made. After a change of role the token still says the old one, until it expires.',
    source: rfc(7519, '4.3'),
  },
};
