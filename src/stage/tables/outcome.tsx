import { Verdict } from '#kit/verdict.tsx';
import type { ConsoleStatement } from '#projections/tables/sql-models.ts';
import { counted } from '#projections/wording/counted.ts';
import styles from './outcome.module.css';

/** What became of statements at the console: rows, how many were touched, or why there are none. */
export function Outcomes({ statements }: { readonly statements: readonly ConsoleStatement[] }) {
  if (statements.length === 0) return null;
  return (
    <section aria-label="What the console answered" className={styles['outcomes']}>
      {statements.map((statement) => (
        <Outcome key={statement.event} statement={statement} />
      ))}
    </section>
  );
}

function Outcome({ statement: { sql, outcome } }: { readonly statement: ConsoleStatement }) {
  const { columns, found, rows, problem, byConsole } = outcome;
  return (
    <div className={styles['outcome']}>
      <pre className={styles['statement']}>{sql.statement}</pre>
      {byConsole && <p className={styles['note']}>The console ended the transaction that was left open.</p>}
      {problem ? (
        <>
          <p>
            <Verdict kind="wrong">{problem.code === 'too-much' ? 'Cancelled' : 'Refused'}</Verdict>{' '}
            <code className={styles['message']}>{problem.message}</code>
          </p>
          <p className={styles['note']}>
            {problem.code === 'too-much'
              ? 'It did not come to an end within the steps and rows a statement may take. Nothing of it stays.'
              : 'These are the engine’s own words. Nothing of it stays.'}
          </p>
        </>
      ) : columns.length > 0 ? (
        <Found columns={columns} found={found} rows={rows} />
      ) : (
        <p>
          <Verdict kind="valid">Done</Verdict> {counted(rows, 'row')} touched
        </p>
      )}
    </div>
  );
}

function Found({ columns, found, rows }: Pick<ConsoleStatement['outcome'], 'columns' | 'found' | 'rows'>) {
  return (
    <>
      {/* It may be wider than its place, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label="Rows" className={styles['scroller']} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {columns.map((name, index) => (
                // Two columns of an answer may have one name; their places never change.
                // oxlint-disable-next-line react/no-array-index-key
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((row, place) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={place}>
                {row.map((value, index) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={index}>{value === null ? <em className={styles['null']}>NULL</em> : String(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles['note']}>
        {found.length < rows ? `the first ${found.length} of ${counted(rows, 'row')}` : counted(rows, 'row')}
      </p>
    </>
  );
}
