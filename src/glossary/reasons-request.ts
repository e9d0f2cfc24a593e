import type { Reason } from '#core/reasons.ts';
import type { Entry } from './entry.ts';
import { asvs, owasp, rfc } from './sources.ts';

type RequestReason = Extract<
  Reason,
  | 'ok'
  | 'route-unknown'
  | 'method-not-allowed'
  | 'content-too-large'
  | 'media-type-unsupported'
  | 'body-invalid'
  | 'server-fault'
  | 'too-many-attempts'
  | 'user-unknown'
  | 'password-wrong'
  | 'user-disabled'
  | 'email-taken'
  | 'role-insufficient'
  | 'account-unknown'
>;

/** Verdicts on a request or a login. */
export const REQUEST_REASON_ENTRIES: Readonly<Record<RequestReason, Entry>> = {
  ok: { term: 'Accepted', says: 'Nothing speaks against it.', source: rfc(9110, '15.3.1') },
  'route-unknown': {
    term: 'Unknown address',
    says: 'The server has nothing at this path.',
    source: rfc(9110, '15.5.5'),
  },
  'method-not-allowed': {
    term: 'Wrong method',
    says: 'There is something at this path, but not for this method.',
    source: rfc(9110, '15.5.6'),
  },
  'content-too-large': {
    term: 'Body too large',
    says: 'The body is over one mebibyte, so it is not read at all.',
    source: rfc(9110, '15.5.14'),
  },
  'media-type-unsupported': {
    term: 'Wrong kind of body',
    says: '`Content-Type` names something the server does not read here.',
    source: rfc(9110, '15.5.16'),
  },
  'server-fault': {
    term: 'The server failed',
    says: 'The database refused what the server asked of it. The request is not to blame, and the answer gives nothing of this away.',
    source: rfc(9110, '15.6.1'),
  },
  'body-invalid': {
    term: 'Unreadable body',
    says: 'The body is not what its type says, or a field is missing or of the wrong kind.',
    source: rfc(9110, '15.5.1'),
  },
  'too-many-attempts': {
    term: 'Too many attempts',
    says: 'Five logins failed within fifteen minutes. From now on even the right password has to wait, or guessing would go on unseen.',
    source: asvs('6.3.1'),
  },
  'user-unknown': {
    term: 'No such account',
    says: 'Nobody has this e-mail address. The answer is the same as for a wrong password, and takes as long, so that nobody learns it.',
    source: owasp('Authentication', 'Authentication and Error Messages'),
  },
  'password-wrong': {
    term: 'Wrong password',
    says: 'The value derived from the typed password differs from the stored one.',
    source: owasp('Password_Storage'),
  },
  'user-disabled': {
    term: 'Disabled user',
    says: 'An admin shut this account. Where the server reads the table it knows at once; what was handed out signed knows nothing of it.',
    source: asvs('7.4.2'),
  },
  'email-taken': {
    term: 'Address in use',
    says: 'Somebody else logs in with this e-mail address. The answer is the same as for something that is no address.',
    source: owasp('Authentication', 'Authentication and Error Messages'),
  },
  'role-insufficient': {
    term: 'Not an admin',
    says: 'The login is good, but not for this. The role is the one that the scheme knows: read just now, copied at login, or signed into the token.',
    source: rfc(9110, '15.5.4'),
  },
  'account-unknown': {
    term: 'No such user',
    says: 'An admin named a user who is not there. Nobody else gets to hear that.',
    source: rfc(9110, '15.5.5'),
  },
};
