import { type PointerEvent, useRef } from 'react';
import type { ParsedToken } from '#token/token-forms.ts';
import { characterAt } from './character-at.ts';
import { encodedPieces } from './encoded-pieces.ts';
import { EncodedText } from './encoded-text.tsx';
import { choose, hover, type Lit, useLink, useLit } from './link.ts';
import { litByCharacter } from './lit-by-character.ts';
import styles from './token-text.module.css';

/** A token's text in the colours of its parts, linked to the other views by pointer and touch. For tokens of ordinary length. */
export function TokenText({ token }: { readonly token: ParsedToken }) {
  const link = useLink();
  const lit = useLit();
  const text = useRef<HTMLParagraphElement>(null);
  const litAt = (event: PointerEvent): Lit | null =>
    text.current ? litByCharacter(token, characterAt(text.current, { x: event.clientX, y: event.clientY })) : null;
  return (
    <p
      ref={text}
      className={styles['text']}
      onPointerMove={(event) => hover(link, litAt(event))}
      onPointerLeave={() => hover(link, null)}
      onPointerDown={(event) => choose(link, litAt(event))}
    >
      <EncodedText text={token.text} pieces={encodedPieces(token.text.length, token.segments, lit)} />
    </p>
  );
}
