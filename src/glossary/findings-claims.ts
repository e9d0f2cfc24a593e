import type { FindingEntry, OpenFamily } from './entry.ts';
import { jwtPractices, rfc } from './sources.ts';

/** Claims, by themselves and against a time; and claims that are missing. */
export const CLAIM_FINDING_ENTRIES: OpenFamily<FindingEntry> = {
  'claim-type': {
    term: 'Claim of the wrong type',
    says: 'The standard asks for another type here. A time in quotes is not a time.',
    advice: 'Write times as numbers, names as strings.',
    source: rfc(7519, '4.1'),
  },
  'claim-expired': {
    term: 'Expired',
    says: 'The clock has reached `exp`. From that second on the token must not be accepted.',
    advice: 'Get a new one.',
    source: rfc(7519, '4.1.4'),
  },
  'claim-not-yet-valid': {
    term: 'Not valid yet',
    says: 'The clock has not reached `nbf`.',
    advice: 'Wait, or compare the clocks of the two machines.',
    source: rfc(7519, '4.1.5'),
  },
  'claim-issued-ahead': {
    term: 'Made in the future',
    says: '`iat` is later than now. Usually two clocks differ.',
    advice: 'Compare the clocks.',
    source: rfc(7519, '4.1.6'),
  },
  'claim-date-unit': {
    term: 'Probably not seconds',
    says: 'The number is valid, but read as seconds it lies tens of thousands of years ahead. Somebody probably wrote milliseconds, so it would never expire.',
    advice: 'Divide by 1000 where the token is made.',
    source: rfc(7519, '2'),
  },
  'claim-date-fraction': {
    term: 'Fraction of a second',
    says: 'Fractions are allowed, but many programs cut them off or refuse them.',
    advice: 'Write whole seconds.',
    source: rfc(7519, '2'),
  },
  'claim-date-early': {
    term: 'Very long ago',
    says: 'The time lies before there were any such tokens.',
    advice: 'Look for a missing clock, or for a zero that means “none”.',
    source: rfc(7519, '2'),
  },
  'claim-date-beyond-calendar': {
    term: 'Beyond the calendar',
    says: 'The number is valid, but no calendar reaches that far; programs fail on it in different ways.',
    advice: 'Set an end that somebody will live to see.',
    source: rfc(7519, '2'),
  },
  'claim-date-order': {
    term: 'Times in the wrong order',
    says: 'A token cannot end before it begins, or before it was made.',
    advice: 'Check how the times are computed.',
    source: rfc(7519, '4.1'),
  },
  'exp-missing': {
    term: 'No end',
    says: 'Without `exp` the token is good for ever, also for whoever finds it.',
    advice: 'Set `exp`, and refuse tokens that have none.',
    source: rfc(7519, '4.1.4'),
  },
  'iat-missing': {
    term: 'No time of making',
    says: 'Without `iat` nobody can tell how old the token is, nor end all that were made before a certain moment.',
    advice: 'Set `iat`.',
    source: rfc(7519, '4.1.6'),
  },
  'iss-missing': {
    term: 'No issuer',
    says: 'Without `iss` a verifier with several keys cannot tell whose token it is.',
    advice: 'Set `iss`, and check it.',
    source: jwtPractices('3.8'),
  },
  'sub-missing': {
    term: 'No subject',
    says: 'The token does not say whom it is about.',
    advice: 'Set `sub`, if it is about somebody.',
    source: jwtPractices('3.8'),
  },
  'aud-missing': {
    term: 'No audience',
    says: 'Without `aud` a token for one service opens every other service that trusts the same issuer.',
    advice: 'Set `aud`, and refuse tokens meant for others.',
    source: jwtPractices('3.9'),
  },
  'jti-missing': {
    term: 'No number of its own',
    says: 'Without `jti` this one token cannot be put on a denylist.',
    advice: 'Set `jti`, if tokens are to be revoked one by one.',
    source: rfc(7519, '4.1.7'),
  },
  'typ-missing': {
    term: 'No type',
    says: 'Without `typ` one kind of token can be passed off as another.',
    advice: 'Set a type of your own, such as `at+jwt`, and check it.',
    source: jwtPractices('3.11'),
  },
  'typ-generic': {
    term: 'Type says little',
    says: '`JWT` is true of every JWT, so it tells no kind from another.',
    advice: 'Set a type of your own, such as `at+jwt`.',
    source: jwtPractices('3.11'),
  },
  'lifetime-long': {
    term: 'Long life',
    says: 'Whoever finds a copy can use it until the end, and it is hard to take back.',
    advice: 'Keep access tokens to an hour or less, and renew them.',
    source: rfc(6750, '5.3'),
  },
  'claim-name-spelling': {
    term: 'Misspelled claim',
    says: 'Names of claims are case-sensitive. A reader that looks for the registered name does not find this one, and takes it for missing.',
    advice: 'Write it exactly as registered.',
    source: rfc(7519, '7.3'),
  },
};
