import { DEVICE_PHRASES, isDevice } from '#core/actors.ts';
import { MICROS_PER_SECOND } from '#core/costs.ts';
import { type CarriedCredential, type EventOf, type TraceEvent, unreachable } from '#core/events.ts';
import type { NetworkProblem, Operation } from '#core/own-facts.ts';
import { headerValues, requestTarget, statusText } from '#core/http.ts';
import { isTransaction } from '#core/sql.ts';
import { type AreaName, changeType } from '#core/state.ts';
import { unixSecond } from '#core/trace.ts';
import { STEP_CLAUSES } from './action-clauses.ts';
import { actionSentence, who } from './who.ts';
import { endedCount, errorCode, hasCutOff, listWords, memberNames, stillValid } from '../diagram/body-words.ts';
import { clockText } from '../clock.ts';
import { carriedModel } from '../credential.ts';
import { entryName } from '../entries.ts';
import { counted } from '../wording/counted.ts';
import { passText, settingsText } from '../wording/headings.ts';
import { REASON_WORDS } from '../wording/reason-words.ts';
import { fitStart, shortenValues } from '../wording/shorten.ts';
import { statementLabel } from '../wording/sql-words.ts';

/** One event as one plain sentence, which never ends in four dots. `named`: several browsers act, so that each is called by its name. */
export function sentenceOf(event: TraceEvent, named: boolean): string {
  return sentence(event, named).replace(/…\.$/, '…');
}

function sentence(event: TraceEvent, named: boolean): string {
  switch (event.kind) {
    case 'action':
      return actionSentence(event, named);
    case 'request':
      return requestSentence(event, named);
    case 'response':
      return responseSentence(event);
    case 'step':
      return `The server ${STEP_CLAUSES[event.name]}.`;
    case 'store':
      return storeSentence(event);
    case 'crypto':
      return cryptoSentence(event);
    case 'change':
      return changeSentence(event, named);
    case 'decision':
      return decisionSentence(event, named);
    case 'clock':
      return `${passText((event.to - event.from) / MICROS_PER_SECOND)}: it is ${clockText(unixSecond(event.to))}.`;
    case 'setting':
      return `The operator sets ${settingsText(event.after)}.`;
    case 'statement':
      return statementSentence(event);
    case 'operation':
      return OPERATION_SENTENCES[event.name](shortenValues(event.subject));
    case 'failure':
      return FAILURE_SENTENCES[event.problem](who(event.actor, named));
    default:
      return unreachable(event);
  }
}

function requestSentence({ from, message, credentials }: EventOf<'request'>, named: boolean): string {
  const what = `${who(from, named)} sends ${message.method} ${requestTarget(message.url)}`;
  if (credentials.length > 0) return `${what} with ${carriedWords(credentials, message)}.`;
  const members = memberNames(message);
  return members.length > 0 ? `${what} with ${listOf(members)}.` : `${what} without a credential.`;
}

function responseSentence({ message, credentials }: EventOf<'response'>): string {
  const { status, headers, body } = message;
  const what = `The server answers ${statusText(status)}`;
  const error = errorCode(body);
  if (error !== null) return `${what}: ${error}.`;
  const ended = endedWords(body);
  if (credentials.length > 0) return `${what} with ${carriedWords(credentials, message)}${ended}.`;
  if (ended !== '') return `${what}${ended}.`;
  const entries = listWords(body);
  if (entries !== null) return `${what} with ${entries}.`;
  const [cookie] = headerValues(headers, 'Set-Cookie');
  return cookie === undefined ? `${what}.` : `${what} and removes the cookie ${cookie.split('=')[0]}.`;
}

/** What an answer says of logins that ended and of what could not be taken back; empty where it says nothing of it. */
function endedWords(body: string): string {
  const count = endedCount(body);
  if (count === null) return '';
  const left = stillValid(body).map((credential) => LEFT_WORDS[credential] ?? credential);
  const outcomes = [
    ...(count === 0 && hasCutOff(body) ? [] : [`${count === 0 ? 'no logins' : counted(count, 'login')} ended`]),
    ...(hasCutOff(body) ? ['older tokens are refused'] : []),
    ...(left.length > 0 ? [`${listOf(left)} stay as they are`] : []),
  ];
  return `: ${listOf(outcomes)}`;
}

const LEFT_WORDS: Readonly<Record<string, string>> = {
  session_file: 'session files',
  access_token: 'access tokens',
  refresh_token: 'refresh tokens',
};

/** Credentials by what carries them: `access_token and refresh_token in the body`. */
function carriedWords(
  credentials: readonly CarriedCredential[],
  message: EventOf<'request' | 'response'>['message'],
): string {
  const byCarrier = Map.groupBy(credentials, ({ carrier }) => carrier);
  const groups = [...byCarrier].map(([carrier, group]) =>
    CARRIER_WORDS[carrier](listOf(group.map((one) => carriedModel(one, message).name))),
  );
  return listOf(groups);
}

const CARRIER_WORDS: Readonly<Record<CarriedCredential['carrier'], (names: string) => string>> = {
  cookie: (names) => `the cookie ${names}`,
  'set-cookie': (names) => `a new cookie ${names}`,
  authorization: (names) => `${names} in Authorization`,
  header: (names) => `${names} in a header of its own`,
  body: (names) => `${names} in the body`,
};

function storeSentence(access: EventOf<'store'>): string {
  return `The server ${storeClause(access)}.`;
}

