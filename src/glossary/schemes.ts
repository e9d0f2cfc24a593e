import type { CarriedCredential, CryptoFact } from '#core/events.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Entry } from './entry.ts';
import { cookies, owasp, rfc } from './sources.ts';

/** The ways a login can be remembered. */
export const SCHEME_ENTRIES: Readonly<Record<SchemeId, Entry>> = {
  'php-session': {
    term: 'Session',
    says: 'A coat-check ticket: the browser gets a meaningless random number, and the server keeps a file that says whose it is. Tear up the file and the ticket is worthless.',
    source: owasp('Session_Management', 'Introduction'),
  },
  'sql-session': {
    term: 'SQL session',
    says: 'A coat-check ticket whose coats hang in a database: one row per login, found by the SHA-256 of its number, shared by all servers. Delete the row and the ticket is worthless.',
    source: owasp('Session_Management', 'Session ID Properties'),
  },
  jwt: {
    term: 'JWT',
    says: 'A boarding pass: everything is printed on it and signed, so the server keeps nothing. It holds until the time printed on it.',
    source: rfc(7519, '1'),
  },
  hybrid: {
    term: 'Hybrid',
    says: 'A boarding pass that is good for a quarter of an hour, and a coat-check ticket for the next one. Each ticket is good once: one that comes back a second time ends the login.',
    source: rfc(9700, '4.14.2'),
  },
};

/** What a browser shows in order to be recognised. */
export const CREDENTIAL_ENTRIES: Readonly<Record<CarriedCredential['form'], Entry>> = {
  'session-id': {
    term: 'Session id',
    says: 'A random number of 128 bits. It says nothing by itself; it is the name of something the server keeps.',
    source: cookies('8.4'),
  },
  'access-token': {
    term: 'Access token',
    says: 'The signed statement that opens the door, shown with every request. It is made to live briefly, because it is hard to take back.',
    source: rfc(6749, '1.4'),
  },
  'refresh-token': {
    term: 'Refresh token',
    says: 'Shown in one place only, to get a new access token. It lives for days, so it is the better thing to steal.',
    source: rfc(6749, '1.5'),
  },
};

/** Where in a message a credential rides. */
export const CARRIER_ENTRIES: Readonly<Record<CarriedCredential['carrier'], Entry>> = {
  cookie: {
    term: 'In Cookie',
    says: 'Put there by the browser, with every request that fits. A foreign page can make it do that too, which is what CSRF lives on.',
    source: cookies('8.2'),
  },
  authorization: {
    term: 'In Authorization',
    says: 'Put there by the page’s script. No foreign page can cause it, but any script on the page can read what it is made of.',
    source: rfc(6750, '2.1'),
  },
  header: {
    term: 'In a header of its own',
    says: 'Put there by the page’s script. No foreign page can cause it, so CSRF finds nothing here; but any script on the page can read the id.',
    source: owasp('Cross-Site_Request_Forgery_Prevention', 'Custom Request Headers'),
  },
  body: {
    term: 'In the body',
    says: 'A field of the content, for the page’s script to read or to write.',
    source: rfc(6749, '5.1'),
  },
  'set-cookie': {
    term: 'In Set-Cookie',
    says: 'Handed to the browser to keep, not to the script.',
    source: cookies('4.1'),
  },
};

/** What a calculation is for. */
export const CRYPTO_OP_ENTRIES: Readonly<Record<CryptoFact['op'], Entry>> = {
  derive: {
    term: 'Derive',
    says: 'A slow calculation turns the password into a value that can be compared with the stored one. Slow on purpose: a thief of the table must pay it for every guess. This simulation runs fewer rounds than the 600 000 it stands for.',
    source: owasp('Password_Storage'),
  },
  hash: {
    term: 'Hash',
    says: 'A fast one-way calculation. The table keeps its result instead of the id, so that whoever reads the table cannot log in with what stands there.',
    source: owasp('Session_Management', 'Session ID Properties'),
  },
  sign: {
    term: 'Sign',
    says: 'The two encoded parts, joined by a dot, go through the key, byte for byte. The result proves that a holder of the key wrote them.',
    source: rfc(7515, '5.1'),
  },
  verify: {
    term: 'Verify',
    says: 'The signature is checked over the very characters that arrived. One changed character and it fails.',
    source: rfc(7515, '5.2'),
  },
  random: {
    term: 'Draw random bytes',
    says: 'Bytes nobody can guess, from the system’s generator for secrets. Here they come from the seed, so that the run can be repeated.',
    source: rfc(4086, '1'),
  },
};
