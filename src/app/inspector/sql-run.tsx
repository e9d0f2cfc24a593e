import type { SqlStatement } from '#core/sql.ts';
import styles from './sql-run.module.css';

interface SqlRunProps {
  readonly sql: SqlStatement;
  /** Rows that the engine gave out or touched. */
  readonly rows: number;
  /** What the engine said where it refused. */
  readonly refused: string | null;
}

/** A statement that really ran: its text, what stood in for each `?`, how the engine went about it, and how many rows. */
export function SqlRun({ sql: { statement, params, plan }, rows, refused }: SqlRunProps) {
  return (
    <section aria-label="SQL statement" className={styles['run']}>
      <pre className={styles['statement']}>{statement}</pre>
      <dl className={styles['facts']}>
        {params.length > 0 && (
          <>
            <dt>Parameters</dt>
            <dd>
              <ol className={styles['params']}>
                {params.map((value, index) => (
                  // The places of a statement never change.
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={index}>{value === null ? 'NULL' : String(value)}</li>
                ))}
              </ol>
            </dd>
          </>
        )}
        {plan.length > 0 && (
          <>
            <dt>Plan</dt>
            <dd className={styles['plan']}>{plan.join('\n')}</dd>
          </>
        )}
        <dt>{refused === null ? 'Rows' : 'Refused'}</dt>
        <dd>{refused ?? rows}</dd>
      </dl>
    </section>
  );
}
