import type { ClientAction } from '#core/events.ts';
import type { Entry } from './entry.ts';
import { asvs, cookies, FETCH, OURS, owasp, rfc, WEB_STORAGE } from './sources.ts';

/** What a browser or its user does by itself, without a message. */
export const CLIENT_ACTION_ENTRIES: Readonly<Record<ClientAction, Entry>> = {
  'submit-login': {
    term: 'Submits the login form',
    says: 'A person has typed an e-mail address and a password and presses the button.',
    source: OURS,
  },
  'open-users': {
    term: 'Opens the list of users',
    says: 'A person asks for a page that only somebody logged in may see.',
    source: OURS,
  },
  'open-profile': {
    term: 'Opens the profile',
    says: 'A person asks for a page about themselves, which only they may see.',
    source: OURS,
  },
  'press-logout': {
    term: 'Presses “Log out”',
    says: 'A person wants to be a stranger again. What has to be forgotten for that, and where, depends on the system.',
    source: OURS,
  },
  'press-logout-everywhere': {
    term: 'Presses “Log out everywhere”',
    says: 'A person wants every login of theirs to end, on devices out of reach too. Somebody has to know them all for that, or refuse whatever is older.',
    source: asvs('7.5.2'),
  },
  'change-email': {
    term: 'Changes the e-mail',
    says: 'A person gives another address. It changes something on the server, so it must not be possible for a foreign page to send it in their name.',
    source: owasp('Cross-Site_Request_Forgery_Prevention'),
  },
  'change-password': {
    term: 'Changes the password',
    says: 'A person types the old password and a new one. Whoever knew the old one should be out afterwards, on every device.',
    source: asvs('7.4.3'),
  },
  'end-sessions': {
    term: 'Ends somebody’s logins',
    says: 'An admin wants a user to be logged out at once, on all devices. What has been handed out signed is not for the server to take back.',
    source: asvs('7.4.5'),
  },
  'set-role': {
    term: 'Gives a role',
    says: 'An admin promotes or demotes a user. Who knows of it, and when, depends on where the role is read: in a table, in a copy, in a token.',
    source: owasp('Session_Management', 'Renew the Session ID After Any Privilege Level Change'),
  },
  'disable-user': {
    term: 'Disables somebody',
    says: 'An admin shuts an account: no new logins, no new tokens, and every login that the server knows of ends.',
    source: asvs('7.4.2'),
  },
  'read-token': {
    term: 'Reads the token',
    says: 'The page’s script fetches the token from where it keeps it. Any other script on the page could do the same.',
    source: WEB_STORAGE,
  },
  'set-authorization': {
    term: 'Writes the Authorization header',
    says: 'The page’s script puts the token into the request. A browser never adds it to a request unasked.',
    source: rfc(6750, '2.1'),
  },
  'set-session-id': {
    term: 'Writes the session-id header',
    says: 'The page’s script puts the id into a header of its own. No foreign page can do that unasked, and any script on this page can read the id.',
    source: owasp('Cross-Site_Request_Forgery_Prevention', 'Custom Request Headers'),
  },
  'attach-cookies': {
    term: 'Attaches cookies',
    says: 'The browser adds every cookie that fits this host, path and site. No script takes part, and none has to know them.',
    source: cookies('5.8.3'),
  },
  'no-credential': {
    term: 'No credential',
    says: 'The request leaves with nothing that says who is asking.',
    source: rfc(9110, '11.4'),
  },
  'copy-credential': {
    term: 'Copies the credential',
    says: 'Somebody with the device in hand takes the id or the tokens out of the browser. The original keeps working.',
    source: rfc(6750, '5.1'),
  },
  'replay-credential': {
    term: 'Shows a copied credential',
    says: 'The copy is the same characters as the original, so by itself it cannot be told from it.',
    source: rfc(6750, '5.1'),
  },
  'edit-credential': {
    term: 'Edits the credential',
    says: 'It is changed before it is sent, as a forger would try: the last character of an id, the role in a token.',
    source: rfc(7515, '10.1'),
  },
  'start-refresh': {
    term: 'Starts a refresh',
    says: 'The page’s script was told that the access token is no longer good, and shows the refresh token to get a new one.',
    source: rfc(6749, '1.5'),
  },
  'refresh-ahead': {
    term: 'Refreshes early',
    says: 'The script sees that the access token is about to expire and renews it first, instead of waiting for a 401.',
    source: rfc(6749, '1.5'),
  },
  'await-refresh': {
    term: 'Waits for a refresh under way',
    says: 'Another request is already fetching a new token. This one waits for it instead of fetching a second.',
    source: { document: 'Web Locks API', url: 'https://w3c.github.io/web-locks/' },
  },
  'retry-with-current': {
    term: 'Asks again with the current token',
    says: 'The same request is sent once more, this time with a token that is still good.',
    source: rfc(6750, '3.1'),
  },
  'give-up': {
    term: 'Gives up and logs out',
    says: 'The refresh was refused, so the script throws its tokens away. The person must type the password again.',
    source: FETCH,
  },
  'reload-page': {
    term: 'Reloads the page',
    says: 'The script starts anew, and its variables are gone. Cookies, localStorage and sessionStorage stay.',
    source: {
      document: 'HTML',
      section: 'Reloading',
      url: 'https://html.spec.whatwg.org/multipage/browsing-the-web.html',
    },
  },
  'close-tab': {
    term: 'Closes the tab',
    says: 'The page’s variables and this tab’s sessionStorage are gone. Cookies stay, also those without an end: they live until the whole browser is closed.',
    source: WEB_STORAGE,
  },
  'close-browser': {
    term: 'Closes the browser',
    says: 'Every tab is closed, and cookies without `Expires` or `Max-Age` are thrown away. A browser that opens its last tabs again may keep even those.',
    source: cookies('5.7'),
  },
  'edit-storage': {
    term: 'Edits what the browser keeps',
    says: 'A person changes a stored value in the browser’s own tools. `HttpOnly` is no obstacle: it keeps scripts away, not people.',
    source: cookies('8.3'),
  },
};
