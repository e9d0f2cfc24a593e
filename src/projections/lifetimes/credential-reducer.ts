import { isDevice } from '#core/actors.ts';
import type { EventOf, TraceEvent } from '#core/events.ts';
import { areaId } from '#core/state.ts';
import { type Trace, unixSecond, WORLD_EPOCH } from '#core/trace.ts';
import { deniedName, familyOf, identityOf, recordOf, removalOf, tokenRecord } from './credential-record.ts';
import { withCredential, withNew } from './credential-list.ts';
import type {
  Credential,
  CredentialRecord,
  CredentialState,
  CredentialUse,
  Elapsed,
  Removal,
} from './credential-state.ts';
import { numberMember, textOf } from '../entries.ts';

/** Before anything has happened. */
export function initialState({ spec }: Trace): CredentialState {
  return {
    scheme: spec.scheme,
    settings: spec.settings,
    settingsSince: 0,
    credentials: [],
    families: new Map(),
    denied: new Map(),
    cutoffs: new Map(),
    barred: new Map(),
    kept: new Map(),
  };
}

/** What the events of one round trip have said so far. */
export interface ExchangeSoFar {
  readonly request: EventOf<'request'> | null;
  /** Which kind of credential the server has just looked at: the next verdict is about that one. */
  readonly looked: Credential['form'] | null;
  /** Why a session was refused, before its file goes. */
  readonly refused: Removal | null;
  /** Rows made for a credential whose text the answer will carry. */
  readonly made: readonly string[];
}

const NOTHING_YET: ExchangeSoFar = { request: null, looked: null, refused: null, made: [] };

/**
 * The state after one more event; the same object where it has no part in any credential’s life.
 * @param exchanges what the round trips have said so far: kept up to date.
 */
export function afterEvent(
  state: CredentialState,
  event: TraceEvent,
  exchanges: Map<string, ExchangeSoFar>,
): CredentialState {
  const name = `${event.intent}/${event.exchange}`;
  const known = exchanges.get(name) ?? NOTHING_YET;
  const note = (news: Partial<ExchangeSoFar>): void => void exchanges.set(name, { ...known, ...news });
  switch (event.kind) {
    case 'request':
      note({ ...NOTHING_YET, request: event });
      return state;
    case 'crypto':
    case 'store':
      note({ looked: lookedAt(event) ?? known.looked });
      return state;
    case 'decision':
      if (event.side === 'server') note({ refused: REFUSED[event.reason] ?? null });
      return withVerdict(state, event, known);
    case 'response':
      return withAnswer(state, event, known);
    case 'change':
      if (isDevice(event.area.owner)) return withKept(state, event);
      if (isIssue(event)) note({ made: [...known.made, keyOf(event)] });
      return withServerChange(state, event, known);
    case 'setting':
      return { ...state, settings: { ...state.settings, ...event.after }, settingsSince: elapsed(event) };
    default:
      return state;
  }
}

const REFUSED: Readonly<Record<string, Removal>> = { 'session-idle': 'idle', 'session-absolute': 'absolute' };

/** The whole second in which an event happens. */
function elapsed({ t }: TraceEvent): Elapsed {
  return unixSecond(t) - WORLD_EPOCH;
}

function lookedAt(event: EventOf<'crypto' | 'store'>): Credential['form'] | null {
  if (event.kind === 'store') return LOOKED_IN[event.store] ?? null;
  if (event.op !== 'verify' && event.op !== 'hash') return null;
  return LOOKED_AT[event.subject] ?? null;
}

const LOOKED_IN: Readonly<Record<string, Credential['form']>> = { files: 'session-id', sessions: 'session-id' };
const LOOKED_AT: Readonly<Record<string, Credential['form']>> = {
  'session id': 'session-id',
  access_token: 'access-token',
  refresh_token: 'refresh-token',
};

/** A verdict is noted at the credential that the request showed. */
function withVerdict(
  state: CredentialState,
  event: EventOf<'decision'>,
  { request, looked }: ExchangeSoFar,
): CredentialState {
  if (event.side !== 'server' || (event.about !== 'session' && event.about !== 'token')) return state;
  const shown = request?.credentials.find(({ form }) => form === looked);
  if (!request || !shown) return state;
  const { accepted, reason, id } = event;
  const use: CredentialUse = { at: elapsed(event), accepted, reason, event: id, request: request.id };
  return withCredential(
    state,
    ({ text }) => text === shown.text,
    (found) => ({ ...found, uses: [...found.uses.filter((one) => one.request !== request.id), use] }),
  );
}

