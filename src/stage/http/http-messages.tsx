import { useEffect, useRef } from 'react';
import type { Column } from '#core/align.ts';
import { showIn } from '#kit/show-in.ts';
import { Sides } from '../sides.tsx';
import type { HttpMessagesProps } from './http-props.ts';
import { Message } from './message.tsx';
import styles from './http-messages.module.css';

/** Pixels that a side’s name takes at either edge. */
const ROOM = 32;

/** The messages of the exchange in force, as they crossed the wire. The one the row is about is open and in view, the others are folded. */
export function HttpMessages({ view, standing, names, curlOf, onExplainHeader }: HttpMessagesProps) {
  const messages = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (messages.current && Object.values(standing).includes('acts')) showNow(messages.current);
  }, [standing]);

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

/** Where both sides act, a reader who has the second in view keeps it. */
function showNow(messages: Element): void {
  const scroller = messages.closest('[role="tabpanel"]');
  const [first, second] = messages.querySelectorAll('[data-standing="acts"]');
  if (!scroller || !first) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const isAt = (message: Element): boolean => {
    const at = message.getBoundingClientRect();
    return at.top >= top && at.top + 2 * ROOM <= bottom;
  };
  const shown = second && !isAt(first) && isAt(second) ? second : first;
  showIn(scroller, shown, (shown.closest('section') ?? shown).getBoundingClientRect().top - ROOM, ROOM);
}
