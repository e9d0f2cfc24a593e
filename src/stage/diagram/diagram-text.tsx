import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import type { DiagramTextProps } from './diagram-props.ts';
import styles from './diagram-text.module.css';

/** Steps listed at first, and how many more at a time. */
const PAGE = 40;

/** The diagram in words: an ordered list that follows the steps and holds those reached, the latest at its end. */
export function DiagramText({ model, k, rowText, reveal }: DiagramTextProps) {
  const [pages, setPages] = useState(1);
  const end = reveal === 'all' ? model.rows.length : Math.min(k, model.rows.length);
  const from = Math.max(0, end - PAGE * pages);
  if (end === 0) return <p className={styles['empty']}>Nothing has happened yet.</p>;
  return (
    <>
      {from > 0 && (
        <Button size="s" onClick={() => setPages(pages + 1)}>
          {`Show ${Math.min(PAGE, from)} earlier steps`}
        </Button>
      )}
      <ol className={styles['steps']} start={from + 1} aria-label="Steps in words">
        {model.rows.slice(from, end).map((row) => (
          <li key={row.id} className={styles['step']} aria-current={row.index === k - 1 ? 'step' : undefined}>
            {row.heading !== null && <strong className={styles['heading']}>{row.heading}</strong>}
            {rowText(row.index)}
          </li>
        ))}
      </ol>
    </>
  );
}
