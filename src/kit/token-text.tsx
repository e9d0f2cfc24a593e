import { MiddleText } from './middle-text.tsx';
import styles from './token-text.module.css';

/** Characters of a segment's end that stay on a line. */
const SEGMENT_TAIL = 3;
const PARTS = ['header', 'payload', 'signature'] as const;

interface TokenTextProps {
  /** Three segments with dots between them. */
  readonly text: string;
  /** On one line, each segment cut in its middle; otherwise it wraps anywhere. */
  readonly oneLine?: boolean;
}

/** The characters of a JWT, its three parts in three colours, each with its own line under it. */
export function TokenText({ text, oneLine }: TokenTextProps) {
  const [header, payload, ...signature] = text.split('.');
  const segments = [header ?? '', payload ?? '', signature.join('.')];
  return (
    <span className={oneLine ? styles['line'] : styles['wrapped']}>
      {PARTS.map((part, index) => (
        <span key={part} className={styles['part']}>
          {index > 0 && <span className={styles['dot']}>.</span>}
          <span className={styles['segment']} data-part={part}>
            {oneLine ? <MiddleText text={segments[index] ?? ''} tail={SEGMENT_TAIL} /> : segments[index]}
          </span>
        </span>
      ))}
    </span>
  );
}
