import type { EventQuery } from '#core/query.ts';
import { CARDS } from './cards.ts';
import { append, set } from './edits.ts';
import { here } from './happened.ts';
import type { Lesson } from './lesson.ts';
import { whichSide } from './which-side.ts';

/** A token that can be read was made. */
const READABLE: EventQuery = { intent: 'login', kind: 'step', name: 'build-claims' };
const letIn = (intent: string): EventQuery => ({ intent, kind: 'response', exchange: 'request', status: 200 });
const LOOKED_UP: EventQuery = { intent: 'edited', phase: 'recognise', op: 'read', purpose: 'authentication' };

export const INSIDE_THE_TOKEN: Lesson = {
  ...CARDS.insideTheToken,
  version: 1,
  objective:
    'Name what stands in a token, tell encoding from encrypting from signing, and say why an edited claim fails.',
  seed: 6,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt' },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'users', kind: 'list-users', device: 'laptop' },
    { id: 'edited', kind: 'list-users', device: 'laptop', credential: 'edited' },
    { id: 'minutes', kind: 'wait', seconds: 600 },
    { id: 'later', kind: 'list-users', device: 'laptop' },
  ],
  opensAt: [{ intent: 'login', phase: 'remember' }],

  beats: [
    {
      id: 'written',
      at: [{ intent: 'login', phase: 'remember' }],
      title: 'What the server writes, and on what',
      text: 'Who, which role, from when, until when: every login comes down to these few facts. They have to stand somewhere. What goes to the browser is either the facts themselves, or a number under which they can be found.',
      sides: {
        'php-session': 'The facts go into a file here. The number is random: nothing of John went into making it.',
        'sql-session': 'The facts go into a row here. The number is random: nothing of John went into making it.',
        jwt: 'The facts become claims: `sub`, `role`, `iat`, `exp`, as JSON. A second JSON, the header, names the algorithm.',
        hybrid:
          'The pass holds the facts as claims: `sub`, `role`, `iat`, `exp`. The refresh token beside it is as random as a number.',
      },
      notes:
        'Open the Token tab on the right and read the claims aloud with the room, one by one: what is each for, and who reads it? Then open the ticket on the left. There is no anatomy to show; that is the point.',
    },
    {
      id: 'dots',
      at: [{ intent: 'login', phase: 'answer' }],
      title: 'Three parts, two dots',
      text: 'A token is header, payload and signature, each in base64url: an alphabet of 64 characters that get through every header and address unharmed. Encoding is for transport. Nobody needs a key to undo it.',
      sides: {
        'php-session': 'Hexadecimal digits of a random number: decoded, they are random bytes and say nothing.',
        'sql-session': 'Hexadecimal digits of a random number: decoded, they are random bytes and say nothing.',
        jwt: 'Two of them in this answer. Both begin with `eyJ`, as `{"` and a letter do in base64url: a JSON object.',
        hybrid:
          'Only one of the two begins with `eyJ`, as a JSON object in base64url does. The other decodes to noise.',
      },
      claim: {
        said: 'base64 protects the payload.',
        truth: 'Anybody can read it. A JWT that is only signed hides nothing: keep secrets out of it, or encrypt it.',
        source: 'RFC 7519 §12',
      },
      notes:
        'Let somebody copy the middle part into any base64 decoder on their own laptop. Ask what must never stand in there. (Passwords, card numbers, diagnoses; also an e-mail address, if the log keeper should not have it.)',
    },
    {
      id: 'finder',
      at: [{ intent: 'login', phase: 'keep' }],
      title: 'What a finder learns',
      text: 'Suppose somebody finds what the browser has just put away: in a backup, a log, a screenshot. While it is good he can use it. But what can he learn from it, even years later?',
      sides: {
        'php-session': 'Nothing. When the file is gone, the number is only a number.',
        'sql-session': 'Nothing. When the row is gone, the number is only a number.',
        jwt: 'Name, user number, role, the hour of the login. A token that has ended is refused, and can still be read.',
        hybrid: 'From the pass: name, user number, role, the hour. From the refresh token: nothing.',
      },
      notes:
        'Two kinds of damage, and people mix them up: using a credential and reading it. `exp` ends the first and not the second. Ask which log files at their place contain `Authorization` headers.',
    },
    {
      id: 'checked',
      at: [{ intent: 'users', phase: 'act', exchange: 'request' }],
      title: 'What exactly is signed?',
      text: 'When a credential comes back, the server must know that nobody has touched it. A number needs no protection: another number is somebody else’s or nobody’s. Facts in foreign hands do need it.',
      told: [{ intent: 'users', phase: 'recognise' }],
      sides: {
        'php-session': 'No signature: the file of that name is opened, and the facts in it never left the server.',
        'sql-session': 'No signature: the row of that number is read, and the facts in it never left the server.',
        jwt: 'The signature is computed anew over the first two parts and the dot between them, as they came, byte for byte.',
        hybrid:
          'The signature is computed anew over the first two parts and the dot between them, as they came, byte for byte.',
      },
      claim: {
        said: 'Header plus payload is what gets signed.',
        truth:
          'The two base64url strings, joined by a dot. The same JSON with one blank more is another text, and has another signature.',
        source: 'RFC 7515 §5.1',
      },
      notes:
        'Ask why not the JSON itself. (Two programs write the same JSON differently: order, blanks, escapes. Characters that are sent as they were signed need no agreement.) In the bench, flip one bit and see the signature fail.',
    },
    {
      id: 'rewrites',
      at: [{ intent: 'edited', phase: 'act', exchange: 'request' }],
      title: 'John rewrites his credential',
      text: 'It lies in his own browser, so nobody can stop him. With a token he decodes the payload, writes another role into it, and encodes it again. With a number there is nothing to rewrite but the number.',
      notes:
        'Do it by hand in the token bench: change the role, keep the signature. It looks perfect. Take the bet before you go on, and ask what John would need to make it perfect. (The key.)',
    },
    {
      id: 'refused',
      at: [{ intent: 'edited', phase: 'recognise' }],
      title: 'The words changed, the seal did not',
      text: 'To change what a credential says is a matter of a minute. To be believed, the change would have to be made where the truth is kept, or by somebody who has the key.',
      sides: {
        'php-session': 'A look-up was needed to find out: no file goes by that number.',
        'sql-session': 'A look-up was needed to find out: no row goes by that number.',
        jwt: 'One claim is different, so the signature should be a wholly different one. It is still the old one: refused, without a look-up.',
        hybrid:
          'One claim is different, so the signature should be a wholly different one. It is still the old one: refused, without a look-up.',
      },
      notes:
        'What usually goes wrong: “the server sees that the role is wrong”. It does not even look at the role. A bad signature ends the matter before a single claim is believed; the order is the safety.',
    },
    {
      id: 'silent',
      at: [{ intent: 'edited', phase: 'answer' }],
      title: 'The refusal explains nothing',
      text: '401, in the words of any other refusal. Which part failed, and how nearly it fitted, would help only the forger: an honest client has no use for it.',
      sides: {
        jwt: '`invalid_token`, and no word of a signature. Only a token good in everything else is told that it has expired.',
        hybrid:
          '`invalid_token`, and no word of a signature. Only a token good in everything else is told that it has expired.',
      },
      notes:
        'Ask for error messages they have seen that gave too much away: “unknown user”, “signature mismatch, expected …”. Each answers a question that an attacker may ask a million times.',
    },
    {
      id: 'same-words',
      at: [{ intent: 'minutes', phase: 'wait' }],
      title: 'Ten minutes later it says the same',
      text: 'What was written down at the login was true then. A number leads to what is kept now; a token repeats what it was told, until the `exp` it carries. It cannot learn anything.',
      told: [{ intent: 'later', phase: 'recognise', exchange: 'request' }],
      sides: {
        'php-session': 'The file holds copies of the login, too, but the server could change them at any time.',
        'sql-session': 'The row leads to John’s own row, as it is at this second.',
        jwt: [
          { when: here(letIn('later')), text: '`exp` has not come, so every word in it still counts.' },
          { text: '`exp` has come: it says the same as ever, and counts no more.' },
        ],
        hybrid: [
          { when: here(letIn('later')), text: '`exp` has not come, so every word in it still counts.' },
          { text: '`exp` has come: it says the same as ever, and counts no more.' },
        ],
      },
      notes:
        'Answer the question: he can read everything and change nothing. Then plant the next one: what if a fact in the token stops being true before `exp`? That is the lesson on the demoted admin.',
    },
  ],

  bets: [
    {
      id: 'readable',
      before: [{ intent: 'login', phase: 'keep' }],
      question:
        'Somebody finds what the browser now puts away. On which side can he read John’s role in it, without a key?',
      options: whichSide(READABLE),
      because:
        'base64url is an alphabet, not a lock. A signed token can be read by anybody; a random number has nothing in it to be read.',
    },
    {
      id: 'looks-up',
      before: [{ intent: 'edited', phase: 'recognise' }],
      question: 'The credential was edited. Which server must look something up to find that out?',
      options: whichSide(LOOKED_UP),
      because:
        'A signature that does not fit is enough: nothing else is asked. Whether a number names anything can only be found where the names are kept.',
    },
  ],

  changes: [
    {
      id: 'second-login',
      label: 'Log in once more',
      text: 'Compare the two tokens: the same `sub` and `role`, another `jti`, `iat` and `exp`, and a wholly different signature. The two numbers of a session have nothing in common, and say nothing by it.',
      column: 'both',
      edits: append({ id: 'second-login', kind: 'login', device: 'laptop', person: 'john' }),
    },
    {
      id: 'public-key',
      label: 'Sign with a private key (RS256)',
      text: 'The header says `RS256`, and the signature has 256 bytes instead of 32. Everybody may have the public key and check tokens with it; nobody can make one with it. What the payload says is as readable as before.',
      column: 'right',
      only: 'jwt',
      edits: [set({ algorithm: 'RS256' })],
    },
    {
      id: 'hours-later',
      label: 'Edit it again three hours later',
      text: 'The token is both edited and past its `exp`, and the answer does not say “expired”: the signature is checked first, and a forger is told nothing about the rest.',
      column: 'both',
      edits: append(
        { id: 'hours', kind: 'wait', seconds: 10_800 },
        { id: 'edited-late', kind: 'list-users', device: 'laptop', credential: 'edited' },
      ),
    },
  ],

  goal: {
    prompt:
      'Ten minutes after the login, what the login’s token says shall count no more: its `exp` must have come. John must still get his list, and type nothing.',
    hint: 'Only one claim says when a token stops counting, and one setting writes it.',
    settings: ['accessLifetime', 'refreshLifetime', 'leeway', 'algorithm', 'denylist', 'clientStorage'],
    changes: [],
    column: 'right',
    check: {
      all: [
        { on: 'right', count: { intent: 'later', kind: 'decision', exchange: 'request', reason: 'token-expired' } },
        { on: 'right', count: { intent: 'later', kind: 'response', exchange: 'retry', status: 200 } },
      ],
    },
    solutions: [[set({ accessLifetime: 600 })], [set({ accessLifetime: 300, leeway: 300 })]],
    wrong: [
      {
        edits: [set({ accessLifetime: 600, leeway: 60 })],
        because: '`exp` has come, and the server forgives a minute: what it says still counts.',
      },
      {
        edits: [set({ refreshLifetime: 600 })],
        because: 'That is written into the other token, and that one was not shown.',
      },
      {
        edits: [set({ accessLifetime: 600, refreshLifetime: 600 })],
        because: 'Both have ended now: John has nothing to get the next one with, and types his password.',
      },
      {
        edits: [set({ algorithm: 'EdDSA' })],
        because: 'Another seal under the same words. It says who wrote them, not how long they count.',
      },
      {
        edits: [set({ denylist: true })],
        because: 'A list of tokens that were called back. Nobody called this one back.',
      },
    ],
    praise:
      'A token cannot be told anything new, so let it speak for a short time only: the next one is written from what is true then. How short is the price you choose in refreshes.',
  },
};
