import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { set } from './edits.ts';
import { here } from './happened.ts';
import type { Lesson, SideText } from './lesson.ts';
import { whichSide } from './which-side.ts';

/** The button did what it says. (A new token is written from the row, so that no second try with it is obeyed.) */
const obeyed = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'request', status: 200 });
const refusedFor = (intent: string, reason: NonNullable<EventQuery['reason']>): EventQuery => ({
  intent,
  kind: 'decision',
  reason,
});
const refreshed = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'refresh', status: 200 });
const CUT_OFF: EventQuery = { intent: 'step-down', kind: 'change', area: 'cutoffs' };

/** Where a token’s word is taken for the role. */
const tokenRole = (intent: string): SideText => [
  {
    when: here(refusedFor(intent, 'token-cut-off')),
    text: 'The token was made before the moment that was written down: refused, before its role is even read.',
  },
  {
    when: here({ ...refusedFor(intent, 'token-expired'), exchange: 'request' }),
    text: 'The token has ended. Its role does not matter; what counts is what the next one will say.',
  },
  {
    when: here(obeyed(intent)),
    text: 'From the token: `role` is “admin”, signed and unexpired. So it was when it was made.',
  },
  { text: 'From the token: it was made after the demotion, and says “member”.' },
];

export const THE_DEMOTED_ADMIN: Lesson = {
  ...CARDS.theDemotedAdmin,
  version: 1,
  objective:
    'Find every copy of a right, say how old each may be when it is believed, and what it costs to be current.',
  seed: 10,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'hand-over', kind: 'set-role', device: 'laptop', person: 'zoya', role: 'admin' },
    { id: 'step-down', kind: 'set-role', device: 'laptop', person: 'john', role: 'member' },
    { id: 'minutes', kind: 'wait', seconds: 600 },
    { id: 'button', kind: 'end-sessions', device: 'laptop', person: 'zoya' },
    { id: 'hour', kind: 'wait', seconds: 3_000 },
    { id: 'once-more', kind: 'end-sessions', device: 'laptop', person: 'zoya' },
  ],
  opensAt: [{ intent: 'step-down', phase: 'act' }],

  beats: [
    {
      id: 'steps-down',
      at: [{ intent: 'step-down', phase: 'act' }],
      title: 'John hands his office over',
      text: 'He has made Zoya an admin, and now makes himself an ordinary member. It is his last act as an admin. From the answer on he should not be obeyed any more; the question is who knows.',
      notes:
        'It could as well be somebody else who demotes him: dismissed, moved to another team, found cheating. Ask how quickly it must count in each case. At a bank they will say “at once”; remember that word.',
    },
    {
      id: 'the-row',
      at: [{ intent: 'step-down', phase: 'work' }],
      title: 'One row in one table is changed',
      text: '`users`, row 42: from “admin” to “member”. This is where the truth is kept. Everything else that says “admin” of John is a copy of it, made earlier.',
      notes:
        'Before you go on: where else does it say “admin”? Let the room search the panels, on both sides, in the browser too. Whoever finds the session file deserves applause; nearly everybody looks at the token only.',
    },
    {
      id: 'copies',
      at: [{ intent: 'step-down', phase: 'answer' }],
      title: 'And where else does it say “admin”?',
      text: 'A copy saves a look-up, and is right as long as nothing changes. Nobody goes round and corrects the copies: somebody would have to know where they all are, and be able to write there.',
      sides: {
        'php-session':
          'In the session file: `"role";s:5:"admin"`, copied at the login. The server could change it, and does not.',
        'sql-session': 'Nowhere. The session’s row says whose it is; what he may do is read from `users` each time.',
        jwt: [
          {
            when: here(CUT_OFF),
            text: 'In the token, where nobody can change it. But a moment was written down before which John’s tokens count no more.',
          },
          {
            text: 'In the access token, signed, in John’s own browser. The server cannot change it, and cannot reach it.',
          },
        ],
        hybrid: [
          {
            when: here(CUT_OFF),
            text: 'In the pass, where nobody can change it. But a moment was written down before which John’s passes count no more.',
          },
          {
            text: 'In the pass, signed, in John’s own browser; until its `exp` at most. Not in the refresh token.',
          },
        ],
      },
      claim: {
        said: 'The token says admin, so he is an admin.',
        truth:
          'He was one when it was made. Rights that can change are read where they are kept, or the copies need a short life or a way to be called back.',
        source: 'ASVS 5.0 §8.3.2',
      },
      notes:
        'Open the file on the left and the token on the right next to each other and point at the two words “admin”. Then at the row in `users`: “member”. Three places, two answers. Which will the next request believe?',
    },
    {
      id: 'presses',
      at: [{ intent: 'minutes', phase: 'wait' }],
      title: 'Ten minutes later: a button for admins',
      text: 'The page was never reloaded, and the button is still there. John presses it: “End all of Zoya’s logins”. That a page hides its buttons protects nobody; anybody can send this request.',
      notes:
        'Take the bet with a show of hands, and ask one voice for each side. Sessions have a reputation of being current; many will be sure of the left.',
    },
    {
      id: 'believes',
      at: [{ intent: 'button', phase: 'recognise', exchange: 'request', which: 'last' }],
      title: 'Where does the server take his role from?',
      text: 'That it is John is beyond doubt on either side. What he may do is another question, and it can be answered from a copy or from the row itself.',
      sides: {
        'php-session': [
          {
            when: here(obeyed('button')),
            text: 'From the session file: “admin”, as it was at the login. The table is not asked.',
          },
          { text: 'From the session file, and that was written after the demotion, or is gone.' },
        ],
        'sql-session': [
          {
            when: here({ intent: 'button', kind: 'response', status: 403 }),
            text: 'From the row of user 42, which the `JOIN` has read a moment ago: “member”.',
          },
          { text: 'From nowhere: the session itself had ended before he pressed.' },
        ],
        jwt: tokenRole('button'),
        hybrid: tokenRole('button'),
      },
      notes:
        'Open the Code tab on each side: where does the line with the role get its value? This is what to look for in one’s own code: not “session or token”, but “copy or row”.',
    },
    {
      id: 'outcome',
      at: [{ intent: 'button', phase: 'answer', which: 'last' }],
      title: 'Obeyed, or known and not allowed',
      text: '403 means: I know who you are, and you may not. 200 here means that a man without the right has just used it. The answer shows which copy was believed, and no log will call it an attack.',
      sides: {
        'php-session': [
          {
            when: here(obeyed('button')),
            text: '200. A session, on the server’s own disk, and as stale as any token.',
          },
          { text: 'Refused.' },
        ],
        'sql-session': [
          {
            when: here({ intent: 'button', kind: 'response', status: 403 }),
            text: '403, ten minutes or ten milliseconds after the demotion: there is no copy that could be old.',
          },
          { text: 'Refused.' },
        ],
        jwt: [
          { when: here(obeyed('button')), text: '200. Nothing was asked that could have known better.' },
          {
            when: here(refreshed('button')),
            text: '403. The token had to be replaced, and the new one was written from the row.',
          },
          { text: 'Refused.' },
        ],
        hybrid: [
          { when: here(obeyed('button')), text: '200. The pass had not ended yet.' },
          {
            when: here(refreshed('button')),
            text: '403. The pass had to be replaced, and the new one was written from the row.',
          },
          { text: 'Refused.' },
        ],
      },
      notes:
        'Let somebody pick “SQL session” on the left and look at this row again: 403. So it is not sessions against tokens. It is the strongest argument in the whole subject, and it is about copies.',
    },
    {
      id: 'ages',
      at: [{ intent: 'hour', phase: 'wait' }],
      title: 'Copies grow old at different speeds',
      text: 'An hour after the login. Ask of each copy when it will be made anew, and what makes it so: a copy with an end is at least wrong for a known time. One without an end is wrong until somebody logs in again.',
      sides: {
        'php-session': 'The file is made anew at a login. It is used, so it does not end: up to its absolute limit.',
        'sql-session': 'There is no copy.',
        jwt: 'The token is made anew when it has ended and is refreshed.',
        hybrid: 'The pass is made anew when it has ended and is refreshed, several times by now had John been there.',
      },
      notes:
        'Take the second bet. The surprise is that the worse of the two is the one on the server: the file’s copy has no `exp`. A short life, the thing people dislike in tokens, is what saves them here.',
    },
    {
      id: 'fresh',
      at: [{ intent: 'once-more', phase: 'act' }],
      title: 'Who reads the row again?',
      text: 'Somewhere on the way somebody must look into `users`, or the old answer is given once more. Where tokens are refreshed, the refresh is the moment: the new token is written from the row as it is then.',
      told: [
        { intent: 'once-more', phase: 'work', exchange: 'refresh' },
        { intent: 'once-more', phase: 'recognise', exchange: 'request', which: 'last' },
      ],
      sides: {
        'php-session': [
          { when: here(obeyed('once-more')), text: 'Nobody. The file says “admin”, as it has for an hour.' },
          { text: 'The file was written after the demotion, or is gone.' },
        ],
        'sql-session': 'The `JOIN` reads it at every request: “member”.',
        jwt: [
          {
            when: here(refreshed('once-more')),
            text: 'The refresh reads it: “member”. From now on the token says so, too.',
          },
          { when: here(obeyed('once-more')), text: 'Nobody: the token has not ended yet, and says “admin”.' },
          { text: 'No token of before the demotion is taken any more.' },
        ],
        hybrid: [
          {
            when: here(refreshed('once-more')),
            text: 'The refresh reads it: “member”. From now on the pass says so, too.',
          },
          { when: here(obeyed('once-more')), text: 'Nobody: the pass has not ended yet, and says “admin”.' },
          { text: 'No pass of before the demotion is taken any more.' },
        ],
      },
      notes:
        'Point at the read of `users` in the refresh. Ask what would happen if a refresh copied the claims of the old token instead of reading the row. (Libraries have done that: the demotion would never arrive.)',
    },
    {
      id: 'price',
      at: [{ intent: 'once-more', phase: 'answer', which: 'last' }],
      title: 'How old may a right be?',
      text: 'There is no system without an answer to this. “Not at all” costs a read at every request. Anything else is a number of minutes, and somebody should have chosen it.',
      sides: {
        'php-session': [
          {
            when: here(obeyed('once-more')),
            text: 'Here: up to twelve hours, unless the code reads the row or ends the session.',
          },
          { text: 'Here it was ended by a new login, or by a limit.' },
        ],
        'sql-session': 'Here: not at all, for one `JOIN` at every request.',
        jwt: 'Here: as long as an access token lives, unless a cut-off is asked for at every request.',
        hybrid: 'Here: as long as a pass lives, a quarter of an hour unless told otherwise.',
      },
      notes:
        'Answer the question and go back to the word “at once” from the first beat. Then the goal: the two ways cost reads, or minutes. For dangerous acts a third way is common: read the row for those only.',
    },
  ],

  bets: [
    {
      id: 'obeys',
      before: [{ intent: 'button', phase: 'recognise', exchange: 'request' }],
      settled: [{ intent: 'button', phase: 'answer', which: 'last' }],
      question: 'Ten minutes after his demotion John presses an admin’s button. On which side is he obeyed?',
      options: whichSide(obeyed('button')),
      because:
        'A session file and a token each hold a copy of the role, made at the login. Only what is read from the row at this request can know better.',
    },
    {
      id: 'still-obeys',
      before: [{ intent: 'once-more', phase: 'act' }],
      settled: [{ intent: 'once-more', phase: 'answer', which: 'last' }],
      question: 'An hour after his login he presses it once more. On which side is he obeyed now?',
      options: whichSide(obeyed('once-more')),
      because:
        'A token ends, and its successor is written from the row. The copy in a session file is made anew at a login, and at no other time.',
    },
  ],

  changes: [
    {
      id: 'cut-off',
      label: 'Keep a cut-off per person',
      text: 'The demotion writes a moment down, and every token of before is refused: at once, refresh token included, so that John must log in. The price: one look-up more at every request of everybody.',
      column: 'right',
      only: 'jwt',
      edits: [set({ cutOff: true })],
    },
    {
      id: 'logs-in',
      label: 'John logs in again before that',
      text: '403 on both sides, twice. A login makes every copy anew, from the row as it is now. That is why a good system ends somebody’s logins when it takes rights away: the next login is right.',
      column: 'both',
      edits: [
        {
          kind: 'insert',
          before: 'button',
          intent: { id: 'logs-in', kind: 'login', device: 'laptop', person: 'john' },
        },
      ],
    },
    {
      id: 'short-life',
      label: 'Access tokens of five minutes',
      text: 'After ten minutes the token has ended, the script refreshes, and the new one says “member”: 403, and John notices nothing. Twelve refreshes an hour are the price, and five minutes of obedience.',
      column: 'right',
      only: 'jwt',
      edits: [set({ accessLifetime: 300 })],
    },
  ],

  goal: {
    prompt:
      'Ten minutes after the demotion John’s button must do nothing on the right. The demotion itself must work. How few look-ups do you need?',
    hint: 'Either something is asked at every request, or the copy is made anew in time.',
    settings: ['cutOff', 'accessLifetime', 'refreshLifetime', 'denylist', 'algorithm', 'leeway'],
    changes: [],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'step-down', kind: 'response', status: 200 } },
        { on: 'right', count: { intent: 'button', kind: 'request' } },
        { on: 'right', count: obeyed('button'), max: 0 },
      ],
    },
    fewest: {
      label: 'store reads for authentication',
      count: { kind: 'store', op: 'read', purpose: 'authentication' },
    },
    solutions: [[set({ cutOff: true })], [set({ accessLifetime: 600 })]],
    wrong: [
      {
        edits: [set({ denylist: true })],
        because: 'A demotion puts no token on the list: his token was not called back, only his role was changed.',
      },
      {
        edits: [set({ refreshLifetime: 600 })],
        because: 'Now he cannot renew. But the access token he has is good for an hour, and says “admin”.',
      },
      {
        edits: [set({ algorithm: 'EdDSA' })],
        because: 'Nobody forged anything. The word “admin” was true when it was signed.',
      },
      {
        edits: [set({ accessLifetime: 600, leeway: 300 })],
        because: 'The leeway gives the old word five minutes more.',
      },
    ],
    praise:
      'A cut-off counts at once, for a look-up at every request, and John has to log in. Ten minutes of life need no look-up, and are ten minutes of obedience. Choose by what the button can break.',
  },
};
