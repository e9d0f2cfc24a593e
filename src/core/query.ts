import type { Column } from './align.ts';
import type { ActorId } from './actors.ts';
import type { EventKind, Exchange, Phase, Purpose, StoreName, TraceEvent } from './events.ts';
import { unreachable } from './events.ts';
import type { IntentId } from './intents.ts';
import type { Reason } from './reasons.ts';
import { type AreaName, type ChangeType, changeType } from './state.ts';
import type { Trace } from './trace.ts';

/** Which events are meant, as data: every member given must match. */
export interface EventQuery {
  readonly kind?: EventKind;
  readonly intent?: IntentId;
  readonly exchange?: Exchange;
  readonly phase?: Phase;
  readonly actor?: ActorId;
  /** A message's status code. */
  readonly status?: number;
  /** A request's method and path: `GET /users.php`. */
  readonly route?: string;
  readonly store?: StoreName;
  readonly op?: 'read' | 'write' | 'delete' | 'derive' | 'hash' | 'sign' | 'verify' | 'random';
  readonly purpose?: Purpose;
  readonly area?: AreaName;
  readonly key?: string;
  readonly change?: ChangeType;
  readonly reason?: Reason;
  readonly accepted?: boolean;
  /** An action's, a step's or an operation's name; what kept an answer away. */
  readonly name?: string;
  /** What cryptography or a verdict was about. */
  readonly subject?: string;
  /** Which cryptography: `HS256`. */
  readonly algorithm?: string;
}

export function find(trace: Trace, query: EventQuery): readonly TraceEvent[] {
  const asked = (Object.keys(query) as (keyof EventQuery)[]).filter((name) => query[name] !== undefined);
  return trace.events.filter((event) => {
    // What rules out most events comes first: a long trace is asked while it opens.
    if (query.kind !== undefined && query.kind !== event.kind) return false;
    if (query.status !== undefined && event.kind === 'response' && query.status !== event.message.status) return false;
    const facts = factsOf(event);
    for (const name of asked) if (facts[name] !== query[name]) return false;
    return true;
  });
}

/** The query that asks for everything there is to ask of an event. */
function factsOf(event: TraceEvent): EventQuery {
  const { kind, intent, exchange, phase, actor } = event;
  const envelope = { kind, intent, exchange, phase, actor };
  switch (event.kind) {
    case 'action':
    case 'step':
      return { ...envelope, name: event.name };
    case 'request':
      return {
        ...envelope,
        route: `${event.message.method} ${new URL(event.message.url).pathname}`,
      };
    case 'response':
      return { ...envelope, status: event.message.status };
    case 'store':
      return {
        ...envelope,
        store: event.store,
        op: event.op,
        purpose: event.purpose,
        key: event.key,
      };
    case 'crypto':
      return { ...envelope, op: event.op, subject: event.subject, algorithm: event.algorithm };
    case 'change':
      return { ...envelope, area: event.area.name, key: event.key, change: changeType(event) };
    case 'decision':
      return {
        ...envelope,
        accepted: event.accepted,
        reason: event.reason,
        ...(event.subject === null ? {} : { subject: event.subject }),
      };
    case 'operation':
      return { ...envelope, name: event.name, subject: event.subject };
    case 'statement':
      return { ...envelope, accepted: event.outcome.problem === null };
    case 'failure':
      return { ...envelope, name: event.problem };
    case 'clock':
    case 'setting':
      return envelope;
    default:
      return unreachable(event);
  }
}

/** A statement about two traces that is true or false of what really ran: bets and goals are made of these. */
export type Predicate =
  | {
      readonly on: Column;
      /** How many events match. */
      readonly count: EventQuery;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate };

export function holds(predicate: Predicate, traces: Readonly<Record<Column, Trace>>): boolean {
  if ('all' in predicate) return predicate.all.every((part) => holds(part, traces));
  if ('any' in predicate) return predicate.any.some((part) => holds(part, traces));
  if ('not' in predicate) return !holds(predicate.not, traces);
  const count = find(traces[predicate.on], predicate.count).length;
  return count >= (predicate.min ?? (predicate.max === undefined ? 1 : 0)) && count <= (predicate.max ?? Infinity);
}