/** An answer hands out what it carries: a row made for it gets its text, a token appears. */
function withAnswer(state: CredentialState, event: EventOf<'response'>, { made }: ExchangeSoFar): CredentialState {
  let next = state;
  for (const { form, text } of event.credentials) {
    if (next.credentials.some((known) => known.text === text)) {
      next = withCredential(
        next,
        (known) => known.text === text && known.device === null,
        (found) => ({ ...found, device: event.to }),
      );
      continue;
    }
    const row = made.find((key) => next.credentials.some((one) => one.key === key && one.form === form));
    next = row
      ? withCredential(
          next,
          ({ key }) => key === row,
          (found) => ({ ...found, text, device: event.to }),
        )
      : withToken(next, event, form, text);
  }
  return next;
}

function withToken(
  state: CredentialState,
  event: EventOf<'response'>,
  form: Credential['form'],
  text: string,
): CredentialState {
  const record = tokenRecord(text);
  if (!record) return state;
  const { name } = record;
  const issued = elapsed(event);
  return withNew(state, { key: name, identity: name, form, text, record, issued, event: event.id, device: event.to });
}

type ServerChange = EventOf<'change'>;

function keyOf({ area, key }: ServerChange): string {
  return `${area.name}/${key}`;
}

function isIssue({ area, before, after }: ServerChange): boolean {
  return before === null && after !== null && (area.name === 'sessions' || area.name === 'refresh_tokens');
}

function withServerChange(state: CredentialState, event: ServerChange, exchange: ExchangeSoFar): CredentialState {
  const { area, key, after } = event;
  const at = elapsed(event);
  switch (area.name) {
    case 'files':
    case 'sessions':
    case 'refresh_tokens':
      return withEntry(state, event, exchange);
    case 'families': {
      const known = state.families.get(key);
      const family = after === null ? known && { ...known, removed: at } : familyOf(after);
      return family ? { ...state, families: new Map(state.families).set(key, family) } : state;
    }
    case 'denylist': {
      const denied = new Map(state.denied);
      if (after === null) denied.delete(key);
      else denied.set(deniedName(after) ?? key, at);
      return { ...state, denied };
    }
    case 'cutoffs': {
      const cutoffs = new Map(state.cutoffs);
      const before = numberMember(after, 'before');
      if (before === null) cutoffs.delete(key);
      else cutoffs.set(key, { before: before - WORLD_EPOCH, since: at });
      return { ...state, cutoffs };
    }
    case 'users': {
      const barred = new Map(state.barred);
      if (after === null) barred.set(key, { since: at, isGone: true });
      else if (numberMember(after, 'disabled') === null) barred.delete(key);
      else if (barred.get(key)?.isGone !== false) barred.set(key, { since: at, isGone: false });
      return { ...state, barred };
    }
    default:
      return state;
  }
}

/** The server's own entry of a credential: made, used, gone, or back again. */
function withEntry(state: CredentialState, event: ServerChange, { refused }: ExchangeSoFar): CredentialState {
  const { area, after } = event;
  const name = keyOf(event);
  const at = elapsed(event);
  const identity = identityOf(event);
  const gone = after === null || state.credentials.some((one) => one.key === name && one.identity !== identity);
  const cleared = gone
    ? withCredential(
        state,
        ({ key, removed, ...one }) => key === name && removed === null && (after === null || one.identity !== identity),
        (found) => ({ ...found, removed: { at, why: removalOf(event, refused) } }),
      )
    : state;
  if (after === null) return cleared;
  const record = recordOf(event, after);
  if (cleared.credentials.some((one) => one.key === name && one.identity === identity)) {
    return withCredential(
      cleared,
      (one) => one.key === name && one.identity === identity,
      (found) => ({ ...found, record, removed: null, windows: windowsAfter(found.windows, record) }),
    );
  }
  const form = area.name === 'refresh_tokens' ? 'refresh-token' : 'session-id';
  const text = area.name === 'files' ? event.key.replace(/^sess_/, '') : null;
  return withNew(cleared, { key: name, identity, form, text, record, issued: at, event: event.id, device: null });
}

/** A use begins a new idle window. */
function windowsAfter(windows: readonly Elapsed[], record: CredentialRecord): readonly Elapsed[] {
  return record.in === 'file' && record.seen !== windows.at(-1) ? [...windows, record.seen] : windows;
}

function withKept(state: CredentialState, { area, key, after }: ServerChange): CredentialState {
  const kept = new Map(state.kept);
  const text = textOf(after);
  const name = `${areaId(area)} ${key}`;
  const until = numberMember(after, 'expires');
  if (text === null) kept.delete(name);
  else kept.set(name, { text, until: until === null ? null : until - WORLD_EPOCH });
  return { ...state, kept };
}
