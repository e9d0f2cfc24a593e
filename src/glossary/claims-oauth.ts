import type { OpenFamily } from './entry.ts';
import { rfc } from './sources.ts';

/** Claims of OAuth access tokens and what is built on them. */
export const OAUTH_CLAIM_ENTRIES: OpenFamily = {
  client_id: {
    term: 'client_id',
    says: 'Which application asked for this token.',
    source: rfc(8693, '4.3'),
  },
  scope: {
    term: 'scope',
    says: 'What the application may do, as words with spaces between them. It limits the application, not the person.',
    source: rfc(8693, '4.2'),
  },
  auth_time: {
    term: 'auth_time',
    says: 'When the person last typed a password or the like, in Unix seconds.',
    source: rfc(9068, '2.2.1'),
  },
  acr: {
    term: 'acr',
    says: 'How strong the login was, as a name both sides agreed on.',
    source: rfc(9068, '2.2.1'),
  },
  amr: {
    term: 'amr',
    says: 'By which means the person logged in: `pwd`, `otp`, `hwk` and so on.',
    source: rfc(8176, '2'),
  },
  roles: {
    term: 'roles',
    says: 'The person’s roles when the token was made. Later changes do not reach it.',
    source: rfc(9068, '2.2.3.1'),
  },
  groups: {
    term: 'groups',
    says: 'The groups the person belonged to when the token was made.',
    source: rfc(9068, '2.2.3.1'),
  },
  entitlements: {
    term: 'entitlements',
    says: 'Single rights the person had when the token was made.',
    source: rfc(9068, '2.2.3.1'),
  },
  cnf: {
    term: 'cnf',
    says: 'Which key the bearer must prove to hold. A thief who has only the token cannot use it then.',
    source: rfc(7800, '3.1'),
  },
  act: {
    term: 'act',
    says: 'Who is acting on behalf of the subject.',
    source: rfc(8693, '4.1'),
  },
  may_act: {
    term: 'may_act',
    says: 'Who is allowed to act on behalf of the subject.',
    source: rfc(8693, '4.4'),
  },
  authorization_details: {
    term: 'authorization_details',
    says: 'What exactly was allowed, in more detail than `scope` can say.',
    source: rfc(9396, '9.1'),
  },
  htm: {
    term: 'htm',
    says: 'The method of the request this proof was made for.',
    source: rfc(9449, '4.2'),
  },
  htu: {
    term: 'htu',
    says: 'The address of the request this proof was made for.',
    source: rfc(9449, '4.2'),
  },
  ath: {
    term: 'ath',
    says: 'The fingerprint of the access token this proof goes with.',
    source: rfc(9449, '4.2'),
  },
  events: {
    term: 'events',
    says: 'Something that happened to the subject, such as a logout or a changed password.',
    source: rfc(8417, '2.2'),
  },
  _sd: {
    term: '_sd',
    says: 'Fingerprints of claims that are held back; the holder shows them one by one.',
    source: rfc(9901, '4.2.4.1'),
  },
  _sd_alg: {
    term: '_sd_alg',
    says: 'Which hash the fingerprints in `_sd` were made with.',
    source: rfc(9901, '4.1.1'),
  },
  sd_hash: {
    term: 'sd_hash',
    says: 'Ties the holder’s proof to exactly the claims shown with it.',
    source: rfc(9901, '4.3'),
  },
};
