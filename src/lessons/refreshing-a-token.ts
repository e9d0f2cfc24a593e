import type { EventQuery, Predicate } from '#core/query.ts';
import {
  EXPIRED_SAID,
  GENUINE,
  GOT_IT,
  LET_IN,
  LOOKED_AHEAD,
  NEW_ACCESS,
  NEW_REFRESH,
  NOT_REFRESHED,
  REFRESHED,
  RETRIED,
} from './at-a-refresh.ts';
import { CARDS } from './cards.ts';
import { append, set } from './edits.ts';
import { here, somewhere } from './happened.ts';
import type { Lesson } from './lesson.ts';
import { whichSide } from './which-side.ts';

/** The page asked for a new token. */
const REFRESHES: Predicate = somewhere({ intent: 'users', exchange: 'refresh', phase: 'ask' });

/** The list itself is read from the table: a refresh alone does not do that. */
const GOT_HIS_LIST: EventQuery = { intent: 'users', kind: 'store', store: 'users', purpose: 'request' };

export const REFRESHING_A_TOKEN: Lesson = {
  ...CARDS.refreshingAToken,
  version: 1,
  objective:
    'Say what ends a session and what ends a token, who renews them, and what a stolen refresh token is worth.',
  seed: 3,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'hour', kind: 'wait', seconds: 3_600 },
    { id: 'users', kind: 'list-users', device: 'laptop' },
  ],
  opensAt: [{ intent: 'hour', phase: 'wait' }],

  // Where no token stands on either side, the beats of the refresh fall on the row of the last beat, and that one speaks.
  beats: [
    {
      id: 'hour',
      at: [{ intent: 'hour', phase: 'wait' }],
      title: 'An hour passes, and nobody does anything',
      text: 'No message, no alarm, nothing is written anywhere. A lifetime that ends is not an event. It is a subtraction, done when somebody asks again.',
      sides: {
        'php-session': 'A session has two limits: a shorter one without use, and a longer one in all.',
        'sql-session': 'A row has one limit here: a time counted from the login, used or not.',
        jwt: 'An access token has one: a lifetime that runs from the second it was made, used or not.',
        hybrid:
          'An access token has one, from the second it was made. The login has another, whatever is refreshed meanwhile.',
      },
      notes:
        'Ask: when does the server find out that the token has expired? Let them look for the message. There is none. What usually goes wrong: people picture a timer at the server that throws users out.',
    },
    {
      id: 'same-again',
      at: [{ intent: 'users', phase: 'act', exchange: 'request' }],
      title: 'The same request, the same credential',
      text: 'An hour changes not one character of a credential. Whether it is still good does not depend on what it is, but on when it is shown.',
      told: [{ intent: 'users', phase: 'ask', exchange: 'request' }],
      sides: { jwt: [LOOKED_AHEAD], hybrid: [LOOKED_AHEAD] },
      notes:
        'Compare what goes along now with what the login handed out an hour ago, character by character: identical. So whatever happens next, the clock did it. The client could have looked at `exp` and known; the setting “refresh ahead” does just that.',
    },
    {
      id: 'verdict',
      at: [{ intent: 'users', phase: 'recognise', exchange: 'request' }],
      title: 'Two questions: is it genuine, and is it still good?',
      text: 'Both must be answered with yes, by the server’s clock. The browser’s clock does not count.',
      sides: {
        'php-session': [
          {
            when: here(LET_IN),
            text: 'The file says when it was last used. Within the idle limit it is good, and the count starts anew: a busy session slides along.',
          },
          { text: 'The file says when it was made and last used, and one of the two limits is past: refused.' },
        ],
        'sql-session': [
          {
            when: here(LET_IN),
            text: 'The row says until when it is good, and that has not come. Use does not move it.',
          },
          { text: 'The row says until when it was good, and that has come: refused.' },
        ],
        jwt: GENUINE,
        hybrid: GENUINE,
      },
      claim: {
        said: 'A token expires after `exp`.',
        truth:
          'At `exp`: refuse it when now is `exp` or later. Allow a few minutes of leeway at most, and accept no token without `exp`.',
        source: 'RFC 7519 §4.1.4',
      },
      notes:
        'It is exactly one hour, to the second, and that is on purpose: ask which way the edge falls. Then ask how a JWT could slide like the session does. It would have to change, and a signed thing cannot be changed, only replaced.',
    },
    {
      id: 'first-answer',
      at: [{ intent: 'users', phase: 'answer', exchange: 'request' }],
      title: 'What an answer gives away',
      text: 'A refusal shall help the honest client and nobody else. So it says how to go on, and not what exactly was wrong.',
      sides: {
        'php-session': [
          {
            when: here(LET_IN),
            text: '200: John was recognised, and gets his list.',
          },
          { text: '401: log in again. Which of the limits it was, the answer keeps to itself.' },
        ],
        'sql-session': [
          { when: here(LET_IN), text: '200: John was recognised, and gets his page.' },
          { text: '401: log in again. That the row had ended, the answer keeps to itself.' },
        ],
        jwt: [
          EXPIRED_SAID,
          {
            when: here(LET_IN),
            text: '200: the token was still good, and John gets his list.',
          },
        ],
        hybrid: [EXPIRED_SAID, { when: here(LET_IN), text: '200: the pass was still good, and John gets his page.' }],
      },
      notes:
        'Show the `WWW-Authenticate` line. Ask why a forged token must not be told that it is “also expired”. (Every difference in the answers is a question that an attacker may ask for free.)',
    },
    {
      id: 'second-token',
      when: REFRESHES,
      at: [
        { intent: 'users', phase: 'act', exchange: 'refresh' },
        { intent: 'users', phase: 'answer', exchange: 'request' },
      ],
      title: 'The script shows its other token',
      text: 'The page’s script asks for a new access token by itself, and shows the refresh token. That one goes to a single address, and only when the other has ended. It is seen rarely, so it may live longer.',
      notes:
        'Ask why there are two tokens, and not one that lives for a week. (What is shown with every request gets lost sooner, and nobody can take it back.) Session people often object that their cookie is shown every time. True: but it can be torn up.',
    },
    {
      id: 'checked',
      when: REFRESHES,
      at: [
        { intent: 'users', phase: 'recognise', exchange: 'refresh' },
        { intent: 'users', phase: 'answer', exchange: 'request' },
      ],
      title: 'Checked like the first, for another door',
      text: 'Is the refresh token good? The answer gives away days, not minutes. Ask who else could show the same characters, and whether the server would notice.',
      sides: {
        jwt: [
          {
            when: here(REFRESHED),
            text: 'Of type `rt+jwt`, for `/auth`, before its own `exp`: yes. Nobody crossed it out, so it will do again, for whoever shows it.',
          },
          NOT_REFRESHED,
        ],
        hybrid: [
          {
            when: here(REFRESHED),
            text: 'Its row is found and crossed out in one statement. Shown again later, by thief or owner, it ends the whole family.',
          },
          NOT_REFRESHED,
        ],
      },
      claim: {
        said: 'A refresh token works once.',
        truth:
          'Only where the server keeps account of it. A signed one can be used until its own end. Rotation changes that, and needs a store.',
        source: 'RFC 9700 §4.14',
      },
      notes:
        'Offer the change “A thief has the refresh token” here. Ask what would have to be written down, and where, to notice that two people use the same one. They will invent rotation by themselves.',
    },
    {
      id: 'replaced',
      when: somewhere({ intent: 'users', exchange: 'refresh', phase: 'keep' }),
      at: [
        { intent: 'users', phase: 'keep', exchange: 'refresh' },
        { intent: 'users', phase: 'answer', exchange: 'request' },
      ],
      title: 'A new token, and the same end as before',
      text: 'The new access token takes the old one’s place. Its facts are fresh, for the server has just read John’s row: only now would it learn of a new role. The life of the whole login runs from its first minute, and no refresh makes it longer.',
      sides: {
        jwt: 'The refresh token stays as it is, with the end that is printed on it.',
        hybrid: [
          {
            when: here(REFRESHED),
            text: 'The refresh token is new as well. It joins the family of the old one, and inherits its end.',
          },
        ],
      },
      claim: {
        said: 'Whoever refreshes stays logged in for ever.',
        truth: 'Until the refresh token ends. It must have an end that nothing can move.',
        source: 'ASVS 5.0 §10.4.8',
      },
      notes:
        'Point at what changed in `localStorage`: one row, not two. The old access token was not called back; it had ended by itself. Ask what the server knows of all this. Nothing.',
    },
    {
      id: 'unnoticed',
      when: {
        all: [
          { on: 'left', count: GOT_HIS_LIST },
          { on: 'right', count: GOT_HIS_LIST },
        ],
      },
      at: [
        { intent: 'users', phase: 'answer', exchange: 'retry' },
        { intent: 'users', phase: 'answer', exchange: 'request' },
      ],
      title: 'John noticed nothing',
      text: 'He clicked once and got his page. If his login had to be renewed, somebody did it for him while he waited.',
      sides: {
        'php-session': 'The server did it, by moving one time in one file. One round trip, as ever.',
        'sql-session': 'Nobody had to: the end of the row has not come. One round trip, as ever.',
        jwt: [
          {
            when: here(RETRIED),
            text: 'The page’s script did it. Three round trips instead of one, each time an access token ends: the price of a token that nobody looks up.',
          },
          {
            when: here(REFRESHED),
            text: 'The page’s script did it, ahead of time: two round trips instead of one. No request had to be refused first.',
          },
          { text: 'Nothing had to be renewed: the access token was still good.' },
        ],
        hybrid: [
          {
            when: here(RETRIED),
            text: 'The page’s script did it, with three round trips each time a pass ends; and a table has one row more.',
          },
          {
            when: here(REFRESHED),
            text: 'The page’s script did it, ahead of time: two round trips instead of one; and a table has one row more.',
          },
          { text: 'Nothing had to be renewed: the pass was still good.' },
        ],
      },
      notes:
        'Answer the question with the score: round trips left and right. Then start the changes: two more hours turn the picture round, and that surprises everybody. Close with the goal; its wrong answers are the common beliefs.',
    },
  ],

  bets: [
    {
      id: 'one-hour',
      before: [{ intent: 'users', phase: 'recognise', exchange: 'request' }],
      settled: [{ intent: 'users', phase: 'answer', exchange: 'request', which: 'last' }],
      question: 'One hour after the login, to the second. On which side is this very request still let in?',
      options: whichSide({ intent: 'users', kind: 'response', exchange: 'request', status: 200 }),
      because:
        'No limit of a session is as near as one hour here. A token ends at the second `exp` names: one hour after it was made, used or not.',
    },
    {
      id: 'sees',
      before: [{ intent: 'users', phase: 'act', exchange: 'refresh' }],
      settled: [
        { intent: 'users', phase: 'answer', which: 'last' },
        { intent: 'users', phase: 'drop', which: 'last' },
      ],
      question: 'A new access token is needed. What will John see on the right?',
      options: [
        {
          id: 'list',
          label: 'His list, a moment later',
          holds: GOT_IT,
        },
        {
          id: 'form',
          label: 'The login form',
          holds: { on: 'right', count: { intent: 'users', name: 'give-up' } },
        },
        {
          id: 'error',
          label: 'An error, until he tries again',
          holds: {
            not: {
              any: [GOT_IT, { on: 'right', count: { intent: 'users', name: 'give-up' } }],
            },
          },
        },
      ],
      because:
        'The script showed its refresh token, and then asked with the new access token. The password is needed only when the refresh token has ended too.',
      only: { right: 'jwt' },
    },
    {
      id: 'new-in-storage',
      before: [{ intent: 'users', phase: 'keep', exchange: 'refresh' }],
      question: 'The refresh has worked. Which tokens in the browser will be new?',
      options: [
        {
          id: 'access',
          label: 'Only the access token',
          holds: {
            all: [
              { on: 'right', count: NEW_ACCESS },
              { on: 'right', count: NEW_REFRESH, max: 0 },
            ],
          },
        },
        {
          id: 'both',
          label: 'Both',
          holds: { on: 'right', count: NEW_REFRESH },
        },
        {
          id: 'none',
          label: 'Neither: the old one got a later date',
          holds: {
            all: [
              { on: 'right', count: NEW_ACCESS, max: 0 },
              { on: 'right', count: NEW_REFRESH, max: 0 },
            ],
          },
        },
      ],
      because:
        'A signed token cannot get a later date: one changed character and the signature fails. It is replaced; the refresh token stays, with its old end.',
      only: { right: 'jwt' },
    },
  ],

  changes: [
    {
      id: 'two-hours',
      label: 'Two more hours without a click',
      text: 'Now it is the other way round: a session with an idle limit rested for too long and is over. The token has ended again as well, but the script refreshes, and John is in. Each forgets him for a reason of its own.',
      column: 'both',
      edits: append(
        { id: 'lunch', kind: 'wait', seconds: 7_200 },
        { id: 'after-lunch', kind: 'list-users', device: 'laptop' },
      ),
    },
    {
      id: 'holiday',
      label: 'Eight days on holiday',
      text: 'Out on both sides. The refresh token is past its seven days: 400 `invalid_grant`. The script gives up and throws the tokens away, and John types his password again.',
      column: 'both',
      edits: append(
        { id: 'holiday', kind: 'wait', seconds: 691_200 },
        { id: 'home', kind: 'list-users', device: 'laptop' },
      ),
    },
    {
      id: 'thief',
      label: 'A thief has the refresh token',
      text: '200: an hour for the thief, and another one whenever he likes, for seven days. Thief and owner show the same characters, and the server keeps no account of who came before.',
      column: 'right',
      only: 'jwt',
      edits: append(
        { id: 'theft', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
        { id: 'stolen', kind: 'refresh', device: 'attacker', credential: 'copied' },
      ),
    },
  ],

  goal: {
    prompt:
      'An hour without a click shall mean: type the password again. Make the right side do that to John. His login itself must work.',
    hint: 'What does the script do when the access token is refused? It must not succeed with it.',
    settings: ['accessLifetime', 'refreshLifetime', 'leeway', 'denylist', 'refreshAhead'],
    changes: [],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'login', status: 200 } },
        { on: 'right', count: { intent: 'users', kind: 'response', status: 200 }, max: 0 },
        { on: 'right', count: { intent: 'users', name: 'give-up' } },
      ],
    },
    solutions: [
      [set({ refreshLifetime: 3_600 })],
      [set({ accessLifetime: 900, refreshLifetime: 1_800 })],
      [set({ refreshLifetime: 1_800, refreshAhead: true })],
    ],
    wrong: [
      {
        edits: [set({ accessLifetime: 60 })],
        because: 'A short access token logs nobody out: the script refreshes it without a word.',
      },
      {
        edits: [set({ denylist: true })],
        because: 'A denylist refuses the tokens written on it. Nobody wrote these down.',
      },
      {
        edits: [set({ accessLifetime: 7_200, refreshLifetime: 1_800 })],
        because: 'The access token is still good after an hour. Nobody even asks for the refresh token.',
      },
      {
        edits: [set({ refreshLifetime: 3_600, leeway: 300 })],
        because: 'Leeway lets both tokens live for five minutes more, and the hour falls into them.',
      },
    ],
    praise:
      'Done. But look closely: this ends an hour after the login, busy or not. With nothing stored, nobody can tell an idle hour from a busy one. A session can, and that is what moving its time at every request buys.',
  },
};
