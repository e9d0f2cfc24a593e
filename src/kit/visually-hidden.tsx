import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Text for people who listen, not for people who look. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>;
}
