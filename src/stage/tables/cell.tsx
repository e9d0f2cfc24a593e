import { CopyButton } from '#kit/copy-button.tsx';
import { Popover } from '#kit/popover.tsx';
import type { SqlCell } from '#projections/tables/sql-models.ts';
import styles from './live-tables.module.css';

interface CellProps {
  /** `id_hash of row 1`. */
  readonly name: string;
  readonly cell: SqlCell;
}

/** A value as the engine holds it. What was shortened opens whole; a time can be read beside its number. */
export function Cell({ name, cell: { text, full, reading, isNull } }: CellProps) {
  if (isNull) return <em className={styles['null']}>NULL</em>;
  if (text === full) {
    return (
      <>
        {text}
        {reading !== null && <span className={styles['reading']}> {reading}</span>}
      </>
    );
  }
  return (
    <Popover trigger={text} label={`${text} ${name}: show the whole value`} className={styles['open']}>
      <p className={styles['whole']}>{full}</p>
      <CopyButton label="Copy" text={() => full} />
    </Popover>
  );
}
