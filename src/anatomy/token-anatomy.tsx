import { useMemo } from 'react';
import { parseToken } from '#token/parse.ts';
import { SegmentPanel } from './segment-panel.tsx';
import styles from './token-anatomy.module.css';

export interface TokenAnatomyProps {
  /** A token in any form. It is shown, not verified. */
  readonly text: string;
}

/** A token taken apart: its coloured parts, and what each of them says. */
export function TokenAnatomy({ text }: TokenAnatomyProps) {
  const token = useMemo(() => parseToken(text), [text]);
  return (
    <div className={styles['anatomy']}>
      {token.segments.map((segment) => (
        <SegmentPanel key={`${segment.name} ${segment.index}`} segment={segment} form={token.form} />
      ))}
    </div>
  );
}
