import { COLUMNS, type Column, otherColumn } from '#core/align.ts';
import { type AreaId, areaId } from '#core/state.ts';
import { withoutDrawn } from '../diagram/differences.ts';
import type { StoragePanel, StorageRow, StorageView } from '../models.ts';

/** What an entry is beside the other run's storage: the other has none like it, or one that says something else. */
export type StorageDifference = 'only here' | 'differs';

/** By column, area and key (`storageKey`). What is the same is not in it. */
export type StorageDifferences = ReadonlyMap<string, StorageDifference>;

export function storageKey(column: Column, area: AreaId, key: string): string {
  return `${column} ${area} ${key}`;
}

/**
 * What two runs of one scheme remember differently at this step. Entries meet by key, and where the key itself is drawn (a session's file, a
 * token's id), by its place among those alike; ids, tokens and moments are no difference.
 */
export function storageDifferences(view: StorageView): StorageDifferences {
  const found = new Map<string, StorageDifference>();
  for (const column of COLUMNS) {
    const others = new Map(view[otherColumn(column)].map((panel) => [areaId(panel.area), panel]));
    for (const panel of view[column]) {
      const id = areaId(panel.area);
      const other = facesOf(others.get(id));
      for (const [name, face] of facesOf(panel)) {
        const beside = other.get(name)?.face;
        if (beside === face.face) continue;
        found.set(storageKey(column, id, face.key), beside === undefined ? 'only here' : 'differs');
      }
    }
  }
  return found;
}

interface Face {
  readonly key: string;
  readonly face: string;
}

/** The entries there are, each by a name that the other run's entry has as well. */
function facesOf(panel: StoragePanel | undefined): ReadonlyMap<string, Face> {
  const faces = new Map<string, Face>();
  for (const row of panel?.rows ?? []) {
    if (row.change === 'removed') continue;
    const name = withoutDrawn(row.key);
    let place = 0;
    while (faces.has(`${name} ${place}`)) place += 1;
    faces.set(`${name} ${place}`, { key: row.key, face: faceOf(row) });
  }
  return faces;
}

/** What an entry says, but for what is drawn and when it was: clock times stand in it as `09:00:00`. */
function faceOf({ cells }: StorageRow): string {
  return withoutDrawn(cells.map(({ full }) => full).join('\n')).replaceAll(/\d{2}:\d{2}:\d{2}/g, '<time>');
}
