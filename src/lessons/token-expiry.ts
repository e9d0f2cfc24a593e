import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { set } from './edits.ts';
import { here, somewhere } from './happened.ts';
import type { Lesson, SideText } from './lesson.ts';
import { whichSide } from './which-side.ts';

const AHEAD: EventQuery = { intent: 'ahead', phase: 'act', kind: 'action', name: 'refresh-ahead' };
const firstAnswer = (intent: string, status: number): EventQuery => ({
  intent,
  kind: 'response',
  exchange: 'request',
  status,
});
const IN_AT_END: EventQuery = { intent: 'end', kind: 'response', status: 200 };
const refreshed = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'refresh', status: 200 });

/** What is said of a token at a request, whichever scheme made it. */
const tokenVerdict = (intent: string): SideText => [
  {
    when: here({ intent, kind: 'decision', exchange: 'request', reason: 'token-expired' }),
    text: 'Now has reached `exp`: refused. The signature is as perfect as ever.',
  },
  {
    when: here(firstAnswer(intent, 200)),
    text: 'By the server’s clock, leeway included, the token shown has not ended: good.',
  },
];

const inTime = (intent: string, text: string): SideText => [
  { when: here(firstAnswer(intent, 200)), text },
  { text: 'A limit of the session was past: refused.' },
];

/** A session at the end of the week. */
const SESSION_AT_END: SideText = [
  { when: here(IN_AT_END), text: 'There is no second credential, and none is needed: the session is still good.' },
  { text: 'There is no second credential. The session is over, and nothing renews it.' },
];

/** The refresh token at the end of the week. */
const lastTrade = (refused: string): SideText => [
  { when: here({ intent: 'end', kind: 'response', exchange: 'refresh', status: 400 }), text: refused },
  { when: here(refreshed('end')), text: 'Its own end has not come: the script gets a new access token once more.' },
];

