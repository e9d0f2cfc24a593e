import type { Reason } from '#core/reasons.ts';
import type { Entry } from './entry.ts';
import { asvs, jwtPractices, owaspJwt, rfc } from './sources.ts';

/** Verdicts on a token and on the header that carries it. */
export const TOKEN_REASON_ENTRIES: Readonly<Record<Extract<Reason, `${'bearer' | 'token'}-${string}`>, Entry>> = {
  'bearer-missing': {
    term: 'No token',
    says: 'There is no `Authorization: Bearer` header. The 401 carries no error code: nothing was wrong, something was missing.',
    source: rfc(6750, '3.1'),
  },
  'bearer-malformed': {
    term: 'Header of the wrong form',
    says: '`Authorization` must be `Bearer`, one space and one token. Anything else is a malformed request, 400.',
    source: rfc(6750, '3.1'),
  },
  'token-malformed': {
    term: 'Not a token',
    says: 'This is not three parts with two dots between them, or a part is not a JSON object.',
    source: rfc(7519, '7.2'),
  },
  'token-encoding': {
    term: 'Not clean base64url',
    says: 'A part has a character, a padding or a last character that the encoding does not allow. Other spellings of the same bytes are refused, or a denylist could be dodged.',
    source: rfc(4648, '3.5'),
  },
  'token-duplicate-member': {
    term: 'The same name twice',
    says: 'One name stands twice in the JSON. Two readers could understand two different things, so neither is believed.',
    source: rfc(7519, '4'),
  },
  'token-alg': {
    term: 'Wrong algorithm',
    says: 'The header names an algorithm this server does not use. The server decides what it accepts, not the token.',
    source: jwtPractices('3.1'),
  },
  'token-crit': {
    term: 'Unknown critical parameter',
    says: '`crit` names something this server does not know and therefore must not ignore.',
    source: rfc(7515, '4.1.11'),
  },
  'token-signature': {
    term: 'Signature does not match',
    says: 'The signature does not belong to these characters and this key: the token was changed, or somebody else made it.',
    source: rfc(7515, '5.2'),
  },
  'token-typ': {
    term: 'Wrong kind of token',
    says: 'A good token, but of another kind: a refresh token shown as an access token, or the other way round.',
    source: jwtPractices('3.11'),
  },
  'token-iss': { term: 'Wrong issuer', says: '`iss` names somebody else.', source: jwtPractices('3.8') },
  'token-aud': {
    term: 'Meant for somebody else',
    says: '`aud` does not name this server. A token for one service must not open another.',
    source: jwtPractices('3.9'),
  },
  'token-claim-missing': {
    term: 'A claim is missing',
    says: 'A claim that this server insists on is not there. A token without `exp` would never end.',
    source: rfc(7519, '4.1'),
  },
  'token-claim-type': {
    term: 'A claim of the wrong type',
    says: 'A time must be a number, a name must be text.',
    source: rfc(7519, '4.1'),
  },
  'token-expired': {
    term: 'Expired',
    says: 'The clock has reached `exp`. The signature is as good as ever, and that does not help.',
    source: rfc(7519, '4.1.4'),
  },
  'token-not-yet-valid': {
    term: 'Not valid yet',
    says: 'The clock has not reached `nbf`.',
    source: rfc(7519, '4.1.5'),
  },
  'token-revoked': {
    term: 'On the denylist',
    says: 'The token’s `jti` was written on the denylist, at logout for example.',
    source: owaspJwt('No Built-In Token Revocation by the User'),
  },
  'token-cut-off': {
    term: 'Issued before the cut-off',
    says: 'All of this user’s tokens up to a certain moment were ended, and this is one of them.',
    source: asvs('7.4'),
  },
  'token-subject-unknown': {
    term: 'No such account any more',
    says: 'The token is good, but the account it speaks of does not exist.',
    source: rfc(7519, '4.1.2'),
  },
};
