import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { append, set } from './edits.ts';
import { here } from './happened.ts';
import type { Lesson } from './lesson.ts';
import { whichSide } from './which-side.ts';

const COOKIE_DROPPED: EventQuery = { intent: 'logout', kind: 'change', area: 'cookies' };

export const LOGGING_OUT: Lesson = {
  ...CARDS.loggingOut,
  version: 1,
  objective: 'Say what a logout ends and what it leaves, and what it costs to make it count at once.',
  seed: 4,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
    { id: 'logout', kind: 'logout', device: 'laptop' },
    { id: 'minutes', kind: 'wait', seconds: 300 },
    { id: 'replay', kind: 'list-users', device: 'attacker', credential: 'copied' },
    { id: 'renew', kind: 'refresh', device: 'attacker', credential: 'copied' },
  ],
  opensAt: [{ intent: 'copy', phase: 'act' }],

  beats: [
    {
      id: 'copied',
      at: [{ intent: 'copy', phase: 'act' }],
      title: 'Somebody copies what the browser keeps',
      text: 'John’s laptop stood open for a minute. Whoever has it in hand can take the number or the tokens out of the browser: `HttpOnly` hides a cookie from scripts, not from people. John misses nothing, and nothing stops working.',
      notes:
        'Ask for other ways to get a copy: a hostile script, a log file, a backup, a proxy, an extension. How it was taken does not matter from here on. The question of the lesson is what John can still do about it.',
    },
    {
      id: 'asks-out',
      at: [{ intent: 'logout', phase: 'act' }],
      title: 'John logs out',
      text: 'The page tells the server, and shows the credential one last time, so that the server knows whose login is to end. All now depends on what the server has that it could throw away.',
      notes:
        'Let everybody finish the sentence “logging out means that …” before the bets. You will hear “the cookie is deleted” and “the token becomes invalid”. Write both on the board.',
    },
    {
      id: 'forget',
      at: [
        { intent: 'logout', phase: 'forget' },
        { intent: 'logout', phase: 'answer' },
      ],
      title: 'What is there to forget?',
      text: 'To end a login is to make its claim check worthless. That has to happen where the check is checked: at the server.',
      sides: {
        'php-session': 'The file is deleted. From now on the number names nothing, whoever shows it.',
        'sql-session': 'The row is deleted. From now on the number names nothing, whoever shows it.',
        jwt: [
          {
            when: { on: 'right', count: { intent: 'logout', store: 'denylist', op: 'write' } },
            text: 'No token is kept, so there is nothing to delete. The denylist gives the server something to write: the ids it refuses from now on.',
          },
          {
            text: 'The server kept nothing, so there is nothing to delete. Only a denylist would give it something to write.',
          },
        ],
        hybrid: [
          {
            when: here({ intent: 'logout', store: 'denylist', op: 'write' }),
            text: 'The family of the refresh tokens is marked as revoked, and the id of the pass that is out goes on the denylist.',
          },
          {
            text: 'The family of the refresh tokens is marked as revoked: no new pass will be made. The one that is out stays out.',
          },
        ],
      },
      notes:
        'Without a denylist, the gap on the token’s side is the most important cell of this lesson: point at it. Nothing failed there. There is just nothing to be done.',
    },
    {
      id: 'says-done',
      at: [{ intent: 'logout', phase: 'answer' }],
      title: 'The answer says: done',
      text: 'John reads that he is logged out. Behind that one sentence may stand two very different facts, and no status code tells him which.',
      sides: {
        'php-session':
          'A `Set-Cookie` with `Max-Age=0` and a date in the past asks the browser to drop the cookie as well.',
        'sql-session': [
          {
            when: here(COOKIE_DROPPED),
            text: 'A `Set-Cookie` with `Max-Age=0` asks the browser to drop the cookie as well.',
          },
          { text: 'No word about the number: throwing it away is up to the page’s script.' },
        ],
        jwt: [
          {
            when: here(COOKIE_DROPPED),
            text: 'A `Set-Cookie` with `Max-Age=0` asks the browser to drop the access token. The refresh token is up to the page’s script.',
          },
          { text: 'No word about tokens: throwing them away is up to the page’s script.' },
        ],
        hybrid:
          'At the server the refresh token is worthless by now, whoever has a copy. Of the pass the answer says nothing.',
      },
      notes:
        'Ask what the page should honestly say on the right: “We have deleted the token on this device. Copies work until 10:00.” Who has ever seen that sentence?',
    },
    {
      id: 'drops',
      at: [{ intent: 'logout', phase: 'drop' }],
      title: 'This browser forgets',
      text: 'On John’s laptop the pocket is empty now, and his next click brings the login form. That was the visible half of the logout. Copies elsewhere have not been told.',
      notes:
        'Both panels look alike here, and that is the trap: whoever tests the logout in one browser sees it work on both sides. Ask how you would have to test it. (Keep a copy, then log out.)',
    },
    {
      id: 'knocks',
      at: [{ intent: 'minutes', phase: 'wait' }],
      title: 'Five minutes later, the copy knocks',
      text: 'The same characters as before, from another computer. The server sees no computers, only characters.',
      notes: 'Take the bet now, by show of hands, and ask one voice for each answer to give a reason. Do not help.',
    },
    {
      id: 'still-good',
      at: [{ intent: 'replay', phase: 'recognise' }],
      title: 'The server asks what it always asks',
      text: 'Is it genuine, is it still good? A logout counts only if one of the answers has changed by it.',
      sides: {
        'php-session': 'There is no file of that name any more: refused. The copy died with the original.',
        'sql-session': 'There is no row for that number any more: refused. The copy died with the original.',
        jwt: [
          {
            when: { on: 'right', count: { intent: 'replay', kind: 'decision', reason: 'token-revoked' } },
            text: 'Genuine, and before `exp`; but its id stands on the denylist, and that says that John has logged out.',
          },
          {
            when: { on: 'right', count: { intent: 'replay', kind: 'decision', reason: 'token-expired' } },
            text: 'Genuine, but `exp` has come: refused. It ended by itself; nothing here says that John ever logged out.',
          },
          {
            when: { on: 'right', count: { intent: 'replay', kind: 'response', status: 200 } },
            text: 'Genuine, before `exp`, for this audience. Nothing that is asked here says that John ever logged out.',
          },
        ],
        hybrid: [
          {
            when: here({ intent: 'replay', kind: 'decision', reason: 'token-revoked' }),
            text: 'Genuine, and before `exp`; but its id stands on the denylist, and that says that John has logged out.',
          },
          {
            when: here({ intent: 'replay', kind: 'decision', reason: 'token-expired' }),
            text: 'Genuine, but `exp` has come: refused. It ended by itself, and its family will bring no other.',
          },
          {
            when: here({ intent: 'replay', kind: 'response', status: 200 }),
            text: 'Genuine, before `exp`, for this audience: let in until then. That the family was revoked is not asked here.',
          },
        ],
      },
      claim: {
        said: 'After a logout the token is invalid.',
        truth:
          'It holds until `exp`, unless somebody keeps account: a denylist, a cut-off per user, a changed key, a short life. Each costs a look-up or a wait.',
        source: 'ASVS 5.0 §7.4.1',
      },
      notes:
        'Go back to the two sentences on the board and correct them together. What usually goes wrong now: “then JWTs are broken”. No: they were made to need no store, and taking something back needs one.',
    },
    {
      id: 'other-token',
      at: [
        { intent: 'renew', phase: 'act' },
        { intent: 'replay', phase: 'answer' },
      ],
      title: 'And the thief has a second token',
      text: 'The access token ends soon, by itself. The refresh token asks for a new one, here with no John, no password, and after the logout.',
      notes:
        'Ask how long the thief has now. “One hour” is the usual answer, because everybody thinks of the access token. It is a week, counted from the login.',
    },
    {
      id: 'worth',
      at: [
        { intent: 'renew', phase: 'answer' },
        { intent: 'replay', phase: 'answer' },
      ],
      title: 'A logout is worth what the server can forget',
      text: 'Taking back what you gave away needs somebody who remembers that it was taken back. You may pay for that with a look-up at every request, or with a short life, or not at all.',
      sides: {
        'php-session': 'It was paid for all along: one read at every request.',
        'sql-session': 'It was paid for all along: one `JOIN` and one `UPDATE` at every request.',
        jwt: [
          {
            when: { on: 'right', count: { store: 'denylist' } },
            text: 'With the denylist it is paid for in the same coin: one look-up at every request, logged out or not.',
          },
          {
            when: {
              any: [
                { on: 'right', count: { intent: 'replay', kind: 'response', status: 200 } },
                { on: 'right', count: { intent: 'renew', kind: 'response', status: 200 } },
              ],
            },
            text: 'Without a denylist it is not paid for, and not delivered. The list is one switch away: try it.',
          },
          {
            text: 'Here it is paid for with a short life: both copies have ended, and so has whatever John himself held.',
          },
        ],
        hybrid: [
          {
            when: here({ store: 'denylist' }),
            text: 'All of it is paid for: a table for the refresh tokens, and with the denylist one look-up at every request.',
          },
          {
            text: 'Half of it was paid for: the refresh token is dead at once, the access token only when its short life is over.',
          },
        ],
      },
      notes:
        'Answer the question: it depends on whether the server keeps anything it can forget. Then let them work on the goal in pairs, and compare the prices: reads against retyped passwords.',
    },
  ],

  bets: [
    {
      id: 'server-changes',
      before: [
        { intent: 'logout', phase: 'forget' },
        { intent: 'logout', phase: 'answer' },
      ],
      question: 'John has pressed “Log out”. On which side will anything change at the server?',
      options: whichSide({ intent: 'logout', phase: 'forget', kind: 'change' }),
      because:
        'A session server deletes what it kept. A JWT server has kept nothing that it could delete; with a denylist it writes something down instead.',
    },
    {
      id: 'copy-works',
      before: [{ intent: 'replay', phase: 'recognise' }],
      settled: [{ intent: 'replay', phase: 'answer', which: 'last' }],
      question: 'The copy was made before the logout. On which side does it still open the door?',
      options: whichSide({ intent: 'replay', kind: 'response', status: 200 }),
      because:
        'The number names something that is gone. The token is as genuine as before, and unless a denylist says otherwise it holds until `exp`.',
    },
    {
      id: 'renewal',
      before: [{ intent: 'renew', phase: 'recognise' }],
      settled: [{ intent: 'renew', phase: 'answer', which: 'last' }],
      question: 'The thief shows the copied refresh token on the right. What does he get?',
      options: [
        {
          id: 'new-token',
          label: 'A new access token: another hour',
          holds: { on: 'right', count: { intent: 'renew', kind: 'response', status: 200 } },
        },
        {
          id: 'refused',
          label: 'A refusal: the logout ended it',
          holds: { on: 'right', count: { intent: 'renew', kind: 'response', status: 400 } },
        },
      ],
      because:
        'The page handed its refresh token in when it logged out, but only a server with a denylist can do anything with that.',
      only: { right: 'jwt' },
    },
  ],

  changes: [
    {
      id: 'denylist',
      label: 'Switch the denylist on',
      text: 'The logout writes two ids down, every request asks the list, and both copies are dead at once. Look at the score: the read that a JWT was to save is back, at every request, logged out or not.',
      column: 'right',
      only: 'jwt',
      edits: [set({ denylist: true })],
    },
    {
      id: 'one-hour-later',
      label: 'Try the copy again an hour later',
      text: 'The session’s copy stays dead. The copied access token has now died of old age, with nobody’s help. That is the protection a short life gives: not a lock, only an end.',
      column: 'both',
      edits: append(
        { id: 'hour', kind: 'wait', seconds: 3_600 },
        { id: 'late', kind: 'list-users', device: 'attacker', credential: 'copied' },
      ),
    },
    {
      id: 'phone',
      label: 'He is logged in on his phone, too',
      text: 'The phone stays in on both sides: a logout ends one login, not all of a person’s logins. To end them all, the server would need a list of them, or one moment before which nothing counts.',
      column: 'both',
      edits: [
        {
          kind: 'insert',
          before: 'copy',
          intent: { id: 'phone-login', kind: 'login', device: 'phone', person: 'john' },
        },
        ...append({ id: 'phone-users', kind: 'list-users', device: 'phone' }),
      ],
    },
  ],

  goal: {
    prompt:
      'Five minutes after the logout, neither copy of the thief’s may be worth anything on the right: not the access token, not the refresh token. How few store reads do you need?',
    hint: 'Two ways lead there. One asks a store; the other makes the thief, and John, wait.',
    settings: ['denylist', 'cutOff', 'accessLifetime', 'refreshLifetime', 'algorithm', 'clientStorage'],
    changes: [],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'login', status: 200 } },
        { on: 'right', count: { intent: 'replay', kind: 'response', status: 200 }, max: 0 },
        { on: 'right', count: { intent: 'renew', kind: 'response', status: 200 }, max: 0 },
      ],
    },
    fewest: {
      label: 'store reads for authentication',
      count: { kind: 'store', op: 'read', purpose: 'authentication' },
    },
    solutions: [[set({ denylist: true })], [set({ accessLifetime: 300, refreshLifetime: 300 })]],
    wrong: [
      {
        edits: [set({ accessLifetime: 300 })],
        because: 'The access token is over in time. The thief trades the refresh token for a new one.',
      },
      {
        edits: [set({ refreshLifetime: 300 })],
        because: 'No new token any more; but the copied access token itself is good for an hour.',
      },
      {
        edits: [set({ cutOff: true })],
        because:
          'A cut-off must be set by somebody. A logout of one device does not set it, and the look-up is paid for nothing.',
      },
      {
        edits: [set({ algorithm: 'RS256' })],
        because: 'A better signature keeps forgers out. A copy is not forged.',
      },
      {
        edits: [set({ clientStorage: 'memory' })],
        because: 'Harder to reach for a script, but this thief had the laptop in hand.',
      },
    ],
    praise:
      'A denylist makes the logout count at once, for one store read per token shown. Lifetimes of five minutes need no read at all, and make John type his password every five minutes. There is no third way: somebody looks, or somebody waits.',
  },
};
