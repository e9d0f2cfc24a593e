import type { Column } from '#core/align.ts';
import { Sides } from '../sides.tsx';
import type { HttpMessagesProps } from './http-props.ts';
import { Message } from './message.tsx';
import styles from './http-messages.module.css';

/** The messages of the exchange in force, as they crossed the wire. */
export function HttpMessages({ view, names, curlOf, onExplainHeader }: HttpMessagesProps) {
  const side = (column: Column) => (
    <>
      {view[column].length === 0 && <p className={styles['empty']}>No request yet.</p>}
      {view[column].map((message) => (
        <Message
          key={message.event}
          message={message}
          column={column}
          curlOf={curlOf}
          onExplainHeader={onExplainHeader}
        />
      ))}
    </>
  );
  return <Sides label="Messages" names={names} side={side} />;
}
