import { isDevice } from '#core/actors.ts';
import type { EventOf, TraceEvent } from '#core/events.ts';
import type { JsonValue } from '#core/json.ts';
import { oncePer } from '#core/once.ts';
import { readSegment } from '#core/read-segment.ts';
import { areaId } from '#core/state.ts';
import { type Trace, unixSecond, WORLD_EPOCH } from '#core/trace.ts';
import type {
  Credential,
  CredentialRecord,
  CredentialState,
  CredentialUse,
  Elapsed,
  FamilyState,
  Removal,
} from './credential-state.ts';
import { numberMember, stringMember, textOf } from './entries.ts';

/** The state after each event that changed it. */
interface Moment {
  /** How many events had happened. */
  readonly events: number;
  readonly state: CredentialState;
}

/** What is known of the credentials after so many events of a trace. */
export function credentialsAfter(trace: Trace, events: number): CredentialState {
  const moments = history(trace);
  let low = 0;
  let high = moments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((moments[middle]?.events ?? 0) <= events) low = middle;
    else high = middle - 1;
  }
  return moments[low]?.state ?? initialState(trace);
}

/** Every state that the trace goes through, first to last. */
export function credentialStates(trace: Trace): readonly CredentialState[] {
  return history(trace).map(({ state }) => state);
}

const history = oncePer((trace: Trace): readonly Moment[] => {
  const moments: Moment[] = [{ events: 0, state: initialState(trace) }];
  const exchanges = new Map<string, ExchangeSoFar>();
  let state = initialState(trace);
  trace.events.forEach((event, index) => {
    const next = afterEvent(state, event, exchanges);
    if (next === state) return;
    state = next;
    moments.push({ events: index + 1, state });
  });
  return moments;
});

function initialState({ spec }: Trace): CredentialState {
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
interface ExchangeSoFar {
  readonly request: EventOf<'request'> | null;
  /** Which kind of credential the server has just looked at: the next verdict is about that one. */
  readonly looked: Credential['form'] | null;
  /** Why a session was refused, before its file goes. */
  readonly refused: Removal | null;
  /** Rows made for a credential whose text the answer will carry. */
  readonly made: readonly string[];
}

const NOTHING_YET: ExchangeSoFar = { request: null, looked: null, refused: null, made: [] };

function afterEvent(state: CredentialState, event: TraceEvent, exchanges: Map<string, ExchangeSoFar>): CredentialState {
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

/** What a signed token says of itself; null for what is none of this server's. */
function tokenRecord(text: string): Extract<CredentialRecord, { readonly in: 'token' }> | null {
  const [head = '', payload = ''] = text.split('.');
  const claims = readSegment(payload);
  const { iss, jti, sub, iat, exp } = claims ?? {};
  const alg = readSegment(head)?.['alg'];
  if (typeof iss !== 'string' || typeof jti !== 'string' || typeof iat !== 'number' || typeof exp !== 'number') {
    return null;
  }
  return {
    in: 'token',
    iat: iat - WORLD_EPOCH,
    exp: exp - WORLD_EPOCH,
    algorithm: typeof alg === 'string' ? alg : '',
    user: typeof sub === 'string' ? sub : '',
    name: `${iss} ${jti}`,
  };
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

function familyOf(row: JsonValue): FamilyState {
  const revoked = numberMember(row, 'revoked');
  return {
    user: String(numberMember(row, 'user_id')),
    expires: (numberMember(row, 'expires') ?? WORLD_EPOCH) - WORLD_EPOCH,
    revoked: revoked === null ? null : revoked - WORLD_EPOCH,
    removed: null,
  };
}

function deniedName(row: JsonValue): string | null {
  const [iss, jti] = [stringMember(row, 'iss'), stringMember(row, 'jti')];
  return iss === null || jti === null ? null : `${iss} ${jti}`;
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

/** What the server looks for: a file's name, a row's hash. */
function identityOf({ area, key, before, after }: ServerChange): string {
  if (area.name === 'files') return key;
  const row = after ?? before;
  return stringMember(row, area.name === 'sessions' ? 'id_hash' : 'token_hash') ?? key;
}

/** A use begins a new idle window. */
function windowsAfter(windows: readonly Elapsed[], record: CredentialRecord): readonly Elapsed[] {
  return record.in === 'file' && record.seen !== windows.at(-1) ? [...windows, record.seen] : windows;
}

function removalOf({ phase, side }: ServerChange, refused: Removal | null): Removal {
  if (side === 'world') return 'deleted';
  if (phase === 'remember') return 'replaced';
  return phase === 'forget' ? 'logged-out' : (refused ?? 'deleted');
}

function recordOf({ area }: ServerChange, value: JsonValue): CredentialRecord {
  const second = (name: string): Elapsed => (numberMember(value, name) ?? WORLD_EPOCH) - WORLD_EPOCH;
  switch (area.name) {
    case 'files':
      return { in: 'file', login: loginTime(value) ?? second('created'), seen: second('mtime') };
    case 'refresh_tokens': {
      const used = numberMember(value, 'used');
      const family = String(numberMember(value, 'family_id'));
      return { in: 'family', family, used: used === null ? null : used - WORLD_EPOCH };
    }
    default:
      return { in: 'row', expires: second('expires'), user: String(numberMember(value, 'user_id')) };
  }
}

/** What the login wrote into the file: the absolute limit counts from there. */
function loginTime(file: JsonValue): Elapsed | null {
  const [, seconds] = /"login_time";i:(\d+);/.exec(stringMember(file, 'content') ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds) - WORLD_EPOCH;
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

type Issued = Pick<Credential, 'key' | 'identity' | 'form' | 'text' | 'record' | 'issued' | 'event' | 'device'>;

function withNew(state: CredentialState, made: Issued): CredentialState {
  const number = 1 + state.credentials.filter(({ form }) => form === made.form).length;
  const windows = made.record.in === 'file' ? [made.issued] : [];
  const credential: Credential = { ...made, number, removed: null, uses: [], windows };
  return { ...state, credentials: [...state.credentials, credential] };
}

function withCredential(
  state: CredentialState,
  isIt: (credential: Credential) => boolean,
  change: (credential: Credential) => Credential,
): CredentialState {
  const index = state.credentials.findIndex(isIt);
  const found = state.credentials[index];
  return found ? { ...state, credentials: state.credentials.with(index, change(found)) } : state;
}
