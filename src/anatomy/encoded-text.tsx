import type { CSSProperties } from 'react';
import { classNames } from '#kit/class-names.ts';
import type { EncodedPiece } from './encoded-pieces.ts';
import styles from './encoded-text.module.css';

export interface EncodedTextProps {
  readonly text: string;
  /** In order, without gaps. */
  readonly pieces: readonly EncodedPiece[];
}

/** A token's characters in the colours of their parts. What is lit is tinted, a shared character only as far as it belongs. */
export function EncodedText({ text, pieces }: EncodedTextProps) {
  return pieces.map(({ start, end, hue, lit }) => (
    <span
      key={start}
      className={classNames(styles['piece'], lit && styles['lit'])}
      data-hue={hue ?? undefined}
      data-lit={lit ? true : undefined}
      style={lit && (lit[0] > 0 || lit[1] < 1) ? splitStyle(lit) : undefined}
    >
      {text.slice(start, end)}
    </span>
  ));
}

/** Hard stops, not a blend: so many of the six bits belong. */
function splitStyle([from, to]: readonly [number, number]): CSSProperties {
  return { '--from': `${from * 100}%`, '--to': `${to * 100}%` } as CSSProperties;
}
