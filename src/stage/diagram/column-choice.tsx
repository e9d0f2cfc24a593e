import { COLUMNS, type Column } from '#core/align.ts';
import styles from './column-choice.module.css';

interface ColumnChoiceProps {
  readonly names: Readonly<Record<Column, string>>;
  readonly column: Column;
  readonly onColumn: (column: Column) => void;
}

/** Which of the two systems stands there, where there is room for one. */
export function ColumnChoice({ names, column, onColumn }: ColumnChoiceProps) {
  return (
    <fieldset aria-label="System shown" className={styles['choice']}>
      {COLUMNS.map((name) => (
        <button
          key={name}
          type="button"
          className={styles['option']}
          aria-pressed={name === column}
          onClick={() => onColumn(name)}
        >
          {names[name]}
        </button>
      ))}
    </fieldset>
  );
}
