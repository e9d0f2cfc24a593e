import type { ReactNode } from 'react';
import type { Column, StepId } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { DiagramModel } from '#projections/models.ts';

/** A row whose content is being predicted: it shows a slot instead. */
export interface OpenBet {
  /** The row's index. */
  readonly index: number;
  /** The one system it is about; both when absent. */
  readonly column?: Column | undefined;
  /** The slot was chosen: the reader wants to bet. */
  readonly onPlace: () => void;
}

export interface DiagramProps {
  readonly model: DiagramModel;
  /** How many rows have been executed; row `k - 1` is the current one. */
  readonly k: number;
  /** `Session`, `JWT`: what each column is called in names and in the choice between them. */
  readonly names: Readonly<Record<Column, string>>;
  /** Which system stands there where only one fits. */
  readonly column: Column;
  readonly onColumn: (column: Column) => void;
  /** The scheme pickers. */
  readonly leftHeader: ReactNode;
  readonly rightHeader: ReactNode;
  /** A row's words: its accessible name. Asked for the rows in view alone. */
  readonly rowText: (index: number) => string;
  readonly onSelectRow: (index: number) => void;
  /** A message, an act or a lifeline's mark was chosen; `onSelectRow` has been called before. */
  readonly onExplain: (event: EventId, column: Column) => void;
  /** `all` shows every row as if it had been reached. */
  readonly reveal?: 'reached' | 'all' | undefined;
  /** Rows in which the two runs do not do the same, in their order: at the first they part. */
  readonly differs?: ReadonlySet<StepId> | undefined;
  readonly bet?: OpenBet | undefined;
}

export interface DiagramTextProps {
  readonly model: DiagramModel;
  readonly k: number;
  readonly rowText: (index: number) => string;
  readonly reveal?: 'reached' | 'all' | undefined;
}
