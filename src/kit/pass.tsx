import type { CredentialSize } from './ticket.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './pass.module.css';

export interface PassProps {
  /** What it is called: `access_token`. */
  readonly name: string;
  /** What the three fields say, short: `HS256`, `id 42`, `sig`. */
  readonly fields: readonly [header: string, payload: string, signature: string];
  readonly size?: CredentialSize;
}

/** A JWT as an object: a boarding pass in three bordered fields, everything printed on it. */
export function Pass({ name, fields: [header, payload, signature], size }: PassProps) {
  return (
    <span className={styles['pass']} data-size={size ?? 'sm'}>
      <VisuallyHidden>{`Pass ${name}: `}</VisuallyHidden>
      <span className={styles['field']} data-part="header">
        <span>{header}</span>
      </span>
      <span className={styles['field']} data-part="payload">
        <span>{payload}</span>
      </span>
      <span className={styles['field']} data-part="signature">
        <span>{signature}</span>
      </span>
    </span>
  );
}