/** What the server does to the store and what comes back: follows `The server`. */
export function storeClause({ store, op, key, rows, sql }: EventOf<'store'>): string {
  if (sql?.refused !== undefined)
    return `runs ${statementLabel(sql.statement)}, and the database refuses it: ${fitStart(sql.refused, 80)}`;
  if (sql) return `runs ${statementLabel(sql.statement)}: ${counted(rows, 'row')}`;
  const outcome = rows > 0 ? '' : op === 'read' ? ' and finds none' : ': there is none';
  switch (store) {
    case 'files':
      if (key === 'sess_*') return `opens every session file to see whose it is, ${rows} in all`;
      return `${op}s the session file ${shortenValues(key)}${outcome}`;
    case 'users':
      return `${op}s ${rows > 1 ? `${rows} users` : 'a user'} in the database${outcome}`;
    case 'sessions':
      return `${op}s ${rows > 1 ? `${rows} sessions` : 'a session'} in the database${outcome}`;
    case 'families':
    case 'refresh_tokens':
      return `${op}s ${store.replace('_', ' ')} in the database${outcome}`;
    case 'denylist':
      return op === 'read'
        ? `looks up the denylist: the token is ${rows === 0 ? 'not ' : ''}on it`
        : `${op}s ${counted(rows, 'denylist entry', 'denylist entries')}`;
    case 'cutoffs':
      return `${op}s the user’s cut-off${outcome}`;
    case 'throttle':
      return `${{ read: 'looks for failed logins', write: 'notes a failed login', delete: 'clears the failed logins' }[op]} of this e-mail${outcome}`;
  }
}

function statementSentence({ sql, outcome: { problem, rows, byConsole } }: EventOf<'statement'>): string {
  if (byConsole) return 'The console rolls back the transaction that was left open.';
  const what = statementLabel(sql.statement);
  if (problem) return `At its console, the database refuses ${what}: ${fitStart(problem.message, 80)}.`;
  const came = isTransaction(sql.statement) ? '' : `: ${counted(rows, 'row')}`;
  return `Somebody at the database’s console runs ${what}${came}.`;
}

const OPERATION_SENTENCES: Readonly<Record<Operation, (subject: string) => string>> = {
  'delete-files': (subject) =>
    subject === 'all'
      ? 'The operator deletes every session file from the server’s disk.'
      : `The operator deletes ${subject} from the server’s disk.`,
  'stop-server': () => 'The server stops, and what it held in memory is gone.',
  'start-server': () => 'The server starts again.',
};

const FAILURE_SENTENCES: Readonly<Record<NetworkProblem, (browser: string) => string>> = {
  'server-stopped': (browser) => `${browser} gets no answer: the server stopped midway.`,
  'server-down': (browser) => `${browser} gets no answer: the server is down.`,
  'page-gone': () => 'The answer reaches nobody: the page that asked is gone.',
  'not-sendable': (browser) => `${browser} cannot send this: a header field cannot hold such characters.`,
};

function cryptoSentence({ op, algorithm, subject, ok }: EventOf<'crypto'>): string {
  switch (op) {
    case 'derive':
      if (ok === null) return `The server hashes the ${subject} with ${algorithm}.`;
      return `The server hashes the password with ${algorithm}: ${ok ? 'it matches' : 'it does not match'}.`;
    case 'sign':
      return `The server signs the ${subject} with ${algorithm}.`;
    case 'verify':
      return `The server verifies the signature of the ${subject}: it is ${ok === false ? 'wrong' : 'good'}.`;
    case 'hash':
      return `The server takes the ${algorithm} of the ${subject}.`;
    case 'random':
      return `The server draws a random ${subject}.`;
  }
}

const AREA_WORDS: Readonly<Record<AreaName, string>> = {
  cookies: 'the cookie jar',
  localStorage: 'localStorage',
  sessionStorage: 'sessionStorage',
  memory: 'memory',
  clipboard: 'the copied credentials',
  files: 'the session files',
  users: 'the users table',
  sessions: 'the sessions table',
  families: 'the families table',
  refresh_tokens: 'the refresh tokens table',
  denylist: 'the denylist',
  cutoffs: 'the cut-offs',
  throttle: 'the failed logins',
  secrets: 'its memory',
};

/** Several changes in one place make one sentence: give the others of the cell with the first. */
export function changeSentence(
  change: EventOf<'change'>,
  named: boolean,
  others: readonly EventOf<'change'>[] = [],
): string {
  const keys = [change, ...others].map(({ area, key }) => shortenValues(entryName(area.name, key)));
  const place = AREA_WORDS[change.area.name];
  const { owner } = change.area;
  if (change.area.name === 'clipboard' && isDevice(owner) && change.after !== null)
    return `The ${listOf(keys)} ${keys.length > 1 ? 'are' : 'is'} copied to ${DEVICE_PHRASES[owner]}.`;
  const actor = who(owner, named);
  switch (changeType(change)) {
    case 'added':
      return `${actor} puts ${listOf(keys)} into ${place}.`;
    case 'changed':
      return `${actor} replaces ${listOf(keys)} in ${place}.`;
    case 'removed':
      return `${actor} removes ${listOf(keys)} from ${place}.`;
  }
}

function decisionSentence({ about, accepted, reason, subject, actor }: EventOf<'decision'>, named: boolean): string {
  if (about === 'cookie-sent' || about === 'cookie-stored') {
    const verb = about === 'cookie-sent' ? 'send' : 'keep';
    const cookie = `the cookie ${subject ?? ''}`.trimEnd();
    return accepted
      ? `${who(actor, named)} ${verb}s ${cookie}.`
      : `${who(actor, named)} does not ${verb} ${cookie}: ${REASON_WORDS[reason]}.`;
  }
  return accepted ? `The ${about} is accepted.` : `The ${about} is refused: ${REASON_WORDS[reason]}.`;
}

/** `a, b and c`. */
export function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
