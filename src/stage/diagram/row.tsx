import { memo } from 'react';
import { type Column, otherColumn } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { Icon } from '#kit/icon.tsx';
import type { RowModel } from '#projections/models.ts';
import { CellButton } from './cell-button.tsx';
import { CellDrawing } from './cell-drawing.tsx';
import type { OpenBet } from './diagram-props.ts';
import { Ground } from './ground.tsx';
import type { Frame } from './layout.ts';
import styles from './row.module.css';

// No part of the first screen: a lesson opens before its first bet.
const BetSlot = lazyView(() => import('./bet-slot.tsx').then(({ BetSlot: slot }) => slot));
const OtherSide = lazyView(() => import('./other-side.tsx').then(({ OtherSide: view }) => view));

export type RowState = 'future' | 'past' | 'now';

interface RowProps {
  readonly row: RowModel;
  readonly frame: Frame;
  readonly top: number;
  readonly count: number;
  readonly state: RowState;
  readonly names: Readonly<Record<Column, string>>;
  readonly rowText: (index: number) => string;
  /** The one row of the list that Tab reaches. */
  readonly tabStop: boolean;
  /** What is said of a row in which the two runs do not do the same. */
  readonly differs: 'forks here' | 'differs' | null;
  readonly bet: OpenBet | null;
  readonly onSelectRow: (index: number) => void;
  readonly onColumn: (column: Column) => void;
  readonly onExplain: (event: EventId, column: Column) => void;
}

/**
 * One band of the diagram: the phase, and what either system does in it once it has been reached. A step changes two rows: the others are
 * not looked at again.
 */
export const Row = memo(function Row(props: RowProps) {
  const { row, frame, top, count, state, names, tabStop, differs, bet, onSelectRow, onExplain } = props;
  const reached = state !== 'future';
  const offset = row.heading === null ? 0 : frame.headingHeight;
  const height = frame.rowHeight + offset;
  const tabIndex = tabStop ? 0 : -1;
  const hidden = hiddenSide(props);
  return (
    <li
      className={styles['row']}
      style={{ insetBlockStart: top, blockSize: height, fontSize: 16 * frame.scale }}
      data-row={row.index}
      data-state={state}
      aria-setsize={count}
      aria-posinset={row.index + 1}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <svg className={styles['drawing']} width={frame.width} height={height} aria-hidden="true" focusable="false">
        <Ground frame={frame} top={top} offset={offset} height={height} now={state === 'now'} />
        {reached && (
          <g transform={`translate(0 ${offset})`}>
            {frame.columns.map((column) => (
              <CellDrawing
                key={column.column}
                cell={row[column.column]}
                column={column}
                frame={frame}
                beside={differs && row[otherColumn(column.column)]}
              />
            ))}
          </g>
        )}
      </svg>
      {row.heading !== null && reached && (
        <p className={styles['heading']} style={{ blockSize: offset }}>
          <span>{row.heading}</span>
        </p>
      )}
      <button
        type="button"
        className={styles['phase']}
        style={{
          marginBlockStart: offset,
          marginInlineStart: frame.spine?.x ?? 0,
          inlineSize: frame.spine?.width ?? frame.width,
          blockSize: frame.rowHeight,
        }}
        data-place={frame.spine ? 'spine' : 'above'}
        tabIndex={tabIndex}
        aria-label={rowName(props)}
        onClick={() => onSelectRow(row.index)}
      >
        <span className={styles['phaseName']}>{row.phaseName}</span>
        {differs && reached && (
          <span className={styles['differs']}>
            <Icon name="differs" /> {differs}
          </span>
        )}
      </button>
      {bet && !reached && (
        <Part name="The place of the bet">
          <BetSlot bet={bet} frame={frame} offset={offset} names={names} />
        </Part>
      )}
      {reached &&
        frame.columns.map((column) => (
          <CellButton
            key={column.column}
            cell={row[column.column]}
            column={column}
            frame={frame}
            offset={offset}
            now={state === 'now'}
            name={names[column.column]}
            tabIndex={tabIndex}
            onChoose={(event) => {
              onSelectRow(row.index);
              onExplain(event, column.column);
            }}
          />
        ))}
      {hidden && (
        <Part name="What the other system does">
          <OtherSide
            cell={hidden.cell}
            name={names[hidden.column]}
            frame={frame}
            offset={offset}
            tabIndex={tabIndex}
            onShow={() => props.onColumn(hidden.column)}
          />
        </Part>
      )}
    </li>
  );
});

/** What happens out of sight, where one system stands alone and does nothing in a row that was reached. */
function hiddenSide({ row, frame, state }: RowProps) {
  const [shown, other] = frame.columns;
  if (!shown || other || state === 'future' || row[shown.column].type !== 'gap') return null;
  const column = otherColumn(shown.column);
  const cell = row[column];
  return cell.type === 'gap' ? null : { column, cell };
}

/** The phase first, since that is what the button shows; the rest is told when it has happened. */
function rowName({ row, state, rowText }: RowProps): string {
  if (state === 'future') return `${row.phaseName}, not reached yet`;
  const text = rowText(row.index);
  return text.startsWith(row.phaseName) ? text : `${row.phaseName}. ${text}`;
}
