import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { BytesView } from '#projections/models.ts';

export interface BytesChartProps {
  readonly view: BytesView;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  /** A message was chosen. */
  readonly onExplain: (event: EventId, column: Column) => void;
}
