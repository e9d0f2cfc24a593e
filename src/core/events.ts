import type { ActorId, DeviceId, ServerId } from './actors.ts';
import type { Micros } from './costs.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import type { IntentId } from './intents.ts';
import type { JsonValue } from './json.ts';
import type { Citation, Reason } from './reasons.ts';
import type { ClockFact, FailureFact, OperationFact, SettingFact, StatementFact } from './own-facts.ts';
import type { SqlStatement } from './sql.ts';
import type { StateChange } from './state.ts';

/** Rows align by phase: what the two systems do at the same point of the same intent. In the order a request goes through them. */
export const PHASES = [
  'act',
  'ask',
  'check',
  'recognise',
  'work',
  'remember',
  'forget',
  'answer',
  'keep',
  'drop',
  'wait',
  'configure',
  'operate',
  'stop',
  'start',
] as const;
export type Phase = (typeof PHASES)[number];

/** One intent may take several round trips: the request itself, a refresh, the request again. */
export const EXCHANGES = ['request', 'refresh', 'retry', 'local'] as const;
export type Exchange = (typeof EXCHANGES)[number];

/** `e17`: the place in the trace. A fork keeps the ids of its prefix. */
export type EventId = `e${number}`;
export type RunId = string;
/** A named stretch of the source that ran: `php-session.recognise/read-file`. */
export type RegionName = string;

/** What every event says about itself. */
export interface Envelope {
  readonly id: EventId;
  readonly run: RunId;
  /** Which side of the trust boundary wrote it down. */
  readonly side: 'browser' | 'server' | 'world';
  readonly actor: ActorId;
  readonly intent: IntentId;
  readonly exchange: Exchange;
  readonly phase: Phase;
  readonly causedBy: EventId | null;
  /** Virtual time at which it began, microseconds since the world began. */
  readonly t: Micros;
  /** Virtual time it took. */
  readonly cost: Micros;
  readonly code: RegionName | null;
}

/** What a client does by itself, without a message. */
export const CLIENT_ACTIONS = [
  'submit-login',
  'open-users',
  'open-profile',
  'press-logout',
  'press-logout-everywhere',
  'change-email',
  'change-password',
  'end-sessions',
  'set-role',
  'disable-user',
  'read-token',
  'set-authorization',
  'set-session-id',
  'attach-cookies',
  'no-credential',
  'copy-credential',
  'replay-credential',
  'edit-credential',
  'start-refresh',
  'refresh-ahead',
  'await-refresh',
  'retry-with-current',
  'give-up',
  'reload-page',
  'close-tab',
  'close-browser',
  'edit-storage',
] as const;
export type ClientAction = (typeof CLIENT_ACTIONS)[number];

/** What a server does that is neither a store access nor cryptography. */
export const SERVER_STEPS = [
  'route',
  'parse-body',
  'parse-credential',
  'check-claims',
  'check-lifetime',
  'new-session-id',
  'take-joined-user',
  'build-claims',
  'build-answer',
] as const;
export type ServerStep = (typeof SERVER_STEPS)[number];

/**
 * Whether a store access serves to recognise or remember the login (the score counts these) or belongs to the request itself
 * (the list of users, the password check).
 */
export type Purpose = 'authentication' | 'request';

export const STORES = [
  'files',
  'users',
  'sessions',
  'families',
  'refresh_tokens',
  'denylist',
  'cutoffs',
  'throttle',
] as const;
export type StoreName = (typeof STORES)[number];

/** A credential as it crosses the wire. `text` is the id or the token alone, exactly the characters of it in the message. */
export interface CarriedCredential {
  /** `header` is one of the scheme's own: `session-id`. */
  readonly carrier: 'cookie' | 'authorization' | 'header' | 'body' | 'set-cookie';
  readonly form: 'session-id' | 'access-token' | 'refresh-token';
  readonly text: string;
  /** Bytes it costs the message together with what carries it: `PHPSESSID=…`, `Bearer …`. A cookie's attributes and a body's names do not count. */
  readonly bytes: number;
}

export interface ActionFact {
  readonly kind: 'action';
  readonly name: ClientAction;
  /** What it acted on: a key, a header's name. */
  readonly subject: string | null;
}

export interface RequestFact {
  readonly kind: 'request';
  readonly from: DeviceId;
  readonly to: ServerId;
  readonly message: HttpRequest;
  readonly credentials: readonly CarriedCredential[];
}

export interface ResponseFact {
  readonly kind: 'response';
  readonly from: ServerId;
  readonly to: DeviceId;
  /** The request it answers. */
  readonly answers: EventId;
  readonly message: HttpResponse;
  readonly credentials: readonly CarriedCredential[];
}

export interface StepFact {
  readonly kind: 'step';
  readonly name: ServerStep;
  readonly detail: Readonly<Record<string, JsonValue>>;
}

export interface StoreFact {
  readonly kind: 'store';
  readonly store: StoreName;
  readonly op: 'read' | 'write' | 'delete';
  readonly purpose: Purpose;
  readonly key: string;
  /** Rows or files the store answered with or touched. */
  readonly rows: number;
  /** Where the store is a table of the SQL engine. */
  readonly sql?: SqlStatement;
}

export interface CryptoFact {
  readonly kind: 'crypto';
  readonly op: 'derive' | 'hash' | 'sign' | 'verify' | 'random';
  /** `HS256`, `PBKDF2-HMAC-SHA-256`, `CSPRNG`. */
  readonly algorithm: string;
  /** What it was done to: `password`, `access_token`, `refresh_token`, `session id`. */
  readonly subject: string;
  /** The outcome of a comparison, null where nothing is compared. */
  readonly ok: boolean | null;
  /** Figures that matter to the reader: rounds, bytes. */
  readonly detail: Readonly<Record<string, JsonValue>>;
}

export interface ChangeFact extends StateChange {
  readonly kind: 'change';
}

/** A verdict, with the rule it rests on. */
export interface DecisionFact {
  readonly kind: 'decision';
  readonly about: 'request' | 'login' | 'session' | 'token' | 'cookie-stored' | 'cookie-sent';
  readonly subject: string | null;
  readonly accepted: boolean;
  readonly reason: Reason;
  readonly cites: readonly Citation[];
}

/** One recorded fact: plain data, a closed union. */
export type Fact =
  | ActionFact
  | RequestFact
  | ResponseFact
  | StepFact
  | StoreFact
  | CryptoFact
  | ChangeFact
  | DecisionFact
  | ClockFact
  | SettingFact
  | StatementFact
  | OperationFact
  | FailureFact;

export type TraceEvent = Envelope & Fact;
export type EventKind = Fact['kind'];
/** The events of one kind, or of a few. */
export type EventOf<Kind extends EventKind> = Extract<TraceEvent, { readonly kind: Kind }>;

export const EVENT_KINDS = [
  'action',
  'request',
  'response',
  'step',
  'store',
  'crypto',
  'change',
  'decision',
  'clock',
  'setting',
  'statement',
  'operation',
  'failure',
] as const satisfies readonly EventKind[];

/** Where a call of `switch (event.kind)` ends: a new kind makes every such place a type error. */
export function unreachable(value: never): never {
  throw new TypeError(`unreachable: ${JSON.stringify(value)}`);
}
