import { COLUMNS, type Column, type Comparison } from '#core/align.ts';
import { microsText, rowCost } from '#projections/inspector/row-cost.ts';
import styles from './row-time.module.css';

interface RowTimeProps {
  readonly comparison: Comparison;
  readonly cursor: number;
  readonly names: Readonly<Record<Column, string>>;
}

/** What this step takes of virtual time on either side, act by act, and where each figure comes from. */
export function RowTime({ comparison, cursor, names }: RowTimeProps) {
  const cost = rowCost(comparison, cursor);
  if (cursor === 0) return null;
  return (
    <section aria-label="Virtual time of this step" className={styles['time']}>
      <h3 className={styles['title']}>Virtual time of this step</h3>
      <dl className={styles['sides']}>
        {COLUMNS.map((column) => {
          const { micros, parts } = cost[column];
          return (
            <div key={column} className={styles['side']}>
              <dt>{names[column]}</dt>
              <dd>
                <strong>{micros === 0 ? 'none' : microsText(micros)}</strong>
                {parts.length > 0 && (
                  <ul className={styles['parts']}>
                    {parts.map(({ label, micros: one, source }, place) => (
                      // The acts of a row never change places.
                      // oxlint-disable-next-line react/no-array-index-key
                      <li key={place}>
                        {`${label}: ${microsText(one)}`}
                        {source !== null && <span className={styles['source']}>{` (${source})`}</span>}
                      </li>
                    ))}
                  </ul>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
