import type { EventId } from '#core/events.ts';
import type { CellModel } from '#projections/models.ts';
import type { ColumnFrame, Frame } from './layout.ts';
import { Packet } from './packet.tsx';
import styles from './cell-button.module.css';

interface CellButtonProps {
  readonly cell: CellModel;
  readonly column: ColumnFrame;
  readonly frame: Frame;
  readonly offset: number;
  readonly now: boolean;
  readonly name: string;
  readonly tabIndex: number;
  readonly onChoose: (event: EventId) => void;
}

/** What one system does in a row, as something to choose, and the credential that goes with it. */
export function CellButton({ cell, column, frame, offset, now, name, tabIndex, onChoose }: CellButtonProps) {
  if (cell.type === 'gap') return null;
  const words = [cell.label, cell.sublabel, cell.type === 'box' ? cell.aside : null].filter((part) => part !== null);
  return (
    <>
      <button
        type="button"
        className={styles['cell']}
        style={{
          insetBlockStart: offset,
          insetInlineStart: column.x,
          inlineSize: column.width,
          blockSize: frame.rowHeight,
        }}
        tabIndex={tabIndex}
        aria-label={`${words.join(', ')}. Explain this for ${name}`}
        onClick={() => onChoose(cell.event)}
      />
      <Packet cell={cell} column={column} frame={frame} offset={offset} now={now} />
    </>
  );
}
