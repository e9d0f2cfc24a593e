import { COLUMNS } from '#core/align.ts';
import type { HttpMessagesProps } from './http-props.ts';
import { Message } from './message.tsx';
import styles from './http-messages.module.css';

/** The messages of the exchange in force, as they crossed the wire. */
export function HttpMessages({ view, names, curlOf, onExplainHeader }: HttpMessagesProps) {
  return (
    <div className={styles['sides']}>
      {COLUMNS.map((column) => (
        <section key={column} aria-label={`Messages, ${names[column]}`} className={styles['side']}>
          <h3 className={styles['name']}>{names[column]}</h3>
          {view[column].length === 0 && <p className={styles['empty']}>No request yet.</p>}
          {view[column].map((message) => (
            <Message
              key={message.event}
              message={message}
              curl={message.direction === 'request' ? () => curlOf(message.event, column) : null}
              onExplainHeader={(name, event) => onExplainHeader(name, event, column)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}
