import type { Reason } from '#core/reasons.ts';
import type { Entry } from './entry.ts';
import { asvs, rfc } from './sources.ts';

/** Verdicts on a refresh token that only a table gives a meaning. */
export const REFRESH_REASON_ENTRIES: Readonly<Record<Extract<Reason, `refresh-${string}`>, Entry>> = {
  'refresh-unknown': {
    term: 'Unknown refresh token',
    says: 'Its SHA-256 stands in no row: it was made up, or it is a token of another kind. There is nothing in it to verify.',
    source: rfc(6749, '5.2'),
  },
  'refresh-expired': {
    term: 'Family at its end',
    says: 'The login is further back than a refresh token lives. However often it was rotated, the end stayed where the login put it.',
    source: asvs('10.4.8'),
  },
  'refresh-revoked': {
    term: 'Family revoked',
    says: 'The whole family was ended: by a logout, or because one of its used tokens came back.',
    source: rfc(9700, '4.14.2'),
  },
  'refresh-reused': {
    term: 'Used before',
    says: 'This token was traded in already. Two have a copy, the owner and perhaps a thief, and nobody can tell which of them this is: the whole family is ended.',
    source: rfc(9700, '4.14.2'),
  },
};
