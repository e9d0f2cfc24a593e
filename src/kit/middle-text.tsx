import styles from './middle-text.module.css';

/** Characters at the end that always stay: what tells two ids or two signatures apart. */
const TAIL = 6;

/** A text on one line that gives way in its middle, as far as the room demands and no further. The document holds all of it. */
export function MiddleText({ text, tail: kept }: { readonly text: string; readonly tail?: number }) {
  const length = kept ?? TAIL;
  const tail = text.length > length * 2 ? text.slice(-length) : '';
  return (
    <span className={styles['text']}>
      <span className={styles['head']}>{text.slice(0, text.length - tail.length)}</span>
      {tail && <span className={styles['tail']}>{tail}</span>}
    </span>
  );
}
