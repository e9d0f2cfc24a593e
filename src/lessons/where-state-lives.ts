import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { set } from './edits.ts';
import { here, somewhere } from './happened.ts';
import type { Lesson, SideText } from './lesson.ts';
import { whichSide } from './which-side.ts';

/** The answer to what was asked for, and not to a refresh before it. */
const answered = (intent: string, status: number): EventQuery => ({
  intent,
  kind: 'response',
  exchange: 'request',
  status,
});
const IN_COOKIE: EventQuery = { intent: 'login', kind: 'change', area: 'cookies' };
const IN_MEMORY: EventQuery = { intent: 'login', kind: 'change', area: 'memory' };
const PAGE_LOST: EventQuery = { intent: 'reload', kind: 'change', area: 'memory' };

/** Whether John is recognised, whatever has become of his credential. */
const stillIn = (intent: string, yes: string, no: string): SideText => [
  { when: here(answered(intent, 200)), text: yes },
  { text: no },
];

const LOG_OUT_FIRST = { id: 'logs-out', kind: 'logout', device: 'laptop' } as const;

export const WHERE_STATE_LIVES: Lesson = {
  ...CARDS.whereStateLives,
  version: 1,
  objective:
    'Say for every place where a login can be kept who can read it there, and what it survives: reload, closing, restart, logout.',
  seed: 5,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'reload', kind: 'reload', device: 'laptop' },
    { id: 'close', kind: 'close-tab', device: 'laptop' },
    { id: 'back', kind: 'list-users', device: 'laptop' },
    { id: 'restart', kind: 'restart-server' },
    { id: 'after', kind: 'list-users', device: 'laptop' },
    { id: 'disk', kind: 'delete-file', file: 'all' },
    { id: 'lost', kind: 'list-users', device: 'laptop' },
  ],
  opensAt: [{ intent: 'login', phase: 'remember' }],

  beats: [
    {
      id: 'two-ends',
      at: [{ intent: 'login', phase: 'remember' }],
      title: 'A login has two ends, and lies at one of them',
      text: 'Whatever says that this is John is kept somewhere: on a disk, in a table, in a browser. Each place has its own readers, its own size, and its own way of getting lost. Look at the panels below, row by row.',
      sides: {
        'php-session': 'At the server: a file on the disk of this one machine. Whoever can read that disk can read it.',
        'sql-session': 'At the server: a row in the database, which every machine that asks it shares.',
        jwt: 'Nothing at the server but the secret that signs. The login itself goes out of the house.',
        hybrid: 'Half of it goes out of the house, signed. The other half is a row in the database.',
      },
      notes:
        'Draw a table with the places as rows (file, database, cookie jar, `localStorage`, memory of the page) and leave the columns empty: who reads it, what does it survive? The room fills it during the lesson. The tab “Where state lives” under the diagram has the answer.',
    },
    {
      id: 'readers',
      at: [{ intent: 'login', phase: 'keep' }],
      title: 'Who can reach into that pocket?',
      text: 'The browser has several pockets for the page. What a script can read, a hostile script can read as well, and send home. And whoever holds the device in hand can read them all.',
      sides: {
        'php-session':
          'The cookie jar. `HttpOnly` hides this one from scripts; the browser shows it to this site alone.',
        'sql-session': [
          { when: here(IN_COOKIE), text: 'The cookie jar. `HttpOnly` hides this one from scripts.' },
          {
            when: here(IN_MEMORY),
            text: 'A variable of the page: the scripts of this page can read it, and no other page.',
          },
          { text: '`localStorage`: every script of this origin can read it, in every tab.' },
        ],
        jwt: [
          {
            when: here(IN_COOKIE),
            text: 'The access token is in the cookie jar, hidden from scripts. The refresh token is not: look where it lies.',
          },
          {
            when: here(IN_MEMORY),
            text: 'Variables of the page: the scripts of this page can read them, and no other page.',
          },
          { text: '`localStorage`: every script of this origin can read the tokens, in every tab. And decode them.' },
        ],
        hybrid: [
          {
            when: here(IN_COOKIE),
            text: 'The refresh token is in the cookie jar, hidden from scripts. The access token is not.',
          },
          { text: '`localStorage` holds the refresh token: every script of this origin can read it, in every tab.' },
        ],
      },
      claim: {
        said: '`HttpOnly` makes the login safe from hostile scripts.',
        truth:
          'It stops theft, not use: a script in the page cannot read the cookie, but it can send requests, and the browser attaches it.',
        source: 'OWASP Session Management cheat sheet',
      },
      notes:
        'Take the bet on reload and closing right after this row. Have somebody open the tools of a real browser and look at Application, Storage of a site they are logged in to: what is in the jar, what in `localStorage`?',
    },
    {
      id: 'reload',
      at: [{ intent: 'reload', phase: 'act' }],
      title: 'A reload empties the page, not the pockets',
      text: 'Every variable of the page’s script is gone, and the script starts anew. What it had put away outside of itself is still there: the jar and the storage belong to the browser and the site, not to the page.',
      sides: {
        'php-session': 'The script never had anything: nothing is lost.',
        'sql-session': [
          { when: here(PAGE_LOST), text: 'The number was in a variable: it is lost.' },
          { text: 'The number was not in a variable: nothing is lost.' },
        ],
        jwt: [
          { when: here(PAGE_LOST), text: 'What was in variables is lost, and with it whatever was nowhere else.' },
          { text: 'The tokens were not in variables: nothing is lost.' },
        ],
        hybrid: [
          { when: here(PAGE_LOST), text: 'The access token was in a variable: it is lost. The refresh token was not.' },
          { text: 'The tokens were not in variables: nothing is lost.' },
        ],
      },
      notes:
        'Keeping tokens in memory is often praised, and rightly: there is nothing to find later. This is its price. Ask how a site could keep them in memory and still survive a reload. (Something must be kept elsewhere that gets new ones.)',
    },
    {
      id: 'close',
      at: [{ intent: 'close', phase: 'act' }],
      title: 'He closes the tab',
      text: 'Memory and `sessionStorage` go with the tab. `localStorage` stays until somebody deletes it. A cookie stays until its own end, and one without an end until the browser itself is closed, or longer: many browsers bring their last session back.',
      notes:
        'The usual guess is that closing the tab logs out. Ask who has ever relied on that in a library or an internet café. The goal of this lesson is about that computer.',
    },
    {
      id: 'back',
      at: [{ intent: 'back', phase: 'act', exchange: 'request' }],
      title: 'He comes back',
      text: 'A new page, which remembers nothing. All that can speak for John now is what the browser has kept, and what the server can still make of it.',
      told: [{ intent: 'back', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': stillIn(
          'back',
          'The jar had the cookie, and the browser attached it: John is in.',
          'No cookie came along: the jar has lost it, and the file at the server waits for nobody.',
        ),
        'sql-session': stillIn(
          'back',
          'The new page found the number where the old one had put it: John is in.',
          'The new page found nothing to show. The row at the server waits for nobody.',
        ),
        jwt: stillIn(
          'back',
          'The new page found the token where the old one had put it: John is in.',
          'The new page found nothing to show: John must log in.',
        ),
        hybrid: stillIn(
          'back',
          'The new page found its tokens, or a refresh token that got it new ones: John is in.',
          'The new page found nothing to show: John must log in.',
        ),
      },
      notes:
        'Answer the first bet. What usually goes wrong: people expect a difference between the two sides. There is none, as long as each keeps its credential outside the page. The change “Keep the tokens in memory only” makes one.',
    },
    {
      id: 'restart',
      at: [{ intent: 'restart', phase: 'stop' }],
      title: 'Now the server forgets everything it had in mind',
      text: 'A new version is deployed, the process ends and starts again. Its memory is gone; files and tables are not. Any login that was kept in the memory of the process would be over for everybody at this moment.',
      told: [{ intent: 'restart', phase: 'start' }],
      sides: {
        'php-session': 'The session is a file: it was never in memory between two requests.',
        'sql-session': 'The session is a row: it was never in this machine at all.',
        jwt: 'Only the secret was in memory, and it is read again. A secret made anew at each start would end every token.',
        hybrid: 'The secret is read again. The refresh tokens are rows, which were never in this process.',
      },
      notes:
        'Many frameworks keep sessions in memory by default, “for development”. Ask what happens to a thousand users when such a server is updated at noon, or when a second server is put beside it.',
    },
    {
      id: 'after',
      at: [{ intent: 'after', phase: 'act', exchange: 'request' }],
      title: 'Does the new process know him?',
      text: 'It has never seen this credential. It asks the place where the login was put, or computes a signature with the same secret as the process before it.',
      told: [{ intent: 'after', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': stillIn('after', 'The file is there: John is in.', 'Nothing was shown that could be looked up.'),
        'sql-session': stillIn('after', 'The row is there: John is in.', 'Nothing was shown that could be looked up.'),
        jwt: stillIn('after', 'The signature fits: John is in.', 'Nothing was shown that could be checked.'),
        hybrid: stillIn('after', 'The signature fits: John is in.', 'Nothing was shown that could be checked.'),
      },
      notes:
        'The same result on both sides once more, for opposite reasons: here the memory is outside the process, there the process needs none. Ask which of the two still works if the request lands on another machine.',
    },
    {
      id: 'disk',
      when: somewhere({ intent: 'disk', kind: 'change' }),
      at: [
        { intent: 'disk', phase: 'operate' },
        { intent: 'lost', phase: 'act' },
      ],
      title: 'And then somebody clears the disk',
      text: 'A clean-up job, a new container, a full partition: the session files are gone. Nobody logs out, no browser is told. What lay there and nowhere else is lost.',
      notes:
        'Take the bet. Then ask what the same accident would be for the other systems: a dropped table, a lost secret. Every system has one thing it must not lose; a lost secret also means that whoever found it can forge.',
    },
    {
      id: 'lost',
      at: [{ intent: 'lost', phase: 'answer', which: 'last' }],
      title: 'Whoever keeps it can lose it, and can end it',
      text: 'The side that holds the login decides how long it lasts, on purpose or by accident. Kept at the server it can be lost there, and ended there; kept in the browser it survives the server’s accidents, and its decisions.',
      sides: {
        'php-session': stillIn('lost', '200: the file is there.', '401: for this server John has never been here.'),
        'sql-session': stillIn(
          'lost',
          '200: there were no files to lose.',
          '401: nothing was shown that could be found.',
        ),
        jwt: stillIn('lost', '200: there was nothing to lose.', '401: this browser has nothing to show.'),
        hybrid: stillIn('lost', '200: there were no files to lose.', '401: this browser has nothing to show.'),
      },
      notes:
        'Answer the question with the finished table on the board. Then turn the last row round: the accident on the left is what an administrator does on purpose when a laptop is stolen. On the right there is nothing to delete. The last part of this course is about that.',
    },
  ],

  bets: [
    {
      id: 'page-gone',
      before: [{ intent: 'reload', phase: 'act' }],
      settled: [{ intent: 'back', phase: 'answer', exchange: 'request', which: 'last' }],
      question: 'John reloads the page, closes the tab and comes back. On which side is he still logged in?',
      options: whichSide(answered('back', 200)),
      because:
        'Cookie jar and `localStorage` belong to the browser, not to the page. Only what was kept in the page alone is gone with it.',
    },
    {
      id: 'restarted',
      before: [{ intent: 'restart', phase: 'stop' }],
      settled: [{ intent: 'after', phase: 'answer', which: 'last' }],
      question: 'The server is about to be restarted. On which side must John log in again afterwards?',
      options: whichSide(answered('after', 401)),
      because:
        'A restart takes the memory of the process. Files and tables are not in it, and a secret that is read again checks the old tokens as before.',
    },
    {
      id: 'disk-gone',
      before: [{ intent: 'lost', phase: 'recognise', exchange: 'request' }],
      settled: [{ intent: 'lost', phase: 'answer', which: 'last' }],
      question: 'Somebody has deleted the session files. On which side is John’s request refused?',
      options: whichSide(answered('lost', 401)),
      because:
        'A number that names nothing says nothing. Where the login is a row or lies in the browser, the files of another system are no loss.',
    },
  ],

  changes: [
    {
      id: 'memory',
      label: 'Keep the tokens in memory only',
      text: 'The reload has taken the tokens with it: John is out, with no logout and no trace. There was nothing for anybody to find afterwards, either. That is the trade.',
      column: 'right',
      only: 'jwt',
      edits: [set({ clientStorage: 'memory' })],
    },
    {
      id: 'cookie',
      label: 'Carry the access token in a cookie',
      text: 'The access token is out of every script’s sight, and the browser attaches it by itself (so that CSRF is a subject again). Look what stays behind in `localStorage`: the refresh token, worth far more.',
      column: 'right',
      only: 'jwt',
      edits: [set({ transport: 'cookie' })],
    },
    {
      id: 'quit',
      label: 'Close the whole browser',
      text: 'A cookie without an end goes when the browser is closed, and a session in such a cookie with it; its file stays at the server until somebody clears it away. `localStorage` knows no such end: what was put there is still there next year.',
      column: 'both',
      edits: [{ kind: 'insert', before: 'back', intent: { id: 'quit', kind: 'close-browser', device: 'laptop' } }],
    },
    {
      id: 'log-out-first',
      label: 'Log out before closing the tab',
      text: 'The browser is told to forget, or the page’s script forgets by itself: nothing is left for the next one at this computer. Whether anything was ended at the server is another question, and the subject of lesson 4.',
      column: 'both',
      edits: [{ kind: 'insert', before: 'reload', intent: LOG_OUT_FIRST }],
    },
  ],

  goal: {
    prompt:
      'A computer in a library. When John has closed the tab on the right, the next one who opens the page there must not be John. Take care of it with a setting, or with what he does.',
    hint: 'What is left in the browser when the tab is gone, and who could have seen to that?',
    settings: ['clientStorage', 'accessLifetime', 'refreshLifetime', 'transport', 'algorithm', 'denylist'],
    changes: ['log-out-first', 'quit'],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'login', kind: 'response', status: 200 } },
        { on: 'right', count: { intent: 'back', kind: 'response', status: 200 }, max: 0 },
      ],
    },
    solutions: [[set({ clientStorage: 'memory' })], [{ kind: 'insert', before: 'reload', intent: LOG_OUT_FIRST }]],
    wrong: [
      {
        edits: [{ kind: 'insert', before: 'back', intent: { id: 'quit', kind: 'close-browser', device: 'laptop' } }],
        because:
          'That helps against cookies without an end. `localStorage` is still there when the browser is opened again.',
      },
      {
        edits: [set({ transport: 'cookie' })],
        because: 'No script can read the token now. The next one at this computer need not: the browser attaches it.',
      },
      {
        edits: [set({ denylist: true })],
        because: 'A denylist refuses tokens that were called back. John has only closed a tab; nobody was told.',
      },
      {
        edits: [set({ algorithm: 'EdDSA' })],
        because: 'The next one at this computer forges nothing. He finds the genuine token.',
      },
    ],
    praise:
      'Memory goes with the page, and so does the comfort of a reload. A logout clears the browser, if he thinks of it. For a computer that others use, do not rely on people who think of it.',
  },
};
