import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './verdict.module.css';

type VerdictKind = 'valid' | 'warning' | 'wrong';

const ICONS: Readonly<Record<VerdictKind, IconName>> = { valid: 'check', warning: 'warning', wrong: 'cross' };

interface VerdictProps {
  readonly kind: VerdictKind;
  /** The word that says it: `Accepted`, `Expired`. Colour and icon only repeat it. */
  readonly children: ReactNode;
}

/** An icon, a word, and a colour. */
export function Verdict({ kind, children }: VerdictProps) {
  return (
    <span className={styles['verdict']} data-kind={kind}>
      <Icon name={ICONS[kind]} />
      {children}
    </span>
  );
}
