import type { EventId } from '#core/events.ts';
import type { SqlTableRow, SqlTableView } from '#projections/tables/sql-models.ts';
import { counted } from '#projections/wording/counted.ts';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { Cell } from './cell.tsx';
import { ChangeSign } from './change-sign.tsx';
import styles from './live-tables.module.css';

interface LiveTablesProps {
  readonly tables: readonly SqlTableView[];
  readonly onExplain: (event: EventId) => void;
}

/** Every table as the engine holds it at this step, with what the step changed marked. */
export function LiveTables({ tables, onExplain }: LiveTablesProps) {
  return tables.map((table) => <LiveTable key={table.name} table={table} onExplain={onExplain} />);
}

function LiveTable({
  table: { name, columns, rows },
  onExplain,
}: Pick<LiveTablesProps, 'onExplain'> & { readonly table: SqlTableView }) {
  const changed = rows.filter(({ change }) => change !== null).length;
  return (
    <div className={styles['frame']}>
      {/* It may be wider than its place, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['scroller']} aria-label={`Table ${name}`} tabIndex={0}>
        <table className={styles['table']}>
          <caption className={styles['name']}>
            {name}{' '}
            <span className={styles['count']}>
              {counted(rows.length, 'row')}
              {changed > 0 && `, ${changed} changed here`}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles['sign']}>
                <VisuallyHidden>Change</VisuallyHidden>
              </th>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={styles['column']}>
                  <span data-key={column.key || undefined}>{column.name}</span>{' '}
                  <span className={styles['type']}>{column.type.toLowerCase()}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} columns={columns} onExplain={onExplain} />
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length + 1} className={styles['empty']}>
                  no row
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface RowProps extends Pick<LiveTablesProps, 'onExplain'> {
  readonly row: SqlTableRow;
  readonly columns: SqlTableView['columns'];
}

function Row({ row: { key, cells, change, event }, columns, onExplain }: RowProps) {
  return (
    <tr className={styles['row']} data-change={change ?? undefined}>
      <td className={styles['sign']}>
        <ChangeSign change={change} />
      </td>
      {cells.map((cell, index) => {
        const column = columns[index];
        const isFirst = index === 0;
        return (
          // The columns of a table never change places.
          <td key={column?.name} className={styles['cell']} data-changed={cell.changed || undefined}>
            {isFirst && event !== null ? (
              <button
                type="button"
                className={styles['explain']}
                title="What touched this row last"
                onClick={() => onExplain(event)}
              >
                {cell.text}
              </button>
            ) : (
              <Cell name={`${column?.name ?? ''} of row ${key}`} cell={cell} />
            )}
          </td>
        );
      })}
    </tr>
  );
}
