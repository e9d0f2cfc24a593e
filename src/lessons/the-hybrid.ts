import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { set } from './edits.ts';
import { here, somewhere } from './happened.ts';
import type { Lesson } from './lesson.ts';
import { whichSide } from './which-side.ts';

const refreshed = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'refresh', status: 200 });
const letIn = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'request', status: 200 });
const refusedFor = (intent: string, reason: NonNullable<EventQuery['reason']>): EventQuery => ({
  intent,
  kind: 'decision',
  reason,
});

export const THE_HYBRID: Lesson = {
  ...CARDS.theHybrid,
  version: 1,
  objective:
    'Explain rotation and reuse detection: what ends when a spent refresh token comes back, what does not, and what it costs.',
  seed: 11,
  left: { scheme: 'jwt', settings: { accessLifetime: 900 } },
  right: { scheme: 'hybrid' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
    { id: 'quarter', kind: 'wait', seconds: 900 },
    { id: 'own', kind: 'list-users', device: 'laptop' },
    { id: 'stolen', kind: 'refresh', device: 'attacker', credential: 'copied' },
    { id: 'minutes', kind: 'wait', seconds: 300 },
    { id: 'still', kind: 'list-users', device: 'laptop' },
    { id: 'rest', kind: 'wait', seconds: 600 },
    { id: 'after', kind: 'list-users', device: 'laptop' },
  ],
  opensAt: [{ intent: 'login', phase: 'remember' }],

  // A session refreshes nothing: there the beats of a refresh fall on rows of John’s next request.
  beats: [
    {
      id: 'two-jobs',
      at: [{ intent: 'login', phase: 'remember' }],
      title: 'Two jobs, so two kinds of credential',
      text: 'One job is to be shown at every request, and to be checked quickly. The other is to renew a login, seldom, and there a look-up may cost something. One credential can do both, or each job can have the kind that suits it.',
      sides: {
        'php-session': 'One number does both jobs, and each time it is shown a file is read.',
        'sql-session': 'One number does both jobs, and each time it is shown the tables are asked.',
        jwt: 'Both are signed tokens. The server keeps neither, so it cannot know whether it has seen one before.',
        hybrid:
          'A signed token for a short while, and a random one, a ticket, whose SHA-256 goes into a table: the first of a family.',
      },
      notes:
        'Open the Token tab and show both refresh tokens: one can be read, the other is 256 random bits. Ask what a thief of the table could do with what stands in it. (Nothing: it holds hashes, as for passwords, and random values need no slow one.)',
    },
    {
      id: 'copied',
      at: [{ intent: 'copy', phase: 'act' }],
      title: 'A thief copies all of it',
      text: 'From here on two people hold the same characters, and nothing they show tells them apart. A server can notice one thing only: that something is shown that should have been shown no more.',
      notes:
        'As in the lesson on logging out, somebody had the laptop in hand for a minute. Ask what a server would have to write down to notice a copy. Let them find “which ones were used” by themselves.',
    },
    {
      id: 'punched',
      at: [{ intent: 'quarter', phase: 'wait' }],
      title: 'John renews, and what happens to the old ticket?',
      text: 'Where a short pass has ended, the page’s script asks for the next one. The refresh token it shows for that may stay as it is, or may be spent by it.',
      told: [
        { intent: 'own', phase: 'recognise', exchange: 'refresh' },
        { intent: 'own', phase: 'recognise', exchange: 'request' },
      ],
      sides: {
        'php-session': 'Nothing is to be renewed: while it is used, the number stays good.',
        'sql-session': 'Nothing is to be renewed: the number is good until the end of its row.',
        jwt: [
          {
            when: here(refreshed('own')),
            text: 'It stays as it is: good until its own `exp`, for whoever shows it, as often as they like.',
          },
          { text: 'It was not needed yet: the access token is still good.' },
        ],
        hybrid: [
          {
            when: here(refreshed('own')),
            text: 'One statement finds the row unused and marks it as used. Of two that come, one only can find it unused.',
          },
          {
            when: here(refusedFor('own', 'refresh-reused')),
            text: 'The row says “used” already: somebody was here before John. Nobody can tell which of the two is the thief.',
          },
          { text: 'This time the pass was still good, or its login had ended.' },
        ],
      },
      notes:
        'Show the table `refresh_tokens`: the row has got a time in `used`. Ask why it is not deleted instead. (A deleted one would be unknown when it comes back, like any invented one. It is kept so that it can give the alarm.)',
    },
    {
      id: 'family',
      at: [
        { intent: 'own', phase: 'keep', exchange: 'refresh' },
        { intent: 'own', phase: 'answer', exchange: 'refresh' },
        { intent: 'own', phase: 'answer', exchange: 'request' },
      ],
      title: 'A child, with the end of its family',
      text: 'Rotation means that each refresh hands out a new refresh token, and the one before is spent. All that come from one login are a family, and a child inherits its end: no refresh makes the login longer.',
      sides: {
        jwt: 'No rotation here: one refresh token for the whole week, in John’s browser and in the thief’s pocket.',
        hybrid: [
          {
            when: here(refreshed('own')),
            text: 'Both tokens in the browser are new. The thief’s copy is a spent one by now, and he does not know it.',
          },
          { text: 'No child was born at this request.' },
        ],
      },
      claim: {
        said: 'Rotation makes the seven days start anew.',
        truth:
          'Never past the original end: what is handed out at a refresh expires when the login’s first one would have.',
        source: 'ASVS 5.0 §10.4.8',
      },
      notes:
        'Compare what changed in `localStorage` on both sides: one row on the left, two on the right. Draw the family on the board as a chain and cross out the first link. The thief holds the crossed-out one.',
    },
    {
      id: 'comes-back',
      when: somewhere({ intent: 'stolen', kind: 'request' }),
      at: [
        { intent: 'stolen', phase: 'act' },
        { intent: 'still', phase: 'act' },
      ],
      title: 'The thief shows his copy',
      text: 'He wants a pass of his own. For a server that keeps no account of refresh tokens this is one refresh like another. For one that does, it may be a token that should never have come back.',
      told: [
        { intent: 'stolen', phase: 'recognise', exchange: 'refresh' },
        { intent: 'still', phase: 'act' },
      ],
      sides: {
        jwt: [
          {
            when: here(refreshed('stolen')),
            text: 'Genuine, and before `exp`: the thief gets an access token, and will get the next one, too.',
          },
          { text: 'Refused: the refresh token’s own end has come.' },
        ],
        hybrid: [
          {
            when: here(refusedFor('stolen', 'refresh-reused')),
            text: 'The row says “used”. So two people have it: an alarm, though nobody knows yet which of them rang it.',
          },
          { when: here(refreshed('stolen')), text: 'It is taken, and the thief gets a pair of his own. No alarm.' },
          { text: 'Refused: this family has ended already.' },
        ],
      },
      notes:
        'Take the bet before this row. Then ask the hard question: whose request was the wrong one? The server cannot know. Had the thief been faster, John would stand here now; the change “The thief comes first” shows it.',
    },
    {
      id: 'revoked',
      when: somewhere(refusedFor('stolen', 'refresh-reused')),
      at: [
        { intent: 'stolen', phase: 'forget' },
        { intent: 'stolen', phase: 'answer' },
        { intent: 'still', phase: 'act' },
      ],
      title: 'Not the thief is shut out, but the family',
      text: 'Since nobody can tell owner from thief, everything that came from this login ends: one flag on one row. John’s other devices are families of their own, and live on.',
      sides: {
        jwt: 'There is nothing that could be flagged: the server has kept nothing of this login.',
        hybrid:
          'The answer to the thief is the same `invalid_grant` as for a token nobody has ever seen. The flag is not mentioned.',
      },
      notes:
        'Show the row in `families`. What usually goes wrong here: revoking only the token that came back. It was spent anyway; the live one, which may be the thief’s, would go on.',
    },
    {
      id: 'still-out',
      at: [{ intent: 'still', phase: 'recognise', exchange: 'request' }],
      title: 'The pass that is out stays out',
      text: 'To revoke a refresh token is to make no more passes. It does not reach the pass in somebody’s pocket: where nobody looks it up, that is good until its `exp`, John’s and the thief’s alike.',
      sides: {
        'php-session': 'One number for both jobs: were it ended at the server, this request would notice.',
        'sql-session': 'One number for both jobs: were its row deleted, this request would notice.',
      },
      notes:
        'Five minutes after the alarm John still works as if nothing had happened. Ask how long that can last: as long as the access token lives. This is why it is short, and what the goal is about.',
    },
    {
      id: 'john-too',
      at: [{ intent: 'rest', phase: 'wait' }],
      title: 'And then it is John’s turn',
      text: 'Sooner or later John’s page needs its next pass. What the server has learnt meanwhile counts for him as well: in its eyes thief and owner are one family.',
      told: [
        { intent: 'after', phase: 'recognise', exchange: 'refresh' },
        { intent: 'after', phase: 'recognise', exchange: 'request' },
      ],
      sides: {
        jwt: [
          {
            when: here(refreshed('after')),
            text: 'Good as ever: nobody has noticed a theft, and John and the thief both go on, until the week is over.',
          },
        ],
        hybrid: [
          {
            when: here(refusedFor('after', 'refresh-revoked')),
            text: 'Revoked with its family: 400. John types his password, which the thief cannot.',
          },
          { when: here(refreshed('after')), text: 'Good: nobody has rung the alarm, and John gets his next pair.' },
          { text: 'Nothing is left to show: the script threw its tokens away when it was refused.' },
        ],
      },
      notes:
        'Take the bet before this click. Many feel that John is punished for the theft. Ask what else the server could do. (Ask for the password: it is the one thing that tells the two apart.)',
    },
    {
      id: 'buys',
      at: [
        { intent: 'after', phase: 'answer', exchange: 'refresh' },
        { intent: 'after', phase: 'answer', which: 'last' },
      ],
      title: 'What it buys: a theft is noticed',
      text: 'Rotation keeps nobody out. It makes the second of the two stumble, whoever that is, so that a stolen week ends when both have refreshed. The price is a table, and a write at each refresh; not at each request.',
      claim: {
        said: 'Rotation stops the theft of tokens.',
        truth:
          'It detects that one was used twice. A hostile script that stays in the page uses John’s own tokens, is never the second, and is not noticed.',
        source: 'RFC 9700 §4.14.2',
      },
      notes:
        'Answer the question: it buys detection, and an end that counts at the next refresh. Compare the writes in the score: per request with a SQL session, per quarter of an hour here, never on the left.',
    },
  ],

  bets: [
    {
      id: 'thief-gets',
      before: [{ intent: 'stolen', phase: 'act' }],
      settled: [{ intent: 'stolen', phase: 'answer', which: 'last' }],
      question: 'The thief shows his copy of the refresh token. On which side does he get a new pass?',
      options: whichSide(refreshed('stolen')),
      because:
        'Where no account is kept, a second use looks like a first. Where each token is good once, John’s own refresh has spent the copy.',
      only: { right: 'hybrid' },
    },
    {
      id: 'still-opens',
      before: [{ intent: 'still', phase: 'recognise', exchange: 'request' }],
      settled: [{ intent: 'still', phase: 'answer', exchange: 'request', which: 'last' }],
      question: 'Five minutes after the thief came: on which side does John’s page get a 200 at once?',
      options: whichSide(letIn('still')),
      because:
        'Nobody looks an access token up. What happened to its family changes nothing for it before its own end.',
    },
    {
      id: 'john-in',
      before: [{ intent: 'rest', phase: 'wait' }],
      settled: [{ intent: 'after', phase: 'answer', which: 'last' }],
      question: 'A quarter of an hour after his refresh. On which side does John get his page without a password?',
      options: whichSide({ intent: 'after', kind: 'response', status: 200 }),
      because:
        'A revoked family ends for everybody in it. Where nobody keeps account, nobody is thrown out: not John, and not the thief.',
    },
  ],

  changes: [
    {
      id: 'thief-first',
      label: 'The thief comes first',
      text: 'The first to come is served, and that is the thief. John’s own refresh is then the second use: the family ends, and he has to log in, so that he learns of it. The thief’s pass is good for what is left of its quarter of an hour.',
      column: 'right',
      only: 'hybrid',
      edits: [
        {
          kind: 'insert',
          before: 'own',
          intent: { id: 'first', kind: 'refresh', device: 'attacker', credential: 'copied' },
        },
      ],
    },
    {
      id: 'grace',
      label: 'Forgive a second use within a minute',
      text: 'The thief comes within the minute and gets a pair of his own, with no alarm: two branches of one family, side by side. A grace window is meant for two tabs of one browser. Keep it to seconds, and know what it lets through.',
      column: 'right',
      only: 'hybrid',
      edits: [set({ grace: 60 })],
    },
    {
      id: 'cookie',
      label: 'Carry the refresh token in a cookie',
      text: '`HttpOnly`, `SameSite=Strict`: no script can read it, and it is missing in `localStorage`. This thief had the laptop in hand and copied it all the same. The rest of the story does not change.',
      column: 'right',
      only: 'hybrid',
      edits: [set({ refreshTransport: 'cookie' })],
    },
  ],

  goal: {
    prompt:
      'Five minutes after the alarm no pass of this family shall open the right door any more, John’s included. He must get his page before the alarm, and the alarm must be rung.',
    hint: 'The flag on the family reaches no pass. What ends a pass?',
    settings: ['hybridAccessLifetime', 'refreshLifetime', 'refreshTransport', 'refreshAhead', 'grace', 'clientStorage'],
    changes: [],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'own', kind: 'response', exchange: 'retry', status: 200 } },
        { on: 'right', count: refusedFor('stolen', 'refresh-reused') },
        { on: 'right', count: { intent: 'still', kind: 'response', status: 200 }, max: 0 },
      ],
    },
    solutions: [[set({ hybridAccessLifetime: 300 })], [set({ hybridAccessLifetime: 60 })]],
    wrong: [
      {
        edits: [set({ refreshLifetime: 900 })],
        because: 'Now John’s login itself ends after a quarter of an hour: he is out before the thief is noticed.',
      },
      {
        edits: [set({ refreshTransport: 'cookie' })],
        because: 'That hides the refresh token from scripts. The pass is as it was.',
      },
      {
        edits: [set({ refreshAhead: true })],
        because: 'John’s page renews sooner. What it gets lives just as long.',
      },
      {
        edits: [set({ grace: 60 })],
        because: 'Within the grace a second use is taken for a tab’s. The thief gets in, and no alarm is rung.',
      },
      {
        edits: [set({ clientStorage: 'memory' })],
        because: 'Where a token is kept does not change how long it is good.',
      },
    ],
    praise:
      'A family ends at once, its last pass at `exp`. Five minutes instead of fifteen means three times as many refreshes, each with writes to the table: that is the dial of the hybrid.',
  },
};
