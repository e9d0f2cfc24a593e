import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { AreaId } from '#core/state.ts';
import type { CredentialModel, StoragePanel, StorageRow, StorageView } from '#projections/models.ts';
import type { StorageDifferences } from '#projections/storage/storage-differences.ts';

/** What somebody with access to a place can do to one entry of it. */
export interface EntryEditing {
  /** Why nothing can be done just now; null where it can. */
  readonly whyNot: string | null;
  /** `cookie`, `row`: what is deleted. */
  readonly what: string;
  /** Most characters of a new value. */
  readonly limit: number;
  readonly onChange?: (value: string) => void;
  readonly onDelete?: () => void;
}

/** Something that can be made to happen to whoever owns a panel. */
export interface PanelAct {
  /** `Reload page`. */
  readonly label: string;
  readonly onAct: () => void;
}

/** What can be done to the panels, where anything can. */
export interface StorageEditing {
  readonly whyNot: string | null;
  readonly entry: (panel: StoragePanel, row: StorageRow, column: Column) => EntryEditing | null;
  readonly acts: (panel: StoragePanel, column: Column) => readonly PanelAct[];
}

export interface StorageProps {
  readonly view: StorageView;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  /** Where this step looks, which comes into view as what it changes does. */
  readonly read?: Readonly<Record<Column, ReadonlySet<AreaId>>> | undefined;
  /** Another step is drawn, whatever it changed or looked at: `showTouched`. */
  readonly onTouch?: ((region: Element) => void) | undefined;
  /** Which system stands there where only one fits. */
  readonly column: Column;
  /** An entry was chosen: the event that last touched it. */
  readonly onExplain: (event: EventId, column: Column) => void;
  /** The credential an entry holds is to be opened for its anatomy. */
  readonly onOpenCredential: (credential: CredentialModel, column: Column) => void;
  /** What is not as in the other run beside it; absent where the two are of different schemes. */
  readonly differs?: StorageDifferences | undefined;
  readonly editing?: StorageEditing | undefined;
  /** The most rows each panel ever has, in the order of the panels: with it a panel keeps its height for all `k`. */
  readonly reserved?: Readonly<Record<Column, readonly number[]>> | undefined;
}
