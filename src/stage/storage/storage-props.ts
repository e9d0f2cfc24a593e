import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { CredentialModel, StorageView } from '#projections/models.ts';
import type { StorageDifferences } from '#projections/storage-differences.ts';

export interface StorageProps {
  readonly view: StorageView;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  /** Which system stands there where only one fits. */
  readonly column: Column;
  /** An entry was chosen: the event that last touched it. */
  readonly onExplain: (event: EventId, column: Column) => void;
  /** The credential an entry holds is to be opened for its anatomy. */
  readonly onOpenCredential: (credential: CredentialModel, column: Column) => void;
  /** What is not as in the other run beside it; absent where the two are of different schemes. */
  readonly differs?: StorageDifferences | undefined;
  /** The most rows each panel ever has, in the order of the panels: with it a panel keeps its height for all `k`. */
  readonly reserved?: Readonly<Record<Column, readonly number[]>> | undefined;
}
