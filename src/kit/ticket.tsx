import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './ticket.module.css';

/** `xs` is a mark without words, `sm` fits on an arrow, `md` stands alone. */
export type CredentialSize = 'xs' | 'sm' | 'md';

interface TicketProps {
  /** What it is called on the wire: `PHPSESSID`. */
  readonly name: string;
  /** Its number, short enough to print: `9f3c…`. */
  readonly short: string;
  readonly size?: CredentialSize;
}

/** A session id as an object: a paper ticket with notched ends, a perforation, and a number that means nothing by itself. */
export function Ticket({ name, short, size }: TicketProps) {
  return (
    <span className={styles['ticket']} data-size={size ?? 'sm'}>
      <VisuallyHidden>{`Ticket ${name} `}</VisuallyHidden>
      <span className={styles['stub']} aria-hidden="true">
        Nº
      </span>
      <span className={styles['number']}>{short}</span>
    </span>
  );
}
