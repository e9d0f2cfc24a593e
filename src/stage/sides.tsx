import type { ReactNode } from 'react';
import { COLUMNS, type Column } from '#core/align.ts';
import styles from './sides.module.css';

interface SidesProps {
  /** What there is of each system: `Messages`. */
  readonly label: string;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  readonly side: (column: Column) => ReactNode;
}

/** One system under the other, each under its name: as the inspector has room. */
export function Sides({ label, names, side }: SidesProps) {
  return (
    <div className={styles['sides']}>
      {COLUMNS.map((column) => (
        <section key={column} aria-label={`${label}, ${names[column]}`} className={styles['side']}>
          <h3 className={styles['name']}>{names[column]}</h3>
          {side(column)}
        </section>
      ))}
    </div>
  );
}
