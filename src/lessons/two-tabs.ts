import type { EventQuery, Predicate } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { append, set } from './edits.ts';
import { here, somewhere } from './happened.ts';
import type { Lesson } from './lesson.ts';
import { whichSide } from './which-side.ts';

type Tab = 'tab-1' | 'tab-2';

const asks = (intent: Tab): EventQuery => ({ intent, kind: 'request', exchange: 'refresh' });
const served = (intent: Tab): EventQuery => ({ intent, kind: 'response', exchange: 'refresh', status: 200 });
const REUSED: EventQuery = { intent: 'tab-2', kind: 'decision', reason: 'refresh-reused' };
const WAITED: EventQuery = { intent: 'tab-2', kind: 'action', name: 'await-refresh' };
const LATER_IN: EventQuery = { intent: 'later', kind: 'response', status: 200 };

const onLeft = (count: EventQuery): Predicate => ({ on: 'left', count, min: 1 });

/** Nothing that a second page could find. */
const IN_ONE_PAGE = {
  when: here({ intent: 'login', kind: 'change', area: 'memory' }),
  text: 'Here it lies in variables of the page that logged in: another tab finds nothing of it.',
} as const;

export const TWO_TABS: Lesson = {
  ...CARDS.twoTabs,
  version: 1,
  objective: 'Explain why two tabs that refresh at once look like a theft, and compare a lock with a grace window.',
  seed: 12,
  left: { scheme: 'hybrid' },
  right: { scheme: 'hybrid', settings: { tabLock: true } },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'break', kind: 'wait', seconds: 900 },
    {
      id: 'both',
      kind: 'together',
      intents: [
        { id: 'tab-1', kind: 'refresh', device: 'laptop' },
        { id: 'tab-2', kind: 'refresh', device: 'laptop', tab: 2 },
      ],
    },
    { id: 'later', kind: 'list-users', device: 'laptop' },
  ],
  opensAt: [{ intent: 'break', phase: 'wait' }],

  // A session refreshes nothing: with two of them every beat of the tabs falls on John’s click afterwards, and the last one speaks.
  beats: [
    {
      id: 'one-pocket',
      at: [{ intent: 'break', phase: 'wait' }],
      title: 'Two tabs, one pocket',
      text: 'John has the site open in two tabs. Each is a page of its own, with variables of its own. But cookies and `localStorage` belong to the browser: what one tab puts there, the other finds.',
      sides: {
        'php-session': 'The cookie is the same in every tab, and no tab ever changes it.',
        'sql-session': [IN_ONE_PAGE, { text: 'The number is the same in every tab, and no tab ever changes it.' }],
        jwt: [
          IN_ONE_PAGE,
          { text: 'The tokens are the same in every tab, and whoever refreshes puts a new one in its place.' },
        ],
        hybrid: 'The refresh token is the same in every tab, and good for one use.',
      },
      notes:
        'Ask who has more than one tab of the same site open at this moment. Everybody. Then say what comes: John opens his laptop after a break, and both pages wake up and want to renew their login. Let them guess the trouble.',
    },
    {
      id: 'wake-up',
      when: somewhere(asks('tab-1')),
      at: [
        { intent: 'tab-1', phase: 'act', exchange: 'refresh' },
        { intent: 'later', phase: 'act' },
      ],
      title: 'Both pages wake up at the same moment',
      text: 'The laptop is opened, and in both tabs the script finds that its token is over, or soon will be. Neither knows of the other: each does what a careful client does.',
      notes:
        'Each row says which tab acts. They run at once: the simulation decides by virtual time who goes first, and it is the same at every replay. In real life it is a coin toss, and that is why nobody can reproduce this bug.',
    },
    {
      id: 'same-token',
      when: somewhere(asks('tab-1')),
      at: [
        { intent: 'tab-1', phase: 'ask', exchange: 'refresh' },
        { intent: 'later', phase: 'act' },
      ],
      title: 'Who asks, and with what?',
      text: 'Each tab reads the refresh token from the place they share. If nobody keeps the second one back, both show the same characters, a moment apart.',
      sides: {
        jwt: 'Both ask, with the same refresh token. It may be used any number of times.',
        hybrid: [
          {
            when: here(WAITED),
            text: 'One asks. The other has found the lock taken, and waits for what the first one gets.',
          },
          { when: here(asks('tab-2')), text: 'Both ask, with a refresh token that is good once.' },
          { text: 'One asks.' },
        ],
      },
      notes:
        'On the right, look for the second tab: it says “await” and sends nothing. This is the Web Locks API: one name, one holder, all tabs of the same origin. Without it there is `localStorage` and a lot of care.',
    },
    {
      id: 'winner',
      when: somewhere(served('tab-1')),
      at: [
        { intent: 'tab-1', phase: 'recognise', exchange: 'refresh', which: 'last' },
        { intent: 'later', phase: 'act' },
      ],
      title: 'The first one is served',
      text: 'Nothing is special about this request. The token is good, and the tab gets what it asked for.',
      sides: {
        hybrid:
          'One statement asks whether the row is unused and marks it as used: however close the other is, only one finds it so.',
      },
      notes:
        'Compare-and-set: had the server read the row first and written it in a second statement, both tabs could have found it unused. Show the statement in the Code tab and ask what `RETURNING` is good for here.',
    },
    {
      id: 'second-use',
      when: somewhere(asks('tab-2')),
      at: [
        { intent: 'tab-2', phase: 'recognise', exchange: 'refresh', which: 'last' },
        { intent: 'later', phase: 'act' },
      ],
      title: 'The second one, a fraction of a millisecond later',
      text: 'The same token once more, from the same browser, a moment later. From the server’s side there is nothing that tells this from a thief with a copy.',
      sides: {
        jwt: [
          { when: here(served('tab-2')), text: 'Served as well. Two access tokens are good now, and nobody minds.' },
        ],
        hybrid: [
          {
            when: here(REUSED),
            text: 'The row says “used”: reuse. What that means was decided long before John opened a second tab.',
          },
          {
            when: here(served('tab-2')),
            text: 'The row says “used”, a moment ago: within the grace it is taken once more.',
          },
          { text: 'On this side nothing came: the second tab is waiting.' },
        ],
      },
      claim: {
        said: 'Two tabs refresh at once: no harm done.',
        truth:
          'With rotation the second use revokes the family. Let one tab refresh at a time and the others compare with the current token.',
        source: 'Measured: a certified OpenID provider, two refreshes at once',
      },
      notes:
        'Stop here and let the room act as the server: a token that was spent a moment ago comes back. Thief or tab? What would you need to know? (There is nothing in the message. The address? Thieves in the same office exist.)',
    },
    {
      id: 'alarm',
      when: somewhere(REUSED),
      at: [
        { intent: 'tab-2', phase: 'forget', exchange: 'refresh' },
        { intent: 'later', phase: 'act' },
      ],
      title: 'The alarm rings, and there is no thief',
      text: 'The server does what the lesson before praised: it ends the family. The winner’s brand-new token is part of it, worthless before it has even arrived.',
      notes:
        'Watch the order of the rows: the family is revoked while the winner’s new token is still being made. It inherits the flag, because the flag is on the family and not on the tokens. That was deliberate; ask why.',
    },
    {
      id: 'throws-away',
      when: somewhere({ intent: 'tab-2', name: 'give-up' }),
      at: [
        { intent: 'tab-2', phase: 'drop', exchange: 'refresh' },
        { intent: 'later', phase: 'act' },
      ],
      title: 'The loser clears the pocket they share',
      text: 'A client whose refresh was refused is logged out, so the second tab throws away what it finds. It is the first tab’s as well. One of them made a mistake that neither could see.',
      notes:
        'Look at the storage panel: empty, for both tabs. Then the winner’s answer arrives, and its script finds that the login it was for is gone; it keeps nothing. A client without that check would put back a dead pair.',
    },
    {
      id: 'clicks',
      at: [{ intent: 'later', phase: 'act' }],
      title: 'John clicks, and was it all right?',
      text: 'He has done nothing but open his laptop. Whether he sees his page or the login form was decided by a race between two of his own tabs, or by somebody who saw to it that there was none.',
      told: [{ intent: 'later', phase: 'answer', which: 'last' }],
      sides: {
        'php-session': 'With a number that no tab changes there is nothing to race for.',
        'sql-session': 'With a number that no tab changes there is nothing to race for.',
        jwt: 'Tokens that may be used any number of times do not mind a race. Nor do they notice a thief.',
        hybrid: [
          {
            when: here(WAITED),
            text: 'With the lock there was one refresh for both tabs: one row, one new pair, no alarm.',
          },
          { when: here(LATER_IN), text: 'He is in: this time nobody took the second tab for a thief.' },
          {
            text: 'The login form. He will call it “it keeps throwing me out”, and nobody will be able to reproduce it.',
          },
        ],
      },
      notes:
        'Answer the question: because two clients of his looked like an owner and a thief. Two remedies: let only one of them ask (a lock, in the client), or forgive a second use for some seconds (a grace window, at the server). The goal compares them.',
    },
  ],

  bets: [
    {
      id: 'how-many',
      before: [{ intent: 'tab-1', phase: 'recognise', exchange: 'refresh' }],
      settled: [
        { intent: 'tab-1', phase: 'answer', which: 'last' },
        { intent: 'tab-2', phase: 'answer', which: 'last' },
      ],
      question: 'Two tabs renew at once on the left. How many of them will the server give new tokens?',
      options: [
        { id: 'both', label: 'Both', holds: { all: [onLeft(served('tab-1')), onLeft(served('tab-2'))] } },
        {
          id: 'one',
          label: 'One of them',
          holds: {
            any: [
              { all: [onLeft(served('tab-1')), { not: onLeft(served('tab-2')) }] },
              { all: [onLeft(served('tab-2')), { not: onLeft(served('tab-1')) }] },
            ],
          },
        },
        {
          id: 'neither',
          label: 'Neither: both are suspicious',
          holds: { not: { any: [onLeft(served('tab-1')), onLeft(served('tab-2'))] } },
        },
      ],
      because:
        'Each refresh token is good once, and one statement decides who was first. Only a grace window lets the second have a pair as well.',
      only: { left: 'hybrid' },
    },
    {
      id: 'later',
      before: [{ intent: 'later', phase: 'act' }],
      settled: [{ intent: 'later', phase: 'answer', which: 'last' }],
      question: 'Both tabs have come to rest. John clicks. On which side does he get his page without a password?',
      options: whichSide(LATER_IN),
      because:
        'A second use ends the whole family, the winner’s new token included. Where only one tab asked, or where nobody counts uses, nothing happened.',
    },
  ],

  changes: [
    {
      id: 'grace',
      label: 'Forgive a second use for ten seconds',
      text: 'The second tab is served as well: no alarm, and John stays in. So would a thief be who comes within these ten seconds: a grace window buys peace between tabs with a hole in the detection.',
      column: 'left',
      only: 'hybrid',
      edits: [set({ grace: 10 })],
    },
    {
      id: 'lock',
      label: 'Let the tabs refresh one at a time',
      text: 'The left side now does as the right one: the second tab waits for the first and takes what that one got. One request fewer, no alarm, and a real thief is noticed as before.',
      column: 'left',
      only: 'hybrid',
      edits: [set({ tabLock: true })],
    },
    {
      id: 'second-tab',
      label: 'John clicks in the second tab as well',
      text: 'Where he is out he is out in both tabs, for they share what the browser keeps; where he is in, the second tab shows what the first one put there.',
      column: 'both',
      edits: append({ id: 'other-tab', kind: 'list-users', device: 'laptop', tab: 2 }),
    },
  ],

  goal: {
    prompt:
      'Keep John logged in on the left: two tabs refresh at once, and his next click must be answered with 200. How few refreshes does the server have to answer?',
    hint: 'Either only one tab asks, or the server does not mind the second.',
    settings: [
      'tabLock',
      'grace',
      'refreshAhead',
      'refreshTransport',
      'clientStorage',
      'hybridAccessLifetime',
      'refreshLifetime',
    ],
    changes: [],
    column: 'left',
    check: { all: [onLeft(served('tab-1')), onLeft(LATER_IN)] },
    fewest: { label: 'refreshes asked for', count: { kind: 'request', exchange: 'refresh' } },
    solutions: [[set({ tabLock: true })], [set({ grace: 10 })]],
    wrong: [
      {
        edits: [set({ refreshAhead: true })],
        because: 'Early or late, both tabs are so at the same time, and show the same token.',
      },
      {
        edits: [set({ refreshTransport: 'cookie' })],
        because: 'The tabs share the cookie jar as well: the same token goes along twice.',
      },
      {
        edits: [set({ clientStorage: 'memory' })],
        because: 'Each tab has its own access token now. The refresh token is still one for both.',
      },
      {
        edits: [set({ hybridAccessLifetime: 3_600 })],
        because: 'A longer pass makes the race rarer. When the tabs do refresh at once, it goes as before.',
      },
    ],
    praise:
      'A lock needs one refresh, and a thief is noticed as before. A grace window needs two, and nothing of the client, but a thief who is quick gets in, too. If the client is yours, take the lock.',
  },
};
