import { useEffect, useRef } from 'react';
import type { Column } from '#core/align.ts';
import { Sides } from '../sides.tsx';
import type { HttpMessagesProps } from './http-props.ts';
import { Message } from './message.tsx';
import styles from './http-messages.module.css';

/** The messages of the exchange in force, as they crossed the wire. The one the row is about is open and in view, the others are folded. */
export function HttpMessages({ view, standing, names, curlOf, onExplainHeader, onAct }: HttpMessagesProps) {
  const messages = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (messages.current && Object.values(standing).includes('acts')) onAct?.(messages.current);
  }, [standing, onAct]);

  const side = (column: Column) => (
    <>
      {view[column].length === 0 && <p className={styles['empty']}>No request yet.</p>}
      {view[column].map((message, index, { length }) => (
        <Message
          key={message.event}
          message={message}
          standing={index === length - 1 ? standing[column] : standing[column] === 'earlier' ? 'earlier' : 'answered'}
          column={column}
          system={names[column]}
          curlOf={curlOf}
          onExplainHeader={onExplainHeader}
        />
      ))}
    </>
  );
  return (
    <div ref={messages}>
      <Sides label="Messages" names={names} side={side} />
    </div>
  );
}
