import type { ReactNode } from 'react';
import styles from './chip.module.css';

interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'ticket' | 'now' | 'outline';
}

/** A word or two set apart: a phase, a count, a state. Never a button. */
export function Chip({ children, tone }: ChipProps) {
  return (
    <span className={styles['chip']} data-tone={tone ?? 'plain'}>
      {children}
    </span>
  );
}
