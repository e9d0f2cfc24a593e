import type { SettingId } from '#core/settings.ts';
import type { Entry } from './entry.ts';
import { asvs, jwtPractices, owasp, owaspJwt, rfc } from './sources.ts';

/** What can be turned, and what it buys or costs. */
export const SETTING_ENTRIES: Readonly<Record<SettingId, Entry>> = {
  idle: {
    term: 'Idle limit',
    says: 'A session unused this long is over. Every request starts the count anew.',
    source: asvs('7.3.1'),
  },
  absolute: {
    term: 'Absolute limit',
    says: 'A session is over this long after login, however busy it was. Without it a stolen session can be kept alive for ever.',
    source: asvs('7.3.2'),
  },
  denylist: {
    term: 'Denylist',
    says: 'Logging out writes the tokens’ ids on a list, and every request asks the list. Logout holds at once, and the store that JWTs save is back.',
    source: owaspJwt('No Built-In Token Revocation by the User'),
  },
  cutOff: {
    term: 'Cut-off per user',
    says: 'One moment per user; tokens issued before it are refused. It ends all of a user’s tokens at once, for one look-up per request.',
    source: asvs('7.4'),
  },
  accessLifetime: {
    term: 'Access token lifetime',
    says: 'How long an access token opens the door. Shorter means a thief has less time, and the page refreshes more often.',
    source: rfc(6750, '5.3'),
  },
  refreshLifetime: {
    term: 'Refresh token lifetime',
    says: 'How long after login new access tokens can be had without a password.',
    source: asvs('10.4.8'),
  },
  leeway: {
    term: 'Leeway',
    says: 'Seconds for which an expired token still counts, because no two clocks agree. A few minutes at most.',
    source: rfc(7519, '4.1.4'),
  },
  algorithm: {
    term: 'Algorithm',
    says: 'How tokens are signed. With HS256 everybody who can verify can also forge; RS256 and EdDSA have one key for each.',
    source: jwtPractices('3.2'),
  },
  transport: {
    term: 'Credential travels in',
    says: 'In a header that the page’s script writes, so any script can read it; or in a cookie with `HttpOnly`, which no script sees and the browser attaches by itself.',
    source: owasp('HTML5_Security', 'Local Storage'),
  },
  clientStorage: {
    term: 'Client keeps credentials in',
    says: '`localStorage` survives a reload and can be read by every script on the page. Memory is gone with the page.',
    source: rfc(10017, '8'),
  },
  refreshAhead: {
    term: 'Refresh ahead of expiry',
    says: 'The client renews its token five minutes before the end, instead of waiting for a 401.',
    source: rfc(6749, '1.5'),
  },
  hybridAccessLifetime: {
    term: 'Access token lifetime',
    says: 'How long the hybrid’s access token opens the door, after a logout too. It is short because nothing can end it.',
    source: rfc(6750, '5.3'),
  },
  refreshTransport: {
    term: 'Refresh token travels in',
    says: 'In bodies, so that a script keeps it and any other script on the page can read it; or in a cookie with `HttpOnly` and `SameSite=Strict`, which no script sees.',
    source: rfc(10017, '8'),
  },
  grace: {
    term: 'Grace for a used refresh token',
    says: 'For so many seconds after its use a refresh token is taken once more. Two tabs then do no harm; nor does a thief who is quick enough.',
    source: rfc(9700, '4.14.2'),
  },
  tabLock: {
    term: 'Tabs refresh one at a time',
    says: 'All tabs of a browser share one lock (`navigator.locks`), so that two of them never send the same refresh token.',
    source: { document: 'Web Locks API', url: 'https://w3c.github.io/web-locks/' },
  },
};
