import { useId } from 'react';
import { CopyButton } from '#kit/copy-button.tsx';
import { currentFragment } from '../opening.ts';
import styles from './share.module.css';

/** The link to exactly this: lesson, systems, settings, changes, step. */
export function Share() {
  const id = useId();
  const link = new URL(currentFragment() ?? '#/', location.href).href;
  return (
    <div className={styles['share']}>
      <p>
        Whoever opens this link sees exactly this step, paused. It holds the lesson, both systems, their settings and
        changes.
      </p>
      <label htmlFor={id} className={styles['label']}>
        Link to this step
      </label>
      <textarea
        id={id}
        className={styles['link']}
        readOnly
        rows={4}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton label="Copy the link" text={() => link} />
    </div>
  );
}
