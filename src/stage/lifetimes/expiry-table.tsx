import { Button } from '#kit/button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import styles from './expiry-table.module.css';

export interface ExpiryRow {
  /** `2:30`. */
  readonly time: string;
  readonly said: string;
  /** What the run did then; null before it is run. */
  readonly did: { readonly text: string; readonly agrees: boolean } | null;
  /** The cursor is at or after this moment’s end, and before the next one’s. */
  readonly isCurrent: boolean;
  /** Takes the cursor there; null before it is run. */
  readonly onGo: (() => void) | null;
}

interface ExpiryTableProps {
  /** `Session`, and whose table it is. */
  readonly caption: string;
  readonly note: string;
  readonly rows: readonly ExpiryRow[];
}

/** What a table says of a login’s life, beside what a run of it did. */
export function ExpiryTable({ caption, note, rows }: ExpiryTableProps) {
  return (
    <div className={styles['place']}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>
          {caption} <span className={styles['note']}>{note}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">The table says</th>
            <th scope="col">The run did</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ time, said, did, isCurrent, onGo }) => (
            <tr key={time} aria-current={isCurrent ? 'step' : undefined}>
              <th scope="row" className={styles['time']}>
                {onGo === null ? (
                  time
                ) : (
                  <Button size="s" tone="quiet" title={`Go to ${time} in the diagram`} onClick={onGo}>
                    {time}
                  </Button>
                )}
              </th>
              <td>{said}</td>
              <td className={styles['did']}>
                {did === null ? (
                  <span className={styles['notRun']}>not run yet</span>
                ) : (
                  <Verdict kind={did.agrees ? 'valid' : 'wrong'}>{did.text}</Verdict>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