export const TOKEN_EXPIRY: Lesson = {
  ...CARDS.tokenExpiry,
  version: 1,
  objective: 'Read from two lifetimes when a client must renew, when it had better, and when only the password helps.',
  seed: 8,
  left: { scheme: 'jwt' },
  right: { scheme: 'jwt', settings: { refreshAhead: true } },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'half-hour', kind: 'wait', seconds: 1_800 },
    { id: 'early', kind: 'list-users', device: 'laptop' },
    { id: 'on', kind: 'wait', seconds: 1_500 },
    { id: 'ahead', kind: 'list-users', device: 'laptop' },
    { id: 'five', kind: 'wait', seconds: 300 },
    { id: 'hour', kind: 'list-users', device: 'laptop' },
    { id: 'week', kind: 'wait', seconds: 601_200 },
    { id: 'end', kind: 'list-users', device: 'laptop' },
  ],
  opensAt: [{ intent: 'half-hour', phase: 'wait' }],

  // Where nobody refreshes, the beats of a refresh fall on rows of the request, and those that would then be untrue have a `when`.
  beats: [
    {
      id: 'printed',
      at: [{ intent: 'half-hour', phase: 'wait' }],
      title: 'A token is born with its end',
      text: 'The end of a token is printed on it when it is made. Waiting changes nothing in it, and neither does use. Whoever holds it can read that end, the client included. (Times here count from the login: 0:30 is half an hour later.)',
      sides: {
        'php-session': 'Nothing is printed here: the limits are the server’s, and the browser never learns them.',
        'sql-session': 'Nothing is printed here: the limit is the server’s, and the browser never learns it.',
        jwt: 'Two tokens, two ends: a near one for the token that is shown all day, a far one for the token that gets the next.',
        hybrid: 'The pass has a near end printed on it. The far one, of the refresh tokens, stands in a table.',
      },
      notes:
        'Both sides are the same system today; only the client differs. Draw two bars on the board, an hour and a week, and mark 0:30, 0:55, 1:00 and 168:00. Ask which of the marks the server will notice by itself. None.',
    },
    {
      id: 'compared',
      at: [{ intent: 'early', phase: 'act', exchange: 'request' }],
      title: 'Now against `exp`, and nothing else',
      text: 'The server compares the end with its own clock, and remembers nothing of it. Half an hour of work and half an hour of sleep are the same to a token.',
      told: [{ intent: 'early', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': inTime('early', 'A session does tell them apart: with this click the idle count starts anew.'),
        'sql-session': inTime('early', 'The row notes when it was used, and its end stays where it is.'),
        jwt: tokenVerdict('early'),
        hybrid: tokenVerdict('early'),
      },
      notes:
        'It is 0:30. Ask what is different at the server now from before this request. (With tokens: nothing.) Compare with the lesson before, where the same click put off an end.',
    },
    {
      id: 'early-bird',
      when: somewhere(AHEAD),
      at: [{ intent: 'on', phase: 'wait' }],
      title: 'One client looks at the end before it asks',
      text: 'A script may read its own token. With the setting “refresh ahead” it gets the next one as soon as five minutes or less are left. Nobody has refused anything, and nobody will.',
      told: [
        { intent: 'ahead', phase: 'act', exchange: 'refresh' },
        { intent: 'ahead', phase: 'ask', exchange: 'request' },
      ],
      sides: {
        jwt: [
          { when: here(AHEAD), text: 'Five minutes are left, and this client does not wait for them to pass.' },
          { text: 'This client does not look ahead: it shows what it has and waits for the answer.' },
        ],
      },
      notes:
        'It is 0:55: take the bet before this row. Then ask what could go wrong with the plan. (The client’s own clock: if it is slow, it thinks there is time left. So a client that looks ahead must still cope with a 401.)',
    },
    {
      id: 'two-good',
      when: somewhere(refreshed('ahead')),
      at: [
        { intent: 'ahead', phase: 'keep', exchange: 'refresh' },
        { intent: 'ahead', phase: 'answer', exchange: 'request' },
      ],
      title: 'The new token does not end the old one',
      text: 'In the browser the new access token takes the old one’s place. But nobody has told the old one: a copy in a log or in a thief’s pocket is good until its own `exp`. To renew is not to revoke.',
      sides: {
        hybrid: 'The refresh token is another matter: the one just shown is spent, and its next use gives the alarm.',
      },
      notes:
        'Look at `localStorage`: one row changed. Ask how many access tokens of John’s are good at this moment. Two, and nobody can list them. What usually goes wrong: people think there is one slot per user at the server.',
    },
    {
      id: 'the-second',
      at: [{ intent: 'five', phase: 'wait' }],
      title: 'One hour after the login, to the second',
      text: 'Some clients wait until they are refused, others are early. The server treats all alike: it knows no habits, only what it is shown and what time it is.',
      told: [{ intent: 'hour', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': inTime('hour', 'A session in use: far from both of its limits.'),
        'sql-session': inTime('hour', 'An hour of the twelve that the row was given, or whatever limit was set: good.'),
        jwt: tokenVerdict('hour'),
        hybrid: tokenVerdict('hour'),
      },
      claim: {
        said: 'With `exp` printed on it, everybody agrees when a token ends.',
        truth:
          'Everybody reads a clock of their own. A verifier may forgive a small difference, a few minutes at most; the rest is up to well-set clocks.',
        source: 'RFC 7519 §4.1.4',
      },
      notes:
        'It is 1:00. On the left the token’s last second is over; on the right the same login shows a token that is five minutes old. Open the Token tab on both sides and compare `iat`, `exp` and `jti`.',
    },
    {
      id: 'price',
      at: [
        { intent: 'hour', phase: 'answer', exchange: 'retry' },
        { intent: 'hour', phase: 'answer', exchange: 'request' },
      ],
      title: 'What waiting costs, and what being early costs',
      text: 'Whoever waits pays one refused request for each token. Whoever is early saves it and has to trust a clock. Both get their page, and a client must cope with a 401 in any case: a token can end on its way.',
      sides: {
        'php-session': 'One round trip, as ever: the server did the renewing, or there was none to do.',
        'sql-session': 'One round trip, as ever: nothing had to be renewed.',
        jwt: [
          {
            when: here(firstAnswer('hour', 401)),
            text: 'Three round trips at this click: refused, refreshed, asked again.',
          },
          { when: here(AHEAD), text: 'One round trip at this click, after two at the one before.' },
          { text: 'One round trip: the token was still good.' },
        ],
      },
      notes:
        'Count the round trips of both sides since the login, in the score. Then ask which click was slow: on the left the one at 1:00, on the right the one at 0:55. A good client refreshes ahead when nobody is waiting.',
    },
    {
      id: 'week',
      at: [{ intent: 'week', phase: 'wait' }],
      title: 'Then nobody comes for days',
      text: 'The access token is over after an hour or less; for that there is the refresh token. But it was born with an end as well, counted from the login, and no refresh in between has moved it.',
      sides: {
        'php-session': 'An idle limit and an absolute one run as well; the second was counted from the login.',
        'sql-session': 'The row has an end as well, counted from the login, and no click has moved it.',
      },
      notes:
        'The clock goes to 168:00: seven days after the login, to the second. Ask what would happen had John clicked every day. (The same. The change “A click in the middle of the week” shows it: use keeps nothing alive here.)',
    },
    {
      id: 'last-trade',
      at: [{ intent: 'end', phase: 'act' }],
      title: 'Is the token that gets tokens still good?',
      text: 'This is the only question that decides whether John types his password. It has nothing to do with the access token, and nothing with what he did all week.',
      told: [
        { intent: 'end', phase: 'recognise', exchange: 'refresh' },
        { intent: 'end', phase: 'recognise', exchange: 'request' },
      ],
      sides: {
        'php-session': SESSION_AT_END,
        'sql-session': SESSION_AT_END,
        jwt: lastTrade('Now has reached the `exp` of the refresh token as well: 400 `invalid_grant`.'),
        hybrid: lastTrade(
          'The row is found, and its family’s end has come: 400 `invalid_grant`, as for an unknown one.',
        ),
      },
      notes:
        'Compare the two refusals of this click, where there are two: 401 for an access token (“get another”), 400 `invalid_grant` for a refresh token (“there is no other”). The client acts on the difference.',
    },
    {
      id: 'form',
      when: somewhere({ intent: 'end', name: 'give-up' }),
      at: [
        { intent: 'end', phase: 'drop' },
        { intent: 'end', phase: 'answer', which: 'last' },
      ],
      title: 'The page gives up and shows the form',
      text: 'Nobody logged John out. His time ran out, the server found that out only now, and the client last of all. Its script throws away what is of no use any more.',
      notes:
        'Answer the question: not after an hour, but after a week, used or not. Then ask which of the two lifetimes they would shorten for a bank, and what each of the two shorter ones costs. That is the goal’s subject.',
    },
  ],

  bets: [
    {
      id: 'unrefused',
      before: [{ intent: 'on', phase: 'wait' }],
      settled: [
        { intent: 'ahead', phase: 'act', which: 'last' },
        { intent: 'ahead', phase: 'ask', exchange: 'request', which: 'last' },
      ],
      question:
        '0:55 after the login. On which side does the page get a new token before the old one has been refused?',
      options: whichSide(AHEAD),
      because:
        'A client that looks at `exp` by itself need not be told. It is a setting of the client; no server can see or ask for it.',
    },
    {
      id: 'refused',
      before: [{ intent: 'five', phase: 'wait' }],
      settled: [{ intent: 'hour', phase: 'answer', exchange: 'request', which: 'last' }],
      question: '1:00, one hour after the login. On which side is John’s first request refused?',
      options: whichSide(firstAnswer('hour', 401)),
      because:
        'The login’s own token ends at this very second. Who shows a younger one does not notice, and a session in use has no end here.',
    },
    {
      id: 'after-a-week',
      before: [{ intent: 'end', phase: 'act' }],
      settled: [{ intent: 'end', phase: 'answer', which: 'last' }],
      question: '168:00, a week after the login. On which side does John get his page without a password?',
      options: whichSide(IN_AT_END),
      because:
        'The refresh token ends a week after the login, whatever happened in between; both limits of a session ended long before.',
    },
  ],

  changes: [
    {
      id: 'mid-week',
      label: 'A click in the middle of the week',
      text: 'With tokens: a new access token in the middle of the week, and at 168:00 the same end as before. The refresh token’s week runs from the login, and no use makes it longer. A session was over when he came, and stays so.',
      column: 'both',
      edits: [
        { kind: 'insert', before: 'week', intent: { id: 'days', kind: 'wait', seconds: 259_200 } },
        { kind: 'insert', before: 'week', intent: { id: 'mid-week', kind: 'list-users', device: 'laptop' } },
        { kind: 'replace', intent: { id: 'week', kind: 'wait', seconds: 342_000 } },
      ],
    },
    {
      id: 'leeway',
      label: 'Forgive five minutes of clock difference',
      text: 'At 1:00 the ended token is let in on the left, and at 168:00 the ended refresh token, too. Leeway counts for every token, the thief’s copies included. It is there for clocks that differ, not for clients that are late.',
      column: 'left',
      only: 'jwt',
      edits: [set({ leeway: 300 })],
    },
    {
      id: 'month',
      label: 'Let refresh tokens live a month',
      text: 'At 168:00 both sides are in, with no password for a week. Whoever copied a refresh token on the first day is in as well, and for three weeks more.',
      column: 'both',
      only: 'jwt',
      edits: [set({ refreshLifetime: 2_592_000 })],
    },
  ],

  goal: {
    prompt:
      'At 1:00 the left side shall let John in at once, and with another access token than the login’s. No request may be refused before. After a week he must be out.',
    hint: 'Waiting for a refusal is a habit of the client. It has a setting.',
    settings: ['refreshAhead', 'accessLifetime', 'refreshLifetime', 'leeway', 'denylist'],
    changes: [],
    column: 'left',
    check: {
      all: [
        ...['early', 'ahead', 'hour'].map((intent) => ({
          on: 'left' as const,
          count: firstAnswer(intent, 401),
          max: 0,
        })),
        { on: 'left', count: firstAnswer('hour', 200) },
        { any: ['early', 'ahead', 'hour'].map((intent) => ({ on: 'left' as const, count: refreshed(intent) })) },
        { on: 'left', count: IN_AT_END, max: 0 },
      ],
    },
    solutions: [[set({ refreshAhead: true })], [set({ refreshAhead: true, accessLifetime: 2_100 })]],
    wrong: [
      {
        edits: [set({ accessLifetime: 7_200 })],
        because: 'No refusal at 1:00, but the login’s own token is still in use, and a thief’s copy of it as well.',
      },
      {
        edits: [set({ leeway: 300 })],
        because: 'The ended token is let in out of kindness. It was not renewed, and at 168:00 he is let in, too.',
      },
      {
        edits: [set({ accessLifetime: 1_800 })],
        because: 'A shorter life brings the refusal sooner, at 0:30. The client still waits for it.',
      },
      {
        edits: [set({ refreshAhead: true, refreshLifetime: 2_592_000 })],
        because: 'Early enough at 0:55, but a week later he is still in: that is the other lifetime.',
      },
    ],
    praise:
      'The client is early, and nobody is refused. Neither lifetime has become longer: what the thief of a token gains is what it was. Only John waits less.',
  },
};
