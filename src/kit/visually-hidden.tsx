import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

interface VisuallyHiddenProps {
  /** A heading where what follows has one to the eye only by where it stands. */
  readonly as?: 'span' | 'h2';
  readonly children: ReactNode;
}

/** Text for people who listen, not for people who look. */
export function VisuallyHidden({ as, children }: VisuallyHiddenProps) {
  const Element = as ?? 'span';
  return <Element className={styles['hidden']}>{children}</Element>;
}
