import type { DeviceId } from '#core/actors.ts';
import type { CarriedCredential, EventOf, StoreFact, TraceEvent } from '#core/events.ts';
import { type HeaderList, headerValues, requestTarget, statusText } from '#core/http.ts';
import { bodyWords } from './body-words.ts';
import { carriedModel, storedModel } from '../credential.ts';
import { entryName, textOf } from '../entries.ts';
import type { Lanes } from './lanes.ts';
import type { CellModel, CredentialModel } from '../models.ts';
import { firstOf, verdictOf } from './principal.ts';
import { userChange } from './user-change.ts';
import { counted } from '../wording/counted.ts';
import { REASON_WORDS } from '../wording/reason-words.ts';
import { statementLabel, statementOutcome } from '../wording/sql-words.ts';
import { fitLabel, fitNames, fitStart, fitSublabel, shortId, shortToken, SUBLABEL_MAX } from '../wording/shorten.ts';

type ArrowModel = Extract<CellModel, { readonly type: 'arrow' }>;

/** A message or a store access as an arrow. `cell` is all that happens in the row. */
export function arrowModel(
  event: EventOf<'request' | 'response' | 'store'>,
  cell: readonly TraceEvent[],
  lanes: Lanes,
): ArrowModel {
  switch (event.kind) {
    case 'request':
      return requestArrow(event, lanes);
    case 'response':
      return responseArrow(event, lanes);
    case 'store':
      return storeArrow(event, cell, lanes);
  }
}

/** What is copied on one device and lands on another; null for every other change. */
export function handArrow(
  { actor, area, key, after, id }: EventOf<'change'>,
  cell: readonly TraceEvent[],
  lanes: Lanes,
): ArrowModel | null {
  const { [area.owner as DeviceId]: to, [actor as DeviceId]: from } = lanes.browsers;
  const text = textOf(after);
  if (area.name !== 'clipboard' || from === undefined || to === undefined || from === to) return null;
  const name = entryName(area.name, key);
  const names = cell.flatMap((event) => (event.kind === 'change' ? [entryName(area.name, event.key)] : []));
  return {
    type: 'arrow',
    from,
    to,
    line: 'hand',
    label: 'copied by hand',
    sublabel: fitNames(names, SUBLABEL_MAX),
    credential: text === null ? null : storedModel(name, text),
    status: null,
    event: id,
  };
}

function requestArrow(event: EventOf<'request'>, lanes: Lanes): ArrowModel {
  const { message, credentials, id } = event;
  return {
    type: 'arrow',
    from: lanes.browsers[event.from] ?? 0,
    to: lanes.server,
    line: 'message',
    label: fitLabel(`${message.method} ${requestTarget(message.url)}`),
    sublabel: fitSublabel(requestSublabel(event)),
    credential: credentials[0] ? carriedModel(credentials[0], message) : null,
    status: null,
    event: id,
  };
}

function responseArrow(event: EventOf<'response'>, lanes: Lanes): ArrowModel {
  const { message, credentials, id } = event;
  const sublabel = responseSublabel(event);
  return {
    type: 'arrow',
    from: lanes.server,
    to: lanes.browsers[event.to] ?? 0,
    line: 'message',
    label: fitLabel(statusText(message.status)),
    sublabel: sublabel === null ? null : fitSublabel(sublabel),
    credential: credentials[0] ? carriedModel(credentials[0], message) : null,
    status: message.status,
    event: id,
  };
}

function storeArrow(event: EventOf<'store'>, cell: readonly TraceEvent[], lanes: Lanes): ArrowModel {
  return {
    type: 'arrow',
    from: lanes.server,
    to: lanes.stores,
    line: 'store',
    label: fitLabel(storeLabel(event)),
    sublabel: fitSublabel(storeSublabel(event, cell)),
    credential: null,
    status: null,
    event: event.id,
  };
}

/** The credential as the message spells it, else what the body holds. */
function requestSublabel({ credentials, message }: EventOf<'request'>): string {
  const [first] = credentials;
  if (first?.carrier === 'cookie') return `Cookie: ${cookiePair(carriedModel(first, message))}`;
  if (first?.carrier === 'header') return `${headerName(first, message.headers)}: ${shortCredential(first.text)}`;
  if (first?.carrier === 'authorization') return `Bearer ${shortCredential(first.text)}`;
  return bodyWords(message) ?? 'no credential';
}

