import { COLUMNS, type Column } from '#core/align.ts';
import { areaId } from '#core/state.ts';
import { type Anchors, entryAnchor, packetAnchor } from '#kit/anchors.ts';
import type { CellModel, CredentialModel, RowModel, StoragePanel, StorageView } from '#projections/models.ts';

/** What one credential does in one step. */
export interface Leg {
  /** The packet where it rests in the diagram. */
  readonly packet: HTMLElement;
  /** Pixels from its rest to where it sets out; 0 where it does not move along an arrow. */
  readonly travel: number;
  /** The entry it ends in, when this step put it there. */
  readonly landing: Element | null;
}

/** The ways of the credentials of a row: at most one on either side. */
export function legsOf(row: RowModel, storage: StorageView, anchors: Anchors): readonly Leg[] {
  return COLUMNS.flatMap((column) => {
    const credential = credentialOf(row[column]);
    const packet = credential && anchors.get(packetAnchor(column));
    if (!packet || !(packet instanceof HTMLElement)) return [];
    const entry = landingOf(credential, column, storage[column]);
    const landing = entry === null ? null : anchors.get(entry);
    const travel = Number(packet.dataset['travel'] ?? 0);
    return travel === 0 && !landing ? [] : [{ packet, travel, landing }];
  });
}

function credentialOf(cell: CellModel): CredentialModel | null {
  return cell.type === 'gap' ? null : cell.credential;
}

/** The anchor of the entry that this step changed and that holds the credential. */
function landingOf({ text }: CredentialModel, column: Column, panels: readonly StoragePanel[]): string | null {
  for (const panel of panels) {
    const row = panel.rows.find(({ change, credential }) => change !== null && credential?.text === text);
    if (row) return entryAnchor(column, areaId(panel.area), row.key);
  }
  return null;
}
