import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { append, set } from './edits.ts';
import { here } from './happened.ts';
import type { Lesson } from './lesson.ts';
import { whichSide } from './which-side.ts';

const letIn = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'request', status: 200 });
const refusedFor = (intent: string, reason: NonNullable<EventQuery['reason']>): EventQuery => ({
  intent,
  kind: 'decision',
  reason,
});
const refreshed = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'refresh', status: 200 });
const CUT_OFF: EventQuery = { intent: 'everywhere', kind: 'change', area: 'cutoffs' };
const LOOKED_UP: EventQuery = { intent: 'finder', kind: 'store', op: 'read', purpose: 'authentication' };

export const LOGGING_OUT_EVERYWHERE: Lesson = {
  ...CARDS.loggingOutEverywhere,
  version: 1,
  objective:
    'Say what a server needs in order to end logins on devices it does not have at hand, and compare what each way costs.',
  seed: 9,
  left: { scheme: 'sql-session' },
  right: { scheme: 'jwt' },
  intents: [
    { id: 'phone', kind: 'login', device: 'phone', person: 'john' },
    { id: 'laptop', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'minutes', kind: 'wait', seconds: 300 },
    { id: 'everywhere', kind: 'logout-everywhere', device: 'laptop' },
    { id: 'finder', kind: 'list-users', device: 'phone' },
    { id: 'hour', kind: 'wait', seconds: 3_600 },
    { id: 'later', kind: 'list-users', device: 'phone' },
  ],
  opensAt: [{ intent: 'everywhere', phase: 'act' }],

  beats: [
    {
      id: 'lost',
      at: [{ intent: 'everywhere', phase: 'act' }],
      title: 'John has left his phone on the train',
      text: 'He was logged in on it, and somebody has it in hand by now. From his laptop John can do one thing: press “Log out on all devices”. The phone itself cannot be asked to forget anything.',
      notes:
        'Ask who has ever pressed that button, and what they believed it does. Write the sentences down. Then ask the room to say what the server would have to know about the phone in order to keep its promise.',
    },
    {
      id: 'who-asks',
      at: [{ intent: 'everywhere', phase: 'recognise', which: 'last' }],
      title: 'First, who is asking?',
      text: 'The request carries the laptop’s own credential, so the server knows the person, not only the device. That is what it needs: “all of John’s” is a question about a person.',
      sides: {
        'php-session': 'The file of the laptop’s session says whose it is: user 42.',
        'sql-session': 'The row of the laptop’s session says whose it is: user 42.',
        jwt: 'The laptop’s token says whose it is: `sub` 42. Of the phone’s token it says nothing.',
        hybrid: 'The laptop’s pass says whose it is: `sub` 42. Of the phone’s pass it says nothing.',
      },
      notes:
        'Some sites ask for the password again at this point. Ask why. (Else the finder of the phone could press the same button first, and lock John out of his laptop: a bother. Worse buttons, like a new password, must ask.)',
    },
    {
      id: 'find',
      at: [
        { intent: 'everywhere', phase: 'forget', which: 'last' },
        { intent: 'everywhere', phase: 'answer' },
      ],
      title: 'To end them all you must find them all',
      text: 'What is kept can be found and thrown away. What was only handed out cannot be found: for that, something has to be written down from now on, and asked for at every request.',
      sides: {
        'php-session':
          'Files are named by numbers, not by people: it opens every file there is, and deletes those of user 42.',
        'sql-session':
          'One statement: `DELETE FROM sessions WHERE user_id = ?`. Both rows are gone, the phone’s and the laptop’s.',
        jwt: [
          {
            when: here(CUT_OFF),
            text: 'There are no tokens to find. A moment is written down for user 42: what was issued before it counts no more.',
          },
          {
            text: 'Nothing of this person’s is kept that could be thrown away. Both tokens of the phone are good as before.',
          },
        ],
        hybrid: [
          {
            when: here(CUT_OFF),
            text: 'All families of user 42 get their flag, and a moment is written down before which no pass counts.',
          },
          {
            text: 'All families of user 42 get their flag: no device gets another pass. Passes that are out stay out.',
          },
        ],
      },
      notes:
        'This is the row the lesson is about. Show the rows that go on the left. On the right the server has nothing in hand; that is no bug, but the other side of “nothing is stored”. The next bet is about what follows.',
    },
    {
      id: 'promise',
      at: [{ intent: 'everywhere', phase: 'answer' }],
      title: 'What may the answer promise?',
      text: '“You are logged out on all devices” is true where nothing is left that would be accepted. Otherwise an honest answer says what was ended, and what is good until when.',
      sides: {
        'php-session': 'Two files ended, and nothing of John’s is left to show.',
        'sql-session': '`count` says how many rows went. Nothing of John’s is left that would be found.',
        jwt: [
          { when: here(CUT_OFF), text: '`cut_off` names the moment, and `still_valid` is empty.' },
          {
            text: 'Read `still_valid` in the body: an access token until its `exp`, and a refresh token until its own.',
          },
        ],
        hybrid: [
          { when: here(CUT_OFF), text: 'Families ended, `cut_off` names the moment, and `still_valid` is empty.' },
          { text: 'Families ended. Passes that are out go on until their `exp`, which is near.' },
        ],
      },
      notes:
        'Let the room write the sentence that the page should show John on the right. The usual first try is too kind. The numbers in `still_valid` are the server’s own worst case: it does not know which tokens exist, only how long it makes them last.',
    },
    {
      id: 'finder',
      at: [{ intent: 'finder', phase: 'act', exchange: 'request' }],
      title: 'The finder opens the app',
      text: 'The phone shows what it has shown all along; nobody told it anything. What counts is only whether the server, when it checks, asks for something that has changed.',
      told: [{ intent: 'finder', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': 'It asks for the file, and there is none: refused.',
        'sql-session': 'It asks for the row, and there is none: refused.',
        jwt: [
          {
            when: here(refusedFor('finder', 'token-cut-off')),
            text: 'One look-up more: `iat` lies before the moment that was written down. Refused, though genuine and young.',
          },
          {
            when: here(refusedFor('finder', 'token-expired')),
            text: 'It has ended by itself: refused for its age, and not for what John did.',
          },
          { text: 'It asks for the signature, the claims and the time. None of them knows of John’s phone: let in.' },
        ],
        hybrid: [
          {
            when: here(refusedFor('finder', 'token-cut-off')),
            text: 'One look-up more: `iat` lies before the moment that was written down. Refused, though genuine and young.',
          },
          {
            when: here(refusedFor('finder', 'token-expired')),
            text: 'It has ended by itself, and its family is revoked: there will be no next one.',
          },
          {
            text: 'The pass is still good, and the tables are not asked: let in, until its `exp`.',
          },
        ],
      },
      claim: {
        said: 'A JWT cannot be revoked.',
        truth:
          'It can: a list of refused `jti`, a cut-off per person, a changed key, a short life. Each costs a look-up or a wait; none comes for free.',
        source: 'ASVS 5.0 §7.4.1',
      },
      notes:
        'Take the bet before this row. What usually goes wrong afterwards: “so put the phone’s token on the denylist”. Which one? John is at his laptop; the server keeps no list from which it could take the phone’s `jti`.',
    },
    {
      id: 'hour',
      at: [{ intent: 'hour', phase: 'wait' }],
      title: 'Then everybody waits for an hour',
      text: 'Waiting is the other way to revoke: what has a short life ends soon by itself, if nothing renews it. So the question is not how long a token lives, but whether it still gets a successor.',
      notes:
        'Ask: is the finder out now, on the right? Most say yes, “the token lives an hour”. Remind nobody of the second token; the next rows do.',
    },
    {
      id: 'later',
      at: [{ intent: 'later', phase: 'act', exchange: 'request' }],
      title: 'Does the phone get another one?',
      text: 'A login that renews itself is as long as its renewal. To end it, it is enough to refuse the next step, where the server may well afford to look something up: it happens seldom.',
      told: [
        { intent: 'later', phase: 'recognise', exchange: 'refresh' },
        { intent: 'later', phase: 'recognise', exchange: 'request' },
      ],
      sides: {
        'php-session': 'Nothing renews a session that is gone.',
        'sql-session': 'Nothing renews a session that is gone.',
        jwt: [
          {
            when: here(refreshed('later')),
            text: 'The refresh token is as good as on the first day: another access token for the finder, and so on until its end.',
          },
          { text: 'There is nothing left to renew it with: refused.' },
        ],
        hybrid: [
          {
            when: here(refusedFor('later', 'refresh-revoked')),
            text: 'Here the table is asked: the family has its flag. The finder is out, late by the life of one pass at most.',
          },
          { when: here(refreshed('later')), text: 'The family is good, and a new pair is handed out.' },
          { text: 'There is nothing left to renew it with: refused.' },
        ],
      },
      notes:
        'Let somebody pick the hybrid on the right and step to this row again: out after a quarter of an hour, with no look-up at ordinary requests. Many real systems stand exactly there, and call the quarter of an hour a business decision.',
    },
    {
      id: 'price',
      at: [{ intent: 'later', phase: 'answer', which: 'last' }],
      title: 'Paid at every request, or paid with time',
      text: 'Whoever wants a logout that counts everywhere and at once must ask something at every request. Whoever asks nothing must wait. What can be chosen is how much of which.',
      sides: {
        'php-session': 'Asked at every request all along: one read. And to find John’s files, every file was opened.',
        'sql-session':
          'Asked at every request all along: one `JOIN`, one `UPDATE`. And the list of devices comes with it.',
        jwt: [
          {
            when: here(LOOKED_UP),
            text: 'Asked at every request now: the look-up that the token was to save is back.',
          },
          { text: 'Nothing is asked, ever. The price is paid by John, and the finder collects it.' },
        ],
        hybrid: [
          {
            when: here(LOOKED_UP),
            text: 'Asked at every request now, for the rest of a pass’s short life. Is that worth it?',
          },
          { text: 'Asked at a refresh, once in the life of a pass, instead of at every request.' },
        ],
      },
      notes:
        'Answer the question with the score on the board: reads per request, against minutes that a finder has. Then the goal. Close with the sentence from the first beat: what should that button say?',
    },
  ],

  bets: [
    {
      id: 'finds',
      before: [
        { intent: 'everywhere', phase: 'forget' },
        { intent: 'everywhere', phase: 'answer' },
      ],
      settled: [{ intent: 'everywhere', phase: 'forget', which: 'last' }],
      question: 'John has pressed “Log out on all devices”. On which side does anything change at the server?',
      options: whichSide({ intent: 'everywhere', phase: 'forget', kind: 'change' }),
      because:
        'Rows, files and families can be found by whose they are. Of tokens the server has no list; it can only write a moment down, if it asks for that later.',
    },
    {
      id: 'finder-in',
      before: [{ intent: 'finder', phase: 'recognise', exchange: 'request' }],
      settled: [{ intent: 'finder', phase: 'answer', exchange: 'request', which: 'last' }],
      question: 'Seconds later the finder opens the app on John’s phone. On which side is he let in?',
      options: whichSide(letIn('finder')),
      because:
        'The phone’s number names nothing any more. Its token is genuine and young, and unless the server asks for a cut-off nothing in it has changed.',
    },
    {
      id: 'later-in',
      before: [{ intent: 'later', phase: 'act' }],
      settled: [{ intent: 'later', phase: 'answer', which: 'last' }],
      question: 'An hour later the finder tries once more. On which side does he get the page in the end?',
      options: whichSide({ intent: 'later', kind: 'response', status: 200 }),
      because:
        'The access token has ended, and the refresh token gets the next one, unless somebody keeps account of refresh tokens or of a cut-off.',
    },
  ],

  changes: [
    {
      id: 'cut-off',
      label: 'Keep a cut-off per person',
      text: 'One row per person: a moment, before which no token of theirs counts. The phone is out at once, both its tokens. The price is in the score: one look-up for every token shown, by everybody, pressed or not.',
      column: 'right',
      only: 'jwt',
      edits: [set({ cutOff: true })],
    },
    {
      id: 'denylist',
      label: 'Try it with a denylist',
      text: 'It does not help: one look-up at every request, and nothing on the list. A denylist refuses tokens by their `jti`, and nobody knows the `jti` of the phone’s. It ends the token that is shown, not those of a person.',
      column: 'right',
      only: 'jwt',
      edits: [set({ denylist: true })],
    },
    {
      id: 'back-in',
      label: 'John logs in again on his laptop',
      text: 'In on both sides: to end all logins is not to close the account. A cut-off does not harm what is issued after it. If the finder knows the password, though, all of this was in vain.',
      column: 'both',
      edits: append(
        { id: 'again', kind: 'login', device: 'laptop', person: 'john' },
        { id: 'again-in', kind: 'list-users', device: 'laptop' },
      ),
    },
  ],

  goal: {
    prompt:
      'An hour after John pressed the button, the phone on the right must be out for good: no page, and no new token. John’s two logins must work before. How few look-ups do you need?',
    hint: 'One way asks at every request. The other lets both tokens run out, and John feels it, too.',
    settings: ['cutOff', 'denylist', 'accessLifetime', 'refreshLifetime', 'algorithm', 'clientStorage'],
    changes: [],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'phone', kind: 'response', status: 200 } },
        { on: 'right', count: { intent: 'everywhere', kind: 'response', status: 200 } },
        { on: 'right', count: { intent: 'later', kind: 'response', status: 200 }, max: 0 },
      ],
    },
    fewest: {
      label: 'store reads for authentication',
      count: { kind: 'store', op: 'read', purpose: 'authentication' },
    },
    solutions: [[set({ cutOff: true })], [set({ refreshLifetime: 3_600 })]],
    wrong: [
      {
        edits: [set({ denylist: true })],
        because: 'Nobody knows the `jti` of the phone’s tokens, so nobody can put them on the list.',
      },
      {
        edits: [set({ accessLifetime: 300 })],
        because: 'A short access token ends soon. The phone trades its refresh token for the next one.',
      },
      {
        edits: [set({ algorithm: 'RS256' })],
        because: 'The finder forges nothing. He shows the genuine token of John’s own phone.',
      },
      {
        edits: [set({ clientStorage: 'memory' })],
        because: 'That would help if the phone’s page were reloaded. The finder just goes on in it.',
      },
    ],
    praise:
      'The cut-off puts the finder out at once, for a look-up per token shown. Without any look-up he has until both tokens end, and John types his password every hour. Somebody looks, or somebody waits.',
  },
};
