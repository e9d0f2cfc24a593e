import { parseToken } from '#token/parse.ts';
import { LinkContext, useOwnLink } from './link.ts';
import { LongTokenText } from './long-token-text.tsx';
import { SegmentPanel } from './segment-panel.tsx';
import { TokenText } from './token-text.tsx';
import styles from './token-anatomy.module.css';

export interface TokenAnatomyProps {
  /** A token in any form. It is shown, not verified. */
  readonly text: string;
}

/** Longer texts are drawn in lines, as far as they are in view. */
const LONG = 16_384;

/** A token taken apart: its text, its coloured parts, and what each of them says, all linked. */
export function TokenAnatomy({ text }: TokenAnatomyProps) {
  const link = useOwnLink();
  const token = parseToken(text);
  return (
    <LinkContext value={link}>
      <div className={styles['anatomy']}>
        {text.length > LONG ? <LongTokenText token={token} /> : <TokenText token={token} />}
        {token.segments.map((segment) => (
          <SegmentPanel key={`${segment.name} ${segment.index}`} segment={segment} form={token.form} />
        ))}
      </div>
    </LinkContext>
  );
}
