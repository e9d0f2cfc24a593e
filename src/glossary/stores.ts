import type { Purpose, StoreName } from '#core/events.ts';
import type { AreaName } from '#core/state.ts';
import type { ClientKey } from '#core/credential-names.ts';
import type { Entry } from './entry.ts';
import { asvs, cookies, OURS, owasp, owaspJwt, php, rfc, WEB_STORAGE } from './sources.ts';

/** What the server keeps outside its own code. */
export const STORE_ENTRIES: Readonly<Record<StoreName, Entry>> = {
  files: {
    term: 'Session files',
    says: 'One file per login, named after the session id: `sess_<id>`. It says who is logged in; without it the id means nothing.',
    source: php('session.configuration', 'session.save_path'),
  },
  users: {
    term: 'Users',
    says: 'The table of accounts: name, role, and what is needed to check a password, but never the password itself.',
    source: owasp('Password_Storage'),
  },
  sessions: {
    term: 'Sessions',
    says: 'One row per login: the SHA-256 of the session id, whose it is, on which device, used when, good until when. All servers see the same rows.',
    source: owasp('Session_Management', 'Session ID Properties'),
  },
  families: {
    term: 'Families',
    says: 'One row per login: whose it is, on which device, until when. All refresh tokens that come from that login belong to it, and a mark on it ends them all.',
    source: rfc(9700, '4.14.2'),
  },
  refresh_tokens: {
    term: 'Refresh tokens',
    says: 'One row per refresh token: its SHA-256, its family, the token it was traded for, and when it was used. A used row stays, so that a second use is noticed.',
    source: rfc(9700, '4.14.2'),
  },
  denylist: {
    term: 'Denylist',
    says: 'The `jti` of every token that was ended before its time. It must be asked at each request, until the token would have expired anyway.',
    source: owaspJwt('No Built-In Token Revocation by the User'),
  },
  cutoffs: {
    term: 'Cut-offs',
    says: 'One moment per user: tokens issued before it are refused. One row ends all of a user’s tokens, and costs one look-up per request.',
    source: asvs('7.4'),
  },
  throttle: {
    term: 'Failed attempts',
    says: 'How often a login failed lately, per e-mail address, whether or not there is such an account. It slows guessing down.',
    source: asvs('6.3.1'),
  },
};

/** Every place in which something is remembered. */
export const AREA_ENTRIES: Readonly<Record<AreaName, Entry>> = {
  ...STORE_ENTRIES,
  cookies: {
    term: 'Cookie jar',
    says: 'Kept and sent by the browser itself. Scripts see only cookies without `HttpOnly`.',
    source: cookies('5.7'),
  },
  localStorage: {
    term: 'localStorage',
    says: 'Text kept per origin until somebody deletes it. Every script on the page can read all of it.',
    source: WEB_STORAGE,
  },
  sessionStorage: {
    term: 'sessionStorage',
    says: 'Like `localStorage`, but per tab and gone when the tab is closed. Despite the name it has nothing to do with server sessions.',
    source: WEB_STORAGE,
  },
  memory: {
    term: 'Script memory',
    says: 'Variables of the page’s script. A reload empties them; a hostile script in the same page can still get at what passes through.',
    source: owasp('HTML5_Security', 'Local Storage'),
  },
  clipboard: {
    term: 'Copied credential',
    says: 'What somebody copied out of a browser. Whoever holds a credential is taken for its owner: servers look at the credential, not at the person.',
    source: rfc(6750, '1.2'),
  },
  secrets: {
    term: 'Secrets',
    says: 'The keys that sign tokens, in the server’s memory. Whoever has the signing key can write any token.',
    source: rfc(7515, '10.1'),
  },
};

/** What front ends keep under names of their own. */
export const CLIENT_KEY_ENTRIES: Readonly<Record<ClientKey, Entry>> = {
  access_token: {
    term: 'access_token',
    says: 'The pass itself, kept by the page’s script so that it can be put into the next request. Whoever reads it can use it until it expires.',
    source: rfc(6749, '1.4'),
  },
  refresh_token: {
    term: 'refresh_token',
    says: 'What the page trades for a new access token. It lives longer than that one, and is sent to one address only.',
    source: rfc(6749, '1.5'),
  },
  user_data: {
    term: 'user_data',
    says: 'A copy of who has logged in, for the page to show: id, name, role. It proves nothing and no server reads it. Changed by hand, it changes what the page shows and nothing else.',
    source: OURS,
  },
  'session-id': {
    term: 'session-id',
    says: 'The session id, kept by the page’s script and sent in a header of its own. Unlike an `HttpOnly` cookie, any script on the page can read it.',
    source: owasp('HTML5_Security', 'Local Storage'),
  },
  access_expires: {
    term: 'access_expires',
    says: 'When the access token ends, as the answer said. The page cannot read the token in an `HttpOnly` cookie, so it keeps this to know when to refresh.',
    source: rfc(6749, '5.1'),
  },
};

/** What a store access is for: only the first kind is the price of remembering a login. */
export const PURPOSE_ENTRIES: Readonly<Record<Purpose, Entry>> = {
  authentication: {
    term: 'Authentication',
    says: 'This access serves to recognise or to remember the login. The score counts it.',
    source: OURS,
  },
  request: {
    term: 'The request’s own',
    says: 'This access belongs to what was asked for, and would be needed with any kind of login.',
    source: OURS,
  },
};
