import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { append, set } from './edits.ts';
import { here } from './happened.ts';
import type { Lesson, SideText } from './lesson.ts';
import { whichSide } from './which-side.ts';

/** The answer that lets John in. */
const letIn = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'request', status: 200 });
const refusedFor = (intent: string, reason: NonNullable<EventQuery['reason']>): EventQuery => ({
  intent,
  kind: 'decision',
  reason,
});

/** What is said of a token at a request, whichever scheme made it. */
const tokenVerdict = (intent: string): SideText => [
  { when: here(letIn(intent)), text: 'Now is before the `exp` of the token shown: good. Use plays no part.' },
  {
    when: here(refusedFor(intent, 'token-expired')),
    text: 'Now has reached `exp`: refused, however busy John was. The page’s script goes for another token.',
  },
];

const BUSY = { id: 'busy', kind: 'list-users', device: 'laptop' } as const;

export const SESSION_EXPIRY: Lesson = {
  ...CARDS.sessionExpiry,
  version: 1,
  objective:
    'Tell an idle limit from an absolute one, say what each counts from, who does the counting, and why a session needs both.',
  seed: 7,
  left: { scheme: 'php-session' },
  right: { scheme: 'sql-session' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'hour-1', kind: 'wait', seconds: 3_600 },
    { id: 'used', kind: 'list-users', device: 'laptop' },
    { id: 'hour-2', kind: 'wait', seconds: 3_600 },
    { id: 'half', kind: 'wait', seconds: 1_800 },
    { id: 'late', kind: 'list-users', device: 'laptop' },
  ],
  opensAt: [{ intent: 'hour-1', phase: 'wait' }],

  beats: [
    {
      id: 'limits',
      at: [{ intent: 'hour-1', phase: 'wait' }],
      title: 'Two limits, and nobody who watches them',
      text: 'A login may end for two reasons: nobody used it for too long, or it is too old, used or not. No timer runs for either. A time or two were written down, and they are compared with the clock when the next request comes. (Times here count from the login: 1:00 is an hour later.)',
      sides: {
        'php-session':
          'The file’s own time says when it was last used, and the time of the login stands inside. There is a limit for each.',
        'sql-session':
          'The row says until when it is good, counted from the login. There is no idle limit in this table.',
        jwt: 'Both ends are printed on the tokens, counted from the second each was made. The server keeps no time at all.',
        hybrid:
          'The end of the pass is printed on it. The end of the whole login stands in a table, counted from the login.',
      },
      notes:
        'Draw a line from 0:00 to 3:00 on the board, and mark each click on it as the lesson goes on. Ask who was ever logged out while filling in a long form. Which limit was that? (Idle: typing is no use, only requests are.)',
    },
    {
      id: 'difference',
      at: [{ intent: 'used', phase: 'act', exchange: 'request' }],
      title: 'A click: what is the time, and what was written down?',
      text: 'Every request begins with a subtraction. How good the credential is in itself does not matter once its time is over; and until then it does not matter how near the end is.',
      told: [{ intent: 'used', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': [
          {
            when: here(letIn('used')),
            text: 'Now minus the file’s time is below the idle limit, now minus the login below the absolute one: good.',
          },
          { text: 'One of the two differences has reached its limit: refused.' },
        ],
        'sql-session': [
          {
            when: here(letIn('used')),
            text: 'Now is before `expires`: good. When the row was last used plays no part.',
          },
          { text: 'Now has reached `expires`: refused.' },
        ],
        jwt: tokenVerdict('used'),
        hybrid: tokenVerdict('used'),
      },
      notes:
        'Mark 1:00 on the line. Have the room do the subtraction aloud before you go on: one hour since the last use, and ninety minutes are allowed. What usually goes wrong: people subtract from the login only.',
    },
    {
      id: 'slides',
      at: [{ intent: 'used', phase: 'answer', exchange: 'request' }],
      title: 'Does use buy more time?',
      text: 'An idle limit slides: with every request its count starts anew, and whoever keeps clicking is never idle. An absolute limit stands still, whatever anybody does.',
      sides: {
        'php-session': [
          {
            when: here({ intent: 'used', kind: 'change', area: 'files', change: 'changed' }),
            text: 'The file got the time of this request, so the idle end has moved. The absolute end has not.',
          },
          { text: 'Nothing has moved: this session was over already.' },
        ],
        'sql-session': [
          {
            when: here(letIn('used')),
            text: '`last_seen` has moved, for the list of John’s devices. `expires` has not: use buys no time here.',
          },
          { text: 'Nothing has moved: this session was over already.' },
        ],
        jwt: 'A printed end cannot move. What looks like sliding is a new token, and the end of the refresh token stays where it is.',
        hybrid:
          'A printed end cannot move. Each refresh brings a new pair, and the end of the whole login stays where it is.',
      },
      claim: {
        said: 'An idle limit is enough: who goes away is logged out.',
        truth:
          'A thief who clicks now and then never goes away, and so is never logged out. A session needs both: an idle limit and an absolute one.',
        source: 'ASVS 5.0 §7.3',
      },
      notes:
        'Wipe out the old idle end on the line and draw the new one, ninety minutes further on. Ask who else can push that mark: everybody who has the number. That is the thief’s way to stay for ever, and the reason for the second limit.',
    },
    {
      id: 'silence',
      at: [{ intent: 'hour-2', phase: 'wait' }],
      title: 'An hour of silence',
      text: 'John is at lunch. With no request nothing is compared, written or deleted. His browser keeps what it has: how long that will be taken is for the server to say, and often the browser cannot even know.',
      sides: {
        'php-session': 'The cookie came without an end of its own: it stays until the browser is closed.',
        'sql-session': 'The number lies where the script put it, and has no end of its own.',
        jwt: 'The script could read `exp` and would know. Until somebody clicks it has no reason to.',
        hybrid: 'The script could read `exp` and would know. Until somebody clicks it has no reason to.',
      },
      notes:
        'Mark 2:00 and ask: if he clicked now, would he be let in, and where would his end be then? (Yes, and 3:30 on the left.) The change “Click at 2:00 as well” shows it. He does not click.',
    },
    {
      id: 'passes',
      at: [{ intent: 'half', phase: 'wait' }],
      title: 'A limit is reached, and nothing happens',
      text: 'If a limit has been reached by now, nothing shows it: no event, no deletion, no message to John. What is over lies there just as before. The end of a session is a rule about the next request.',
      claim: {
        said: '`session.gc_maxlifetime` ends a PHP session after 24 minutes.',
        truth:
          'It says how old a file must be before it may be cleared away, by chance, at somebody’s request. An end at a known second is the program’s own check.',
        source: 'PHP manual: session.gc_maxlifetime',
      },
      notes:
        'It is 2:30, ninety minutes after the last click, to the second. Ask for the event that ends the session and let them look for it in the panels. There is none. Then take the bet.',
    },
    {
      id: 'again',
      at: [{ intent: 'late', phase: 'act', exchange: 'request' }],
      title: 'The same subtraction, at another time',
      text: 'From the very second a limit names, the answer is no: an end belongs to the time after it. Only the limits that somebody keeps account of can be asked for.',
      told: [{ intent: 'late', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': [
          {
            when: here(refusedFor('late', 'session-idle')),
            text: 'Too long without a click: over. It does not help that the login itself is young enough.',
          },
          {
            when: here(refusedFor('late', 'session-absolute')),
            text: 'Too old: over. It does not help that somebody used it a moment ago.',
          },
          {
            when: here(letIn('late')),
            text: 'Both differences are below their limits: good, and the count starts anew.',
          },
          { text: 'There is no file of that name any more: an earlier request found it over.' },
        ],
        'sql-session': [
          {
            when: here(letIn('late')),
            text: 'Now is before `expires`: good. How long John was silent does not count.',
          },
          {
            when: here(refusedFor('late', 'session-absolute')),
            text: 'Now has reached `expires`: over. Clicks in between do not help.',
          },
        ],
        jwt: tokenVerdict('late'),
        hybrid: tokenVerdict('late'),
      },
      notes:
        'Do the subtraction together once more: 2:30 minus 1:00 is ninety minutes, and the limit is ninety minutes. Which way does the edge fall? “At least” ends it, not “more than”. Off-by-one errors live here; in a test, use the exact second.',
    },
    {
      id: 'left-behind',
      at: [{ intent: 'late', phase: 'answer', exchange: 'request' }],
      title: 'What is left behind',
      text: 'No refusal says which limit it was. And what has ended has to be cleared away by somebody, or it piles up.',
      sides: {
        'php-session': [
          { when: here(letIn('late')), text: '200: John is in, and the file carries the time of this request.' },
          {
            text: '401. The file is gone: it was deleted by the request that found it over. The cookie is still in the browser, and names nothing.',
          },
        ],
        'sql-session': [
          {
            when: here(letIn('late')),
            text: '200: without an idle limit, a login that somebody forgot stays open until `expires`.',
          },
          { text: '401. The row is still there, refused and not deleted: expired rows need a clean-up of their own.' },
        ],
        jwt: [
          {
            when: here({ intent: 'late', kind: 'response', exchange: 'refresh', status: 200 }),
            text: 'John is in: his script traded the refresh token for a new access token. Nothing is left at the server.',
          },
          { when: here(letIn('late')), text: '200: John is in. Nothing is left at the server.' },
        ],
        hybrid: [
          {
            when: here({ intent: 'late', kind: 'response', exchange: 'refresh', status: 200 }),
            text: 'John is in: his script traded its ticket for a new pair. The spent one stays in the table.',
          },
          { when: here(letIn('late')), text: '200: John is in.' },
        ],
      },
      notes:
        'Answer the question: it depends on which limit somebody keeps account of. Then ask what the right side would need for an idle limit. (Compare `last_seen` as well: it is written at every request already, and nobody reads it.)',
    },
  ],

  bets: [
    {
      id: 'moves',
      before: [{ intent: 'used', phase: 'answer', exchange: 'request' }],
      question:
        'At 1:00, an hour after the login, John has clicked. On which side has that put off the end of his login?',
      options: whichSide({ intent: 'used', exchange: 'request', kind: 'change', area: 'files', change: 'changed' }),
      because:
        'An idle limit counts from the last use, so use puts it off. What counts from the login, or is printed on a token, stays where it is.',
    },
    {
      id: 'still-in',
      before: [{ intent: 'late', phase: 'act', exchange: 'request' }],
      settled: [{ intent: 'late', phase: 'answer', which: 'last' }],
      question: '2:30 after the login, 90 minutes after his last click. On which side is John let in, in the end?',
      options: whichSide({ intent: 'late', kind: 'response', status: 200 }),
      because:
        'The idle limit of a PHP session here is ninety minutes. Where only age counts, silence does no harm; and a client with a refresh token renews its own login.',
    },
  ],

  changes: [
    {
      id: 'busy',
      label: 'Click at 2:00 as well',
      text: 'The idle count starts anew at 2:00, so that at 2:30 only half an hour has passed: in on both sides. An idle limit alone would let this go on for ever, for John and for whoever holds a copy.',
      column: 'both',
      edits: [{ kind: 'insert', before: 'half', intent: BUSY }],
    },
    {
      id: 'two-hours',
      label: 'Click at 2:00, but two hours in all',
      text: 'At 2:00 a session is over, though it was used an hour ago: the absolute limit counts from the login, and no click moves it. Tokens do not look at this setting; they have absolute ends of their own.',
      column: 'both',
      edits: [
        { kind: 'insert', before: 'half', intent: { id: 'at-two', kind: 'list-users', device: 'laptop' } },
        set({ absolute: 7_200 }),
      ],
    },
    {
      id: 'again-at-night',
      label: 'Log in again, and come back at night',
      text: 'A new login, a new count, and twelve hours of silence: both limits of a PHP session are past, and so is `expires` in the table. A refresh token is good for days, and lets John in without a password.',
      column: 'both',
      edits: append(
        { id: 'new-login', kind: 'login', device: 'laptop', person: 'john' },
        { id: 'evening', kind: 'wait', seconds: 43_200 },
        { id: 'at-night', kind: 'list-users', device: 'laptop' },
      ),
    },
  ],

  goal: {
    prompt:
      'A thief with a copy clicks at 2:00 to keep the session alive: make the change “Click at 2:00 as well”. End it on the left by 2:30 all the same, but let John in at 1:00.',
    hint: 'Which of the two limits can a click not put off?',
    settings: ['idle', 'absolute'],
    changes: ['busy'],
    column: 'left',
    check: {
      all: [
        { on: 'left', count: { intent: 'used', kind: 'response', status: 200 } },
        { on: 'left', count: { intent: 'busy', kind: 'request' } },
        { on: 'left', count: { intent: 'late', kind: 'response', status: 200 }, max: 0 },
      ],
    },
    solutions: [
      [{ kind: 'insert', before: 'half', intent: BUSY }, set({ absolute: 9_000 })],
      [{ kind: 'insert', before: 'half', intent: BUSY }, set({ absolute: 7_200 })],
    ],
    wrong: [
      {
        edits: [{ kind: 'insert', before: 'half', intent: BUSY }, set({ idle: 3_700 })],
        because: 'He clicks every hour. No 3700 seconds without a click ever pass.',
      },
      {
        edits: [{ kind: 'insert', before: 'half', intent: BUSY }, set({ idle: 1_800 })],
        because: 'That ends it, but John himself is out at 1:00 already.',
      },
      {
        edits: [{ kind: 'insert', before: 'half', intent: BUSY }, set({ absolute: 3_600 })],
        because: 'A limit of one hour is reached at 1:00, to the second: John is out.',
      },
      {
        edits: [{ kind: 'insert', before: 'half', intent: BUSY }, set({ absolute: 10_800 })],
        because: 'The right limit, half an hour too long: it ends at 3:00.',
      },
      {
        edits: [set({ absolute: 14_400 })],
        because: 'Nobody clicked at 2:00: it was the idle limit that ended this. Make the change first.',
      },
    ],
    praise:
      'Only an end that nobody can put off ends a login that somebody keeps busy. The idle limit is for the forgotten laptop, the absolute one for the patient thief (ASVS 5.0 §7.3).',
  },
};
