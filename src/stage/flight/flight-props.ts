import type { DiagramModel, StorageView } from '#projections/models.ts';

export interface FlightProps {
  readonly model: DiagramModel;
  readonly k: number;
  /** The panels at `k`: where the credential lands. */
  readonly storage: StorageView;
}
