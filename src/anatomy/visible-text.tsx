import { numberText } from '#kit/number-text.ts';
import { type HiddenKind, visiblePieces } from '#token/visible.ts';
import styles from './visible-text.module.css';

export interface VisibleTextProps {
  /** Text from a stranger, as it is. */
  readonly text: string;
  /** Characters after which it is cut, with a word about the rest. */
  readonly limit?: number;
}

const LIMIT = 400;

const WHAT_IT_IS: Readonly<Record<HiddenKind, string>> = {
  control: 'a control character',
  bidi: 'a character that changes the direction of text',
  invisible: 'an invisible character',
  space: 'an unusual space',
  surrogate: 'half of a character',
};

/** Text as text: what hides, reorders or imitates nothing is written as a marked escape, and cannot touch its neighbours. */
export function VisibleText(props: VisibleTextProps) {
  const { text } = props;
  const limit = props.limit ?? LIMIT;
  const shown = text.length > limit ? text.slice(0, cutAt(text, limit)) : text;
  return (
    <bdi className={styles['text']}>
      {visiblePieces(shown).map((piece, index) =>
        piece.hidden === null ? (
          piece.text
        ) : (
          // Pieces of one text never change places.
          <span key={index} className={styles['hidden']} title={WHAT_IT_IS[piece.hidden]}>
            {piece.text}
          </span>
        ),
      )}
      {shown.length < text.length && (
        <span className={styles['rest']}>{`… ${numberText(text.length)} characters in all`}</span>
      )}
    </bdi>
  );
}

/** Never between the two halves of a character. */
function cutAt(text: string, limit: number): number {
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}
