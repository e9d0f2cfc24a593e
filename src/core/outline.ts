import type { ActorId } from './actors.ts';
import { type Exchange, EXCHANGES, type Phase, PHASES, type StoreName } from './events.ts';
import { type IntentId, intentsOf } from './intents.ts';
import { oncePer } from './once.ts';
import { type AreaId, areaId, type AreaName } from './state.ts';
import type { Trace } from './trace.ts';

/** What there is anywhere in a run. */
export interface Outline {
  readonly rows: SideRows;
  /** What has an answer that refuses. */
  readonly refused: ReadonlySet<IntentId>;
  readonly actors: ReadonlySet<ActorId>;
  readonly stores: ReadonlySet<StoreName>;
  /** Where something changes. */
  readonly areas: ReadonlySet<AreaId>;
}

/** The rows that one side alone would have. */
export interface SideRows {
  readonly count: number;
  /** How many of its events are over with each row. */
  readonly ends: Int32Array;
  /** The place of each row’s intent: 1 for the first of the run’s list, 0 for one that is not in it. */
  readonly places: Int32Array;
  /** The exchange and phase of each row as one number below `KINDS`. */
  readonly kinds: Uint8Array;
  /** The last row of each intent, by its place; -1 where it has none. */
  readonly lasts: Int32Array;
  /** The exchanges that each intent has, by its place: a bit each, as `exchangeBit` says. */
  readonly exchanges: Uint8Array;
}

/** The exchanges that an intent has in a run, a bit each; null where the run is not asked for it. */
export function exchangesOf(trace: Trace, intent: IntentId): number | null {
  const place = intentsOf(trace.spec).placeOf.get(intent);
  return place === undefined ? null : (outlineOf(trace).rows.exchanges[place + 1] ?? 0);
}

export function exchangeBit(exchange: Exchange): number {
  return 1 << (EXCHANGE_PLACES[exchange] ?? 0);
}

/** In how many ways rows of one intent can differ. */
export const KINDS = EXCHANGES.length * PHASES.length;

/**
 * One look at every event: all that opening a run does for its whole length, before its first row is drawn. Plain loops, flat lists of
 * numbers, nothing made for a single event. A row holds at most one arrow (a message, a store access, a statement at the console); what
 * belongs to it stays with it.
 */
export const outlineOf = oncePer(({ spec, events }: Trace): Outline => {
  const { list, placeOf } = intentsOf(spec);
  const ends = new Int32Array(events.length);
  const places = new Int32Array(events.length);
  const kinds = new Uint8Array(events.length);
  const lasts = new Int32Array(list.length + 1).fill(-1);
  const exchanges = new Uint8Array(list.length + 1);
  const refused = new Set<IntentId>();
  const actors = new Set<ActorId>();
  const stores = new Set<StoreName>();
  const areaNames = new Map<ActorId, Set<AreaName>>();
  let count = 0;
  let place = 0;
  let hasArrow = false;
  // Kept, not asked again of the event before: events have many shapes, which makes every look at one dear.
  let lastIntent: IntentId | null = null;
  let lastExchange: Exchange | null = null;
  let lastPhase: Phase | null = null;
  let lastActor: ActorId | null = null;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (!event) continue;
    const { kind, intent, exchange, phase, actor } = event;
    const isArrow = kind === 'request' || kind === 'response' || kind === 'store' || kind === 'statement';
    if (intent !== lastIntent || phase !== lastPhase || exchange !== lastExchange || (hasArrow && isArrow)) {
      if (intent !== lastIntent) place = (placeOf.get(intent) ?? -1) + 1;
      places[count] = place;
      kinds[count] = (EXCHANGE_PLACES[exchange] ?? 0) * PHASES.length + (PHASE_PLACES[phase] ?? 0);
      lasts[place] = count;
      exchanges[place] = (exchanges[place] ?? 0) | exchangeBit(exchange);
      count += 1;
      hasArrow = false;
      lastIntent = intent;
      lastExchange = exchange;
      lastPhase = phase;
    }
    hasArrow ||= isArrow;
    ends[count - 1] = index + 1;
    if (actor !== lastActor) actors.add(actor);
    lastActor = actor;
    if (kind === 'store') stores.add(event.store);
    else if (kind === 'change') namesIn(areaNames, event.area.owner).add(event.area.name);
    else if (kind === 'response' && event.message.status >= 400) refused.add(intent);
  }
  const areas = new Set([...areaNames].flatMap(([owner, names]) => [...names].map((name) => areaId({ owner, name }))));
  return { rows: { count, ends, places, kinds, lasts, exchanges }, refused, actors, stores, areas };
});

function namesIn(areas: Map<ActorId, Set<AreaName>>, owner: ActorId): Set<AreaName> {
  const names = areas.get(owner) ?? new Set();
  if (names.size === 0) areas.set(owner, names);
  return names;
}

const EXCHANGE_PLACES = placesIn(EXCHANGES);
const PHASE_PLACES = placesIn(PHASES);

function placesIn(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, place) => [name, place]));
}
