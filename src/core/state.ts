import type { ActorId } from './actors.ts';
import type { JsonValue } from './json.ts';

/** The places where something is remembered. `owner` says whose: a device, a server, or the database. */
export const AREAS = [
  'cookies',
  'localStorage',
  'sessionStorage',
  'memory',
  'clipboard',
  'files',
  'users',
  'sessions',
  'families',
  'refresh_tokens',
  'denylist',
  'cutoffs',
  'throttle',
  'secrets',
] as const;
export type AreaName = (typeof AREAS)[number];

export interface Area {
  readonly owner: ActorId;
  readonly name: AreaName;
}

/** `laptop/cookies`: the key of an area in a world's state. */
export type AreaId = `${ActorId}/${AreaName}`;

export function areaId(area: Area): AreaId {
  return `${area.owner}/${area.name}`;
}

export function areaOf(id: AreaId): Area {
  const [owner, name] = id.split('/') as [ActorId, AreaName];
  return { owner, name };
}

/** What an area holds, by key: a cookie's `domain;path;name`, a storage key, a file's name, a row's primary key. */
export type AreaContent = Readonly<Record<string, JsonValue>>;

/** Everything remembered anywhere in one world. An area that is absent is empty. */
export type WorldState = Readonly<Partial<Record<AreaId, AreaContent>>>;

/** One entry of one area before and after; null is "not there". Never both null, never equal. */
export interface StateChange {
  readonly area: Area;
  readonly key: string;
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
}

export type ChangeType = 'added' | 'changed' | 'removed';

export function changeType(change: Pick<StateChange, 'before' | 'after'>): ChangeType {
  if (change.before === null) return 'added';
  return change.after === null ? 'removed' : 'changed';
}

/** The state after a change. Untouched areas are shared with the state before. */
export function applyChange(state: WorldState, change: StateChange): WorldState {
  const id = areaId(change.area);
  const { [change.key]: _, ...others } = state[id] ?? {};
  const content = change.after === null ? others : { ...state[id], [change.key]: change.after };
  return { ...state, [id]: content };
}
