import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { jsonEqual } from '#core/json.ts';
import { oncePer } from '#core/once.ts';
import { type Area, areaId, type AreaName } from '#core/state.ts';
import { areasAt } from '../areas-at.ts';
import { type Claim, claimOf, type Remembered, type Rule } from './claims-about-places.ts';
import { bothColumns, clampCursor } from '../cursor.ts';
import { entryName } from '../entries.ts';
import { entryBytes, HOW_COUNTED } from './entry-bytes.ts';
import type { Entries } from '../fold.ts';
import { byPlace, frameOf, type PanelFrame, panelFrames } from '../storage/panels.ts';
import { READER_RULES, READERS } from './place-readers.ts';
import { ENDS, SURVIVAL_RULES } from './place-survival.ts';
import { settingsAt } from '../settings-at.ts';
import type { PlaceSize, StateGroup, StatePlace, StateView } from './state-models.ts';

/** Everything that is remembered anywhere after `k` steps, how large it is, who can read it and what it survives. The places are the same for every `k`. */
export function stateView(comparison: Comparison, k: number): StateView {
  const cursor = clampCursor(comparison, k);
  const places = framesOf(comparison).flatMap((frame) => placesAt(comparison, frame, cursor));
  return (['browser', 'server'] as const).map((place): StateGroup => {
    const mine = places.filter((one) => one.place === place);
    const sum = (column: Column): number =>
      mine.reduce((bytes, { ofLogin, sizes }) => bytes + (ofLogin ? (sizes[column]?.bytes ?? 0) : 0), 0);
    return { place, places: mine, total: bothColumns(sum) };
  });
}

/** The places of both sides, those that a panel shows and the accounts, in the order of the panels. */
const framesOf = oncePer((comparison: Comparison): readonly PanelFrame[] => {
  const shown = COLUMNS.flatMap((column) => panelFrames(comparison[column]).map(({ area }) => area));
  const areas = new Map([...shown, ACCOUNTS].map((area) => [areaId(area), area]));
  return [...areas.values()].toSorted(byPlace).map(frameOf);
});

const ACCOUNTS: Area = { owner: 'database', name: 'users' };

/** There with every kind of login, and about none. */
const NOT_OF_LOGIN: ReadonlySet<AreaName> = new Set(['users', 'throttle']);

/** What one side has in a place. */
interface Held {
  readonly size: PlaceSize;
  readonly claims: Pick<StatePlace, 'readers' | 'survives'>;
}

/** One row where the same is true of both sides, or only one has anything there; else a row for each. */
function placesAt(comparison: Comparison, frame: PanelFrame, k: number): readonly StatePlace[] {
  const held = bothColumns((column) => heldAt(comparison, column, frame, k));
  const row = (columns: readonly Column[], { claims }: Held): StatePlace => ({
    area: frame.area,
    title: frame.title,
    ownerName: frame.ownerName,
    place: frame.place,
    sizes: bothColumns((column) => (columns.includes(column) ? held[column].size : null)),
    ...claims,
    ofLogin: !NOT_OF_LOGIN.has(frame.area.name),
    howCounted: HOW_COUNTED[frame.area.name],
  });
  const { left, right } = held;
  const fuller = left.claims.readers === null ? right : left;
  const isOne = left.claims.readers === null || right.claims.readers === null || jsonEqual(left.claims, right.claims);
  return isOne ? [row(COLUMNS, fuller)] : COLUMNS.map((column) => row([column], held[column]));
}

function heldAt(comparison: Comparison, column: Column, { area }: PanelFrame, k: number): Held {
  const at = (cursor: number): Entries =>
    isTold(comparison, column, area) ? (areasAt(comparison, column, cursor).get(areaId(area)) ?? NOTHING) : NOTHING;
  const entries = at(k);
  const before = at(Math.max(0, k - 1));
  const bytes = bytesOf(area.name, entries);
  const remembered = [...entries].map(([key, { value }]): Remembered => ({
    name: entryName(area.name, key),
    value,
    alone: entries.size === 1,
    scheme: comparison[column].spec.scheme,
    settings: settingsAt(comparison, column, k),
  }));
  return {
    size: { entries: entries.size, bytes, delta: bytes - bytesOf(area.name, before) },
    claims:
      remembered.length === 0
        ? NO_CLAIMS
        : {
            readers: claimsOf(READERS, READER_RULES[area.name], remembered),
            survives: claimsOf(ENDS, SURVIVAL_RULES[area.name], remembered),
          },
  };
}

/** A secret that signs nothing is no part of a system. */
function isTold(comparison: Comparison, column: Column, area: Area): boolean {
  return (
    area.name === ACCOUNTS.name || panelFrames(comparison[column]).some((frame) => areaId(frame.area) === areaId(area))
  );
}

const NOTHING: Entries = new Map();
const NO_CLAIMS = { readers: null, survives: null } as const;

function bytesOf(area: AreaName, entries: Entries): number {
  let bytes = 0;
  for (const [key, { value }] of entries) bytes += entryBytes(area, key, value);
  return bytes;
}

function claimsOf<Id extends string>(
  ids: readonly Id[],
  rules: Readonly<Record<Id, Rule>>,
  entries: readonly Remembered[],
): Readonly<Record<Id, Claim>> {
  return Object.fromEntries(ids.map((id) => [id, claimOf(rules[id], entries)])) as Record<Id, Claim>;
}