function responseSublabel({ message, credentials }: EventOf<'response'>): string | null {
  const [cookie] = headerValues(message.headers, 'Set-Cookie');
  const [first] = credentials;
  if (first?.carrier === 'set-cookie') return `Set-Cookie: ${cookiePair(carriedModel(first, message))}`;
  if (cookie !== undefined) return `Set-Cookie: ${cookie.split(';')[0]}`;
  const inHeader = credentials.find(({ carrier }) => carrier === 'header');
  if (inHeader) return `${headerName(inHeader, message.headers)} header${credentials.length > 1 ? ' and body' : ''}`;
  const names = credentials.map((credential) => carriedModel(credential, message).name);
  return names.length > 0 ? fitNames(names, SUBLABEL_MAX) : bodyWords(message);
}

/** The field whose value is the credential. */
function headerName({ text }: CarriedCredential, headers: HeaderList): string {
  return headers.find(([, value]) => value === text)?.[0].toLowerCase() ?? 'header';
}

function cookiePair({ name, text }: CredentialModel): string {
  // A token beside a cookie's name leaves room for what tells it from others, which is its end.
  return text.includes('.') ? `${name}=…${shortId(text.split('.')[2] ?? '')}` : `${name}=${shortId(text)}`;
}

function shortCredential(text: string): string {
  return text.includes('.') ? shortToken(text) : shortId(text);
}

/** `read sess_9f3c1e…`, `look up the denylist`, `SELECT … JOIN`. */
function storeLabel({ store, op, key, rows, sql }: StoreFact): string {
  if (sql) return statementLabel(sql.statement);
  switch (store) {
    case 'files':
      return key === 'sess_*' ? 'open every session file' : `${op} ${key}`;
    case 'users':
      return `${op} ${op === 'read' && rows > 1 ? 'users' : 'user'}`;
    case 'sessions':
      return `${op} ${op === 'read' && rows > 1 ? 'sessions' : 'session'}`;
    case 'families':
    case 'refresh_tokens':
      return `${op} ${store.replace('_', ' ')}`;
    case 'denylist':
      return op === 'read' ? 'look up the denylist' : `${op} to the denylist`;
    case 'cutoffs':
      return op === 'read' ? 'look up the cut-off' : `${op} the cut-off`;
    case 'throttle':
      return { read: 'read failed logins', write: 'note a failed login', delete: 'clear failed logins' }[op];
  }
}

function storeSublabel(access: StoreFact, cell: readonly TraceEvent[]): string {
  if (access.sql?.refused !== undefined) return access.sql.refused;
  const verdict = verdictOf(cell);
  if (verdict && !verdict.accepted) return `refused: ${REASON_WORDS[verdict.reason]}`;
  const crypto = firstOf(cell, 'crypto');
  if (crypto?.op === 'derive') return DERIVED[String(crypto.ok)] ?? 'then hash the password';
  if (crypto?.op === 'verify' && crypto.ok) return `signature good · ${foundText(access)}`;
  return (access.op === 'read' ? null : writtenText(cell)) ?? foundText(access);
}

const DERIVED: Readonly<Record<string, string>> = {
  true: 'then hash the password: it fits',
  false: 'then hash the password: no match',
};

/** The content of the file that was written, or what is different about a user. */
function writtenText(cell: readonly TraceEvent[]): string | null {
  const change = firstOf(cell, 'change');
  if (change?.area.name === 'users') return userChange(change);
  const text = textOf(change?.after ?? null);
  return text === null ? null : fitStart(text, SUBLABEL_MAX);
}

/** What the store answered with. */
function foundText({ store, op, rows, sql }: StoreFact): string {
  if (sql) return statementOutcome(sql.statement, { rows });
  const thing = {
    files: 'file',
    users: 'user',
    sessions: 'session',
    families: 'family',
    refresh_tokens: 'token',
    denylist: 'token',
    cutoffs: 'row',
    throttle: 'row',
  }[store];
  if (op === 'read' && store === 'denylist') return rows === 0 ? 'not on it' : 'it is on it';
  if (rows === 0) return op === 'read' ? 'none found' : 'there was none';
  return counted(rows, thing);
}
