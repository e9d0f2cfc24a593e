import { COLUMNS } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { BytesRow } from '#projections/models.ts';
import { scaleOf, share, sideOf } from './bars.ts';
import type { BytesChartProps } from './bytes-props.ts';
import styles from './bytes-chart.module.css';

/** What the credential weighs in each message, both systems on one scale. */
export function BytesChart({ view, names, onExplain }: BytesChartProps) {
  const sides = COLUMNS.map((column) => ({ column, ...sideOf(view, column) }));
  const scale = scaleOf(sides);
  return (
    <div className={styles['sides']}>
      <p className={styles['legend']}>
        <span className={styles['swatch']} data-part="credential" /> credential
        <span className={styles['swatch']} data-part="other" /> the rest of the message
      </p>
      {sides.map(({ column, rows, hidden, credentialBytes, totalBytes }) => (
        <table key={column} className={styles['table']}>
          <caption className={styles['caption']}>
            <strong>{names[column]}</strong> {credentialBytes} of {totalBytes} bytes are credential
          </caption>
          <thead className={styles['head']}>
            <tr>
              <th scope="col">Message</th>
              <th scope="col">Bytes, credential of all</th>
            </tr>
          </thead>
          <tbody>
            {rows.length === 0 && (
              <tr>
                <td className={styles['empty']}>No message yet.</td>
              </tr>
            )}
            {hidden > 0 && (
              <tr>
                <td className={styles['empty']}>{hidden} earlier messages are counted, not drawn.</td>
              </tr>
            )}
            {rows.map((row) => (
              <Bar key={row.event} row={row} scale={scale} onExplain={(event) => onExplain(event, column)} />
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

interface BarProps {
  readonly row: BytesRow;
  readonly scale: number;
  readonly onExplain: (event: EventId) => void;
}

function Bar({ row, scale, onExplain }: BarProps) {
  const { event, label, credentialBytes, totalBytes } = row;
  return (
    <tr className={styles['row']}>
      <th scope="row" className={styles['label']}>
        <button type="button" className={styles['explain']} onClick={() => onExplain(event)}>
          {label}
        </button>
      </th>
      <td className={styles['figure']}>
        <span className={styles['bar']} aria-hidden="true">
          <span data-part="credential" style={{ inlineSize: share(credentialBytes, scale) }} />
          <span data-part="other" style={{ inlineSize: share(totalBytes - credentialBytes, scale) }} />
        </span>
        <span className={styles['number']}>
          {credentialBytes} / {totalBytes}
        </span>
      </td>
    </tr>
  );
}
