import { Fragment, type ReactNode } from 'react';
import { COLUMNS, type Column } from '#core/align.ts';
import styles from './sides.module.css';

interface SidesProps {
  /** What there is of each system: `Messages`. */
  readonly label: string;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  readonly side: (column: Column) => ReactNode;
}

/** One system under the other, as the inspector has room. Each name stays in sight, at the top or at the bottom, and leads to its side. */
export function Sides({ label, names, side }: SidesProps) {
  return (
    <div className={styles['sides']}>
      {COLUMNS.map((column) => (
        <Fragment key={column}>
          <h3 className={styles['name']}>{names[column]}</h3>
          <section aria-label={`${label}, ${names[column]}`} className={styles['side']}>
            {side(column)}
          </section>
        </Fragment>
      ))}
    </div>
  );
}
