import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { append, set } from './edits.ts';
import { here } from './happened.ts';
import type { Bet, Lesson } from './lesson.ts';
import { whichSide } from './which-side.ts';

/** A list of what was called back, or a person’s cut-off: a token by itself needs neither. */
const ASKED_A_STORE: EventQuery = {
  intent: 'users',
  exchange: 'request',
  kind: 'store',
  op: 'read',
  purpose: 'authentication',
};

/** The status both sides answer the bare request with. */
function answersBare(status: number, label: string): Bet['options'][number] {
  const count = { intent: 'bare', kind: 'response', status } as const;
  const holds = {
    all: [
      { on: 'left', count },
      { on: 'right', count },
    ],
  } as const;
  return { id: String(status), label, holds };
}

/** John was recognised, and the table was read for him. */
const GETS_THE_LIST: EventQuery = { intent: 'users', kind: 'store', store: 'users', purpose: 'request' };

/** The browser added a cookie to the request. */
const ATTACHED: EventQuery = { intent: 'users', kind: 'action', name: 'attach-cookies' };

export const PROTECTED_REQUEST: Lesson = {
  ...CARDS.protectedRequest,
  version: 1,
  objective: 'Say what travels with a request, who put it there, and what each server must do to recognise John by it.',
  seed: 2,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'coffee', kind: 'wait', seconds: 600 },
    { id: 'users', kind: 'list-users', device: 'laptop' },
    { id: 'bare', kind: 'list-users', device: 'laptop', credential: 'none' },
  ],
  opensAt: [{ intent: 'users', phase: 'act' }],

  beats: [
    {
      id: 'stranger-again',
      at: [{ intent: 'users', phase: 'act' }],
      title: 'After a coffee, John is a stranger again',
      text: 'He opens a page that is not for everybody. To the server this request could come from anybody: the network says nothing of the login ten minutes ago. Whatever says “John” must come along with the request itself.',
      notes:
        'Recall the last lesson in one sentence each: what did each server write down, and what does the browser have? Then ask what the next message must contain. Let somebody draw it before you press the key.',
    },
    {
      id: 'goes-along',
      at: [{ intent: 'users', phase: 'ask' }],
      title: 'The claim check goes along',
      text: 'One header field is all that says who is asking. Anybody who sends the same characters gets the same answer; the server sees no face and no computer, only characters.',
      sides: {
        'php-session':
          'The browser attached the cookie by itself, because host, path and site fit. No script took part.',
        'sql-session': [
          {
            when: here(ATTACHED),
            text: 'The browser attached the cookie by itself, because host, path and site fit. No script took part.',
          },
          {
            text: 'The page’s script read the number and wrote the header `session-id`. No browser does that unasked.',
          },
        ],
        jwt: [
          {
            when: here(ATTACHED),
            text: 'The browser attached the cookie by itself, with a token in it instead of a number. No script took part.',
          },
          {
            text: 'The page’s script read the token and wrote `Authorization: Bearer …`. No browser does that unasked.',
          },
        ],
        hybrid: [
          {
            when: here(ATTACHED),
            text: 'The page’s script wrote `Authorization: Bearer …`. The cookie with the refresh token went along unasked, and nobody reads it here.',
          },
          {
            text: 'The page’s script wrote `Authorization: Bearer …`, as for any JWT. The refresh token stays at home.',
          },
        ],
      },
      claim: {
        said: 'JWTs are immune to CSRF.',
        truth:
          'What the browser attaches unasked, a foreign page can misuse. A JWT in a cookie is as exposed as a session id; in a header that only a script can write, neither is.',
        source: 'OWASP CSRF cheat sheet',
      },
      notes:
        'The bet here is about who moves, not about what is sent. It decides two attacks: what goes along by itself can be triggered by a foreign page (CSRF); what a script holds can be stolen by a script (XSS). What usually goes wrong: people file this under “cookie or token”. It is “attached by itself or not”.',
    },
    {
      id: 'recognise',
      at: [{ intent: 'users', phase: 'recognise' }],
      title: 'Who is this? The server finds out anew, every time',
      text: 'Nothing that arrives is believed as it stands. If all is well, either server knows the same in the end: user 42, John, admin. What differs is whom it had to ask.',
      sides: {
        'php-session':
          'It opens the file that the number names, one read, and compares two limits with the clock. No file, no login.',
        'sql-session':
          'It hashes the number and asks the database: one `JOIN` finds the session and John as he is now, one `UPDATE` notes the time. No row, no login.',
        jwt: [
          {
            when: here(ASKED_A_STORE),
            text: 'It computes the signature over the characters that came and reads the claims. And then it asks a store all the same: is this token, or everything of this person’s, called back?',
          },
          {
            text: 'It computes the signature over the characters that came, then reads the claims: type, issuer, audience, times. No store is asked.',
          },
        ],
        hybrid: [
          {
            when: here(ASKED_A_STORE),
            text: 'It computes the signature and reads the claims. And then it asks a store all the same: is this token, or everything of this person’s, called back?',
          },
          {
            text: 'It computes the signature and reads the claims, and no store is asked. The tables matter only when the next token is due.',
          },
        ],
      },
      claim: {
        said: 'JWT is 10 to 100 times faster than a session.',
        truth:
          'Checking a signature costs about as much as a local look-up. What a JWT can save is a trip over the network to a store, where there is one.',
        source: 'Measured: whole servers, JWT against a pooled SQL session, 1.1 to 2.8 times',
      },
      notes:
        'Watch the virtual clock over both rows: it hardly moves, microseconds against microseconds, while one hop takes 20 milliseconds. Ask when the saved look-up would matter. (Many services, a store far away.) The tutorials’ “45 ms against 2 ms” measures a fresh database connection for every request.',
    },
    {
      id: 'work',
      when: {
        all: [
          { on: 'left', count: GETS_THE_LIST },
          { on: 'right', count: GETS_THE_LIST },
        ],
      },
      at: [{ intent: 'users', phase: 'work' }],
      title: 'Only now does the real work begin',
      text: 'Up to here it was about who asks; from here it is about what John came for, so the score counts it apart. Mind where the server knows his role from: is he still an admin?',
      sides: {
        'php-session':
          'One read of the users’ table. John’s own role is a copy in the session file, made at the login.',
        'sql-session': 'Nothing is left to read: the `JOIN` has brought John’s row along, with the role he has now.',
        jwt: 'One read of the users’ table. John’s own role is a copy in the token, made at the login.',
        hybrid: 'One read of John’s row. His role in the token is a copy, never older than the token itself.',
      },
      claim: {
        said: 'The token says admin, so he is an admin.',
        truth:
          'He was one when the token was made. The token says so until `exp`, and a session file carries a stale copy too. Only a fresh read knows.',
        source: 'ASVS 5.0 §8.3.2',
      },
      notes:
        'Ask: the boss has just demoted John. Which side notices? Wait for “the session!” and show the file: it holds a copy as well. This is the strongest argument in the whole subject, and it is about copies, not about JWTs.',
    },
    {
      id: 'answer',
      at: [{ intent: 'users', phase: 'answer' }],
      title: 'The answer comes back, and nothing new to carry',
      text: 'No new cookie, no new token with it: the browser keeps what it had. What is left behind at the server is another matter.',
      sides: {
        'php-session': [
          {
            when: { on: 'left', count: GETS_THE_LIST },
            text: 'The time of the session file has moved to now, so the idle count starts anew. Even a harmless `GET` leaves a trace here.',
          },
          { text: 'A limit was past, so the request was refused: this session is over.' },
        ],
        'sql-session':
          'The row says when it was used last: one write at every request, for the list of John’s devices.',
        jwt: 'Nothing. The server has already forgotten that John was here.',
        hybrid: 'Nothing. Only a refresh would write a row.',
      },
      notes:
        'Show the session file’s changed time. Ask what it buys (an idle limit) and what it costs (a changed time per request, on something all requests share). Then ask how a token could have an idle limit. It cannot: the next lesson shows the way round.',
    },
    {
      id: 'bare',
      at: [{ intent: 'bare', phase: 'act' }],
      title: 'The same request, empty-handed',
      text: 'Same page, same browser, same address, and this time the credential stays at home. All of the trust sat in that one field.',
      notes:
        'Take the bet on the status code before you go on. 403 will win. Have somebody say what each code means: 401 is “I do not know who you are”, 403 is “I know, and no”.',
    },
    {
      id: 'unknown',
      at: [{ intent: 'bare', phase: 'answer' }],
      title: '401: I do not know who you are',
      text: 'Nobody is blamed: nothing was wrong with the request, something was missing. The body says no more than that.',
      sides: {
        'php-session': 'No cookie is set either. Plain PHP would hand an empty session to every passer-by.',
        'sql-session':
          'No `WWW-Authenticate`, though RFC 9110 asks for one: no standard has a name for this way of logging in.',
        jwt: '`WWW-Authenticate: Bearer` says how to knock, and carries no error code, because no token was wrong.',
        hybrid: '`WWW-Authenticate: Bearer` says how to knock, and carries no error code, because no token was wrong.',
      },
      claim: {
        said: 'A missing token is a 403, or a 400.',
        truth:
          'Missing: 401 with `Bearer` and no code. Malformed: 400 `invalid_request`. Bad: 401 `invalid_token`. Known but not allowed: 403.',
        source: 'RFC 6750 §3.1',
      },
      notes:
        'Answer the lesson’s question: the server believes characters. Everything that keeps John safe is about who can get hold of them. Offer the change “Copy it to the attacker’s laptop” now and let the silence work.',
    },
  ],

  bets: [
    {
      id: 'attached',
      before: [{ intent: 'users', phase: 'ask' }],
      question:
        'John’s page asks for the list. Where does the browser itself add the credential, with no script’s help?',
      options: whichSide({ intent: 'users', kind: 'action', name: 'attach-cookies' }),
      because:
        'A cookie goes along by itself, also when a foreign page causes the request, unless `SameSite` holds it back. A token in `Authorization` never does.',
    },
    {
      id: 'looks-up',
      before: [{ intent: 'users', phase: 'recognise' }],
      question: 'The request is there. Which server must look something up in order to know that it is John?',
      options: whichSide({ intent: 'users', phase: 'recognise', kind: 'store', op: 'read', purpose: 'authentication' }),
      because:
        'A number means nothing until the server finds what it names. A signed token brings the answer along, and the server checks its own signature.',
    },
    {
      id: 'status',
      before: [
        { intent: 'bare', phase: 'recognise' },
        { intent: 'bare', phase: 'answer' },
      ],
      settled: [{ intent: 'bare', phase: 'answer', which: 'last' }],
      question: 'The same request without any credential. What will the answer be?',
      options: [
        answersBare(200, '200: the list all the same'),
        answersBare(400, '400: this request is malformed'),
        answersBare(401, '401: I do not know who you are'),
        answersBare(403, '403: you may not see this'),
      ],
      because:
        '401 means “I do not know who you are”. 403 would mean “I know who you are, and you may not”: here the server does not even know that.',
    },
  ],

  changes: [
    {
      id: 'forged',
      label: 'Forge the credential',
      text: 'The number gets another end, the token another role. Both are refused with 401, for different reasons: nothing at the server goes by that number; the signature no longer fits. Who had to read something to find that out?',
      column: 'both',
      edits: append({ id: 'forged', kind: 'list-users', device: 'laptop', credential: 'edited' }),
    },
    {
      id: 'stolen',
      label: 'Copy it to the attacker’s laptop',
      text: '200 on both sides. Whoever shows the claim check counts as John, on whatever computer. No signature helps against a copy: guarding it is the whole game.',
      column: 'both',
      edits: append(
        { id: 'theft', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
        { id: 'stolen', kind: 'list-users', device: 'attacker', credential: 'copied' },
      ),
    },
    {
      id: 'denylist',
      label: 'Switch the denylist on',
      text: 'One look-up more at every request, hit or miss. It buys a logout that counts, as lesson 4 shows; the store that a JWT saves is back.',
      column: 'right',
      only: 'jwt',
      edits: [set({ denylist: true })],
    },
  ],

  goal: {
    prompt:
      'In this office a ten-minute coffee is too long: on the left, John’s own request must be refused afterwards. Leave his cookie as it is.',
    hint: 'A session has two limits, and both are compared with the clock at the next request.',
    settings: ['idle', 'absolute', 'accessLifetime', 'denylist'],
    changes: ['forged'],
    column: 'left',
    check: {
      all: [
        { on: 'left', count: { intent: 'login', status: 200 } },
        {
          any: [
            { on: 'left', count: { intent: 'users', kind: 'decision', reason: 'session-idle' } },
            { on: 'left', count: { intent: 'users', kind: 'decision', reason: 'session-absolute' } },
          ],
        },
      ],
    },
    solutions: [[set({ idle: 300 })], [set({ absolute: 600 })]],
    wrong: [
      {
        edits: [set({ idle: 900 })],
        because: 'The coffee took 600 seconds. A limit of 900 does not notice it.',
      },
      {
        edits: [set({ accessLifetime: 300 })],
        because: 'That is a token’s lifetime. A session does not look at it.',
      },
      {
        edits: append({ id: 'forged', kind: 'list-users', device: 'laptop', credential: 'edited' }),
        because: 'A forged number is refused, but John’s own request came through before that.',
      },
      {
        edits: [set({ absolute: 3_600 })],
        because: 'An hour after the login is later than ten minutes after it.',
      },
    ],
    praise:
      'Idle ends what nobody uses; absolute ends what a thief keeps busy for ever. A session needs both (ASVS 5.0 §7.3).',
  },
};
