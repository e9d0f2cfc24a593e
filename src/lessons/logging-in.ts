import type { EventQuery } from '#core/query.ts';
import { append, set } from './edits.ts';
import { here } from './happened.ts';
import type { Lesson } from './lesson.ts';
import { FIRST_CARD } from './order.ts';
import { whichSide } from './which-side.ts';

/** A cookie carries the credential, or part of it. */
const IN_COOKIE: EventQuery = { intent: 'login', kind: 'change', area: 'cookies' };

export const LOGGING_IN: Lesson = {
  ...FIRST_CARD,
  version: 1,
  objective: 'Say what each system writes down at a login, on which side of the wire, and who can read it there.',
  seed: 1,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt' },
  intents: [{ id: 'login', kind: 'login', device: 'laptop', person: 'john' }],

  beats: [
    {
      id: 'stranger',
      at: [{ intent: 'login', phase: 'act' }],
      title: 'Nobody knows John yet',
      text: 'HTTP has no memory. Every request comes as if from a stranger, even one second after the last. A login is a deal: show the password once, and get something handier to show from then on.',
      notes:
        'Ask: how many pages of your bank did you open today, and how often did you type the password? So what did the browser show instead? Collect guesses, correct none. Somebody usually says “my IP address”: a whole school may share one, and a phone changes it on the bus.',
    },
    {
      id: 'once',
      at: [{ intent: 'login', phase: 'ask' }],
      title: 'The password crosses the wire once',
      text: 'E-mail and password travel in the body of a `POST`, over https. In the body, because addresses end up in logs and histories. Up to here the two systems do not differ at all.',
      notes:
        'Open the HTTP tab and let the room find the password in the message: it is there, in plain sight. Https protects it on the way, not at its end. What usually goes wrong: people think the browser sends a hash.',
    },
    {
      id: 'proof',
      at: [{ intent: 'login', phase: 'check' }],
      title: 'Checking a password is slow on purpose',
      text: 'The server looks how often this e-mail address failed lately, reads John’s row, and turns what he typed into a value, in hundreds of thousands of rounds. A thief of the table must pay that for every guess. Nobody wants to pay it at every request: the result has to be remembered.',
      notes:
        'Point at the virtual clock: this one step costs more than the trip across the network. Ask what would happen if every request carried the password. (It would work. It would be slow, and the password would be everywhere.)',
      claim: {
        said: 'A salted hash keeps passwords safe.',
        truth:
          'Only a slow one does: a fast hash takes 2.3 µs a guess. Use Argon2id, scrypt, bcrypt, or PBKDF2 with 600 000 rounds.',
        source: 'OWASP Password Storage',
      },
    },
    {
      id: 'remember',
      at: [{ intent: 'login', phase: 'remember' }],
      title: 'Now the login must be made to last',
      text: 'The password was right, and the next request must profit from it. There are two places for that knowledge: on the server, under a number; or in the browser’s own hands, signed so that it cannot be changed.',
      sides: {
        'php-session':
          'A random number of 128 bits, and a file of that name that says whose it is. The number alone means nothing, like a coat-check ticket.',
        'sql-session':
          'A random number of 128 bits, and a row in a table that says whose it is, on which device, and until when. The table holds the number’s SHA-256 only: who reads it cannot log in with it.',
        jwt: 'Who, which role, until when: written out, and signed with a key that only the server has. Nothing is stored. It is a boarding pass.',
        hybrid:
          'A pass and a ticket: a signed token for a short while, and a random one that gets the next. Of the second a table keeps the SHA-256.',
      },
      notes:
        'Stop before this row and take the bets. Then show the session file and the token next to each other: the same facts, in two places. Ask which of the two the server could still find if John called and said “log me out everywhere”.',
    },
    {
      id: 'answer',
      at: [{ intent: 'login', phase: 'answer' }],
      title: 'The answer hands over the claim check',
      text: 'From now on this is what the browser shows instead of the password. Whoever shows it counts as John, and so `Cache-Control: no-store` forbids every cache on the way to keep a copy.',
      sides: {
        'php-session':
          '`Set-Cookie` speaks to the browser, not to the page: 32 characters, and the rules for sending them back.',
        'sql-session': [
          {
            when: here(IN_COOKIE),
            text: '`Set-Cookie` speaks to the browser, not to the page: 32 characters, and the rules for sending them back.',
          },
          {
            text: 'A header `session-id`, and the body once more, speak to the page’s script: 32 characters, and nobody but the script will keep them.',
          },
        ],
        jwt: [
          {
            when: here(IN_COOKIE),
            text: '`Set-Cookie` gives the browser the access token. The body speaks to the page’s script: a refresh token to get new ones.',
          },
          {
            text: 'The body speaks to the page’s script: an access token for every request, and a refresh token to get new ones.',
          },
        ],
        hybrid: [
          {
            when: here(IN_COOKIE),
            text: 'The body gives the page’s script an access token to show. `Set-Cookie` gives the browser a refresh token, good for one trade.',
          },
          {
            text: 'The body speaks to the page’s script: an access token to show, and a refresh token to trade in, once, for the next two.',
          },
        ],
      },
      claim: {
        said: 'The token is encoded in base64, so it is protected.',
        truth: 'Anybody can read it. Signing stops changes, not readers: put nothing secret inside.',
        source: 'RFC 7519 §12',
      },
      notes:
        'Open the token in the Token tab and read John’s name and role aloud. Ask who else can do that. Then open the ticket: there is nothing to read. Compare their sizes in the Bytes tab; one of the two is sent with every request from now on.',
    },
    {
      id: 'keep',
      at: [{ intent: 'login', phase: 'keep' }],
      title: 'And the browser puts it away',
      text: 'What matters from here on is who can reach into that pocket: only the browser, the page’s own script, or any script that sneaked in. Add it up: who wrote, how often, and (in the Bytes tab) how many bytes were handed out?',
      sides: {
        'php-session':
          'The cookie jar belongs to the browser. `HttpOnly` hides the cookie from scripts: a hostile one may still use it, but cannot carry it away.',
        'sql-session': [
          {
            when: here(IN_COOKIE),
            text: 'The cookie jar belongs to the browser. `HttpOnly` hides the cookie from scripts: a hostile one may still use it, but cannot carry it away.',
          },
          {
            text: 'The script keeps the number itself, in `localStorage` unless told otherwise. No foreign page can send it from there; a hostile script in this page can.',
          },
        ],
        jwt: [
          {
            when: here(IN_COOKIE),
            text: 'The access token is out of every script’s reach. The refresh token is not, and is worth more.',
          },
          {
            text: 'The script keeps it itself, in `localStorage` unless told otherwise. There a hostile script reads it in one line and sends it home.',
          },
        ],
        hybrid:
          'The script keeps both itself, unless a cookie carries the refresh token. What it can read, a hostile script can send home.',
      },
      claim: {
        said: 'localStorage is fine for tokens.',
        truth:
          'Every script on the page reads it. An HttpOnly cookie cannot be stolen that way, though it can still be used from inside the page.',
        source: 'RFC 10017 §8.5',
      },
      notes:
        'Answer the lesson’s question with the room: on the left the server remembers, on the right the browser carries the memory. Do not let anybody call one of them “secure”: each has a different weak spot, and the next lessons lean on both.',
    },
  ],

  bets: [
    {
      id: 'writes',
      before: [{ intent: 'login', phase: 'remember' }],
      question: 'The password was right. Which server now writes down that John is logged in?',
      options: whichSide({ intent: 'login', kind: 'store', op: 'write', purpose: 'authentication' }),
      because:
        'A session server keeps the login and hands out its number. A JWT server writes nothing down: what it hands out is the login.',
    },
    {
      id: 'readable',
      before: [{ intent: 'login', phase: 'keep' }],
      question: 'A hostile script sneaks into the page and reads `localStorage`. Where does it find John’s login?',
      options: whichSide({
        intent: 'login',
        kind: 'change',
        area: 'localStorage',
        change: 'added',
      }),
      because:
        '`localStorage` is open to every script of the site; an `HttpOnly` cookie is not. Neither stops a hostile script from acting as John while the page is open.',
    },
  ],

  changes: [
    {
      id: 'phone',
      label: 'Log in on his phone as well',
      text: 'A second login stands beside the first: for a session another number, with a file or a row of its own; for a JWT another pair of tokens, and still nothing at the server. Ask the JWT server on how many devices John is logged in. It cannot know.',
      column: 'both',
      edits: append({ id: 'phone', kind: 'login', device: 'phone', person: 'john' }),
    },
    {
      id: 'mistyped',
      label: 'Mistype the password first',
      text: 'Both answer 401, in the same words as for an address nobody has. Nothing is handed out and nothing remembered, except that an attempt failed. After five of those even the right password must wait.',
      column: 'both',
      edits: [
        {
          kind: 'insert',
          before: 'login',
          intent: {
            id: 'mistyped',
            kind: 'login',
            device: 'laptop',
            person: 'john',
            password: 'correct horse battery stable',
          },
        },
      ],
    },
    {
      id: 'memory',
      label: 'Keep the tokens in memory only',
      text: 'Look at `localStorage`: no token is there for a hostile script to find. The price: a reload empties the memory, and John has to log in again.',
      column: 'right',
      only: 'jwt',
      edits: [set({ clientStorage: 'memory' })],
    },
  ],

  goal: {
    prompt:
      'A partner’s server shall be able to check John’s tokens, but never to write one. Set up the right side for that.',
    hint: 'With one shared secret, whoever can verify can also sign.',
    settings: ['algorithm', 'accessLifetime', 'denylist', 'clientStorage'],
    changes: [],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'login', status: 200 } },
        { on: 'right', count: { intent: 'login', op: 'sign', subject: 'access_token' }, min: 1 },
        { on: 'right', count: { intent: 'login', op: 'sign', algorithm: 'HS256' }, max: 0 },
      ],
    },
    solutions: [[set({ algorithm: 'RS256' })], [set({ algorithm: 'EdDSA' })]],
    wrong: [
      {
        edits: [set({ accessLifetime: 60 })],
        because: 'A short life ends a forged token sooner. It does not keep the partner from forging the next one.',
      },
      {
        edits: [set({ denylist: true })],
        because: 'A denylist can end a token that is known. It cannot tell who wrote it.',
      },
      {
        edits: [set({ clientStorage: 'memory' })],
        because: 'This hides the token from scripts. The partner would still need the secret that signs.',
      },
    ],
    praise:
      'A private key signs, a public key verifies: the partner gets the public one, good for checking and useless for forging. Compare the two ways: an EdDSA signature has 64 bytes, an RSA signature 256.',
  },
};
