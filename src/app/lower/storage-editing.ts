import { isDevice } from '#core/actors.ts';
import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { EDITABLE_AREAS, type EditableArea, STATEMENT_LIMIT } from '#core/intents.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import type { AreaName } from '#core/state.ts';
import { deletionOf } from '#projections/tables/sql-deletion.ts';
import { readSchema } from '#projections/tables/sql-schema.ts';
import { SCHEMA } from '#server/sql/schema.ts';
import type { EntryEditing, PanelAct, StorageEditing } from '#stage/storage/storage-props.ts';
import type { StoragePanel, StorageRow } from '#projections/models.ts';
import type { EndId } from '#projections/state/place-survival.ts';
import type { Insertion } from '#timeline/fork-here.ts';
import { actHere } from '../workbench/act-here.ts';
import { RESTART_DURING, restartDuringRequest } from '../workbench/restart-during-request.ts';
import { ENDING_LABELS, ENDINGS } from './endings.ts';

const TABLES = readSchema(SCHEMA);

/** What can be done to the panels of these runs at the cursor: each a fork that can be undone. `whyNot` says why nothing can just now. */
export function storageEditing(comparison: Comparison, whyNot: string | null): StorageEditing {
  return {
    whyNot,
    acts: actsOf,
    entry: (panel, row, column) => entryEditing(comparison, panel, row, column, whyNot),
  };
}

const OF_BROWSER = ['reload', 'close-tab', 'close-browser'] as const satisfies readonly EndId[];

/** To a browser or a server, in both systems: only so they can be compared. */
function actsOf({ area: { owner } }: StoragePanel): readonly PanelAct[] {
  if (!isDevice(owner)) {
    return [
      panelAct('restart-server', ENDINGS['restart-server']()),
      { label: RESTART_DURING, onAct: restartDuringRequest },
    ];
  }
  return OF_BROWSER.map((end) => panelAct(end, ENDINGS[end](owner)));
}

function panelAct(end: EndId, insertion: Insertion): PanelAct {
  return { label: ENDING_LABELS[end], onAct: () => actHere(COLUMNS, insertion) };
}

function entryEditing(
  comparison: Comparison,
  { area: { owner, name } }: StoragePanel,
  { key }: StorageRow,
  column: Column,
  whyNot: string | null,
): EntryEditing | null {
  const common = { whyNot, limit: STATEMENT_LIMIT };
  if (isDevice(owner)) {
    // Another origin's items are another site's affair.
    if (!isEditable(name) || key.includes('://')) return null;
    const set = (value: string | null): void =>
      actHere([column], {
        stem: 'edit',
        make: (id) => ({ id, kind: 'edit-storage', device: owner, area: name, key, value }),
      });
    return { ...common, what: name === 'cookies' ? 'cookie' : 'item', onChange: set, onDelete: () => set(null) };
  }
  if (name === 'files') {
    const onDelete = (): void =>
      actHere([column], { stem: 'delete', make: (id) => ({ id, kind: 'delete-file', file: key }) });
    return { ...common, what: 'file', onDelete };
  }
  const statement = SCHEME_TEXTS[comparison[column].spec.scheme].sql ? deletionOf(TABLES, name, key) : null;
  if (statement === null) return null;
  const onDelete = (): void => actHere([column], { stem: 'sql', make: (id) => ({ id, kind: 'sql', statement }) });
  return { ...common, what: 'row', onDelete };
}

function isEditable(name: AreaName): name is EditableArea {
  return (EDITABLE_AREAS as readonly string[]).includes(name);
}
