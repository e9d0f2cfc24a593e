import { COLUMNS } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import { numberText } from '#kit/number-text.ts';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
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
        <section key={column} aria-label={`Bytes, ${names[column]}`}>
          <h3 className={styles['name']}>{names[column]}</h3>
          <p className={styles['sum']}>
            {credentialBytes} of {totalBytes} bytes are credential
          </p>
          {rows.length === 0 && <p className={styles['empty']}>No message yet.</p>}
          {hidden > 0 && <p className={styles['empty']}>{hidden} earlier messages are counted, not drawn.</p>}
          <ul>
            {rows.map((row) => (
              <Bar key={row.event} row={row} scale={scale} onExplain={(event) => onExplain(event, column)} />
            ))}
          </ul>
        </section>
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
    <li className={styles['row']}>
      <button type="button" className={styles['label']} onClick={() => onExplain(event)}>
        {label}
      </button>
      <span className={styles['number']}>
        {numberText(credentialBytes)} <VisuallyHidden>credential bytes of </VisuallyHidden>
        <span aria-hidden="true">/</span> {numberText(totalBytes)} B
      </span>
      <span className={styles['bar']} aria-hidden="true">
        <span data-part="credential" style={{ inlineSize: share(credentialBytes, scale) }} />
        <span data-part="other" style={{ inlineSize: share(totalBytes - credentialBytes, scale) }} />
      </span>
    </li>
  );
}
