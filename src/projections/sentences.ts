import { DEVICE_NAMES, DEVICES, type ActorId, type DeviceId } from '#core/actors.ts';
import { type CarriedCredential, type TraceEvent, unreachable } from '#core/events.ts';
import { headerValues, reasonPhrase } from '#core/http.ts';
import { type AreaName, changeType } from '#core/state.ts';
import { unixSecond } from '#core/trace.ts';
import { ACTION_WORDS, STEP_WORDS } from './action-words.ts';
import { targetOf } from './arrows.ts';
import { errorCode, memberNames } from './body-words.ts';
import { clockText } from './clock.ts';
import { carriedModel } from './credential.ts';
import { entryName } from './entries.ts';
import { passText, settingsText } from './headings.ts';
import { REASON_WORDS } from './reason-words.ts';
import { shortenValues } from './shorten.ts';

type EventOf<Kind> = Extract<TraceEvent, { readonly kind: Kind }>;

/** One event as one plain sentence. `named`: several browsers act, so that each is called by its name. */
export function sentenceOf(event: TraceEvent, named: boolean): string {
  switch (event.kind) {
    case 'action':
      return `${who(event.actor, named)} ${ACTION_WORDS[event.name].does}.`;
    case 'request':
      return requestSentence(event, named);
    case 'response':
      return responseSentence(event);
    case 'step':
      return `The server ${STEP_WORDS[event.name].does}.`;
    case 'store':
      return storeSentence(event);
    case 'crypto':
      return cryptoSentence(event);
    case 'change':
      return changeSentence(event, named);
    case 'decision':
      return decisionSentence(event, named);
    case 'clock':
      return `${passText((event.to - event.from) / 1_000_000)}: it is ${clockText(unixSecond(event.to))}.`;
    case 'setting':
      return `The operator sets ${settingsText(event.after)}.`;
    default:
      return unreachable(event);
  }
}

function who(actor: ActorId, named: boolean): string {
  if (isDevice(actor)) return named ? DEVICE_NAMES[actor] : 'The browser';
  if (actor === 'database') return 'The database';
  return actor === 'operator' ? 'The operator' : 'The server';
}

function isDevice(actor: ActorId): actor is DeviceId {
  return (DEVICES as readonly string[]).includes(actor);
}

function requestSentence({ from, message, credentials }: EventOf<'request'>, named: boolean): string {
  const what = `${who(from, named)} sends ${message.method} ${targetOf(message.url)}`;
  if (credentials.length > 0) return `${what} with ${listOf(credentials.map((one) => carriedWords(one, message)))}.`;
  const members = memberNames(message);
  return members.length > 0 ? `${what} with ${listOf(members)}.` : `${what} without a credential.`;
}

function responseSentence({ message, credentials }: EventOf<'response'>): string {
  const { status, headers, body } = message;
  const what = `The server answers ${status} ${reasonPhrase(status)}`.trimEnd();
  const error = errorCode(body);
  if (error !== null) return `${what}: ${error}.`;
  if (credentials.length > 0) return `${what} with ${listOf(credentials.map((one) => carriedWords(one, message)))}.`;
  const [cookie] = headerValues(headers, 'Set-Cookie');
  return cookie === undefined ? `${what}.` : `${what} and removes the cookie ${cookie.split('=')[0]}.`;
}

function carriedWords(credential: CarriedCredential, message: EventOf<'request' | 'response'>['message']): string {
  const { name } = carriedModel(credential, message);
  switch (credential.carrier) {
    case 'cookie':
      return `the cookie ${name}`;
    case 'set-cookie':
      return `a new cookie ${name}`;
    case 'authorization':
      return `the ${name} in Authorization`;
    case 'body':
      return `the ${name} in the body`;
  }
}

const STORE_VERBS = { read: 'looks up', write: 'writes', delete: 'deletes' } as const;

function storeSentence({ store, op, key, rows }: EventOf<'store'>): string {
  const found = op === 'read' && rows === 0 ? ' and finds nothing' : '';
  switch (store) {
    case 'files':
      return `The server ${op === 'read' ? 'reads' : STORE_VERBS[op]} the session file ${shortenValues(key)}${found}.`;
    case 'users':
      return `The server ${op === 'read' ? 'reads' : STORE_VERBS[op]} ${rows > 1 ? `${rows} users` : 'a user'} in the database${found}.`;
    case 'denylist':
      return op === 'read'
        ? `The server looks up the denylist: the token is ${rows === 0 ? 'not ' : ''}on it.`
        : `The server ${STORE_VERBS[op]} ${rows} denylist ${rows === 1 ? 'entry' : 'entries'}.`;
    case 'cutoffs':
      return `The server ${STORE_VERBS[op]} the user’s cut-off${found}.`;
    case 'throttle':
      return `The server ${STORE_VERBS[op]} the failed logins of this e-mail${found}.`;
  }
}

function cryptoSentence({ op, algorithm, subject, ok }: EventOf<'crypto'>): string {
  switch (op) {
    case 'derive':
      return `The server hashes the password with ${algorithm}: ${ok === false ? 'it does not match' : 'it matches'}.`;
    case 'sign':
      return `The server signs the ${subject} with ${algorithm}.`;
    case 'verify':
      return `The server verifies the signature of the ${subject}: it is ${ok === false ? 'wrong' : 'good'}.`;
    case 'random':
      return `The server draws a random ${subject}.`;
  }
}

const AREA_WORDS: Readonly<Record<AreaName, string>> = {
  cookies: 'the cookie jar',
  localStorage: 'localStorage',
  sessionStorage: 'sessionStorage',
  memory: 'memory',
  files: 'the session files',
  users: 'the users table',
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
  const actor = who(change.area.owner, named);
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
