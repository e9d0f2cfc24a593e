import { type ClipboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { characterAt } from '#anatomy/character-at.ts';
import { type EncodedPiece, encodedPieces } from '#anatomy/encoded-pieces.ts';
import { EncodedText } from '#anatomy/encoded-text.tsx';
import { choose, hover, type Lit, useLink, useLit } from '#anatomy/link.ts';
import { litByCharacter } from '#anatomy/lit-by-character.ts';
import { useBench, useBenchState } from '../bench.ts';
import { alignToken, tokenOffset } from '../reading/alignment.ts';
import type { Reading } from '../reading/reading.ts';
import { isLong } from './long.ts';
import { spreadPieces } from './spread-pieces.ts';
import styles from './token-area.module.css';

export interface TokenAreaProps {
  readonly id: string;
  readonly describedBy: string;
}

/**
 * The field for a paste. The browser's own text area takes the text, the caret and the keys; a copy above it, which the pointer falls
 * through, draws the same characters in their colours. What surrounds the token stays, dimmed.
 */
export function TokenArea({ id, describedBy }: TokenAreaProps) {
  const bench = useBench();
  const link = useLink();
  const lit = useLit();
  const pasted = useBenchState((state) => state.pasted);
  const reading = useBenchState((state) => state.reading);
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A native text area with a megabyte in it is slow: such a text is taken before it gets there.
    const onBeforeInput = (event: InputEvent): void => {
      const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      if (!isLong(text)) return;
      event.preventDefault();
      bench.paste(text);
    };
    const element = area.current;
    element?.addEventListener('beforeinput', onBeforeInput);
    return () => element?.removeEventListener('beforeinput', onBeforeInput);
  }, [bench]);

  useEffect(() => {
    if (lit && lit.from !== 'text' && copy.current) revealLit(copy.current);
  }, [lit]);

  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!isLong(text)) return;
    event.preventDefault();
    bench.paste(text);
  };
  const litAtOffset = (offset: number): Lit | null => (reading ? litAt(reading, pasted, offset) : null);
  const onPointerMove = (event: PointerEvent): void => {
    if (!copy.current || event.pointerType === 'touch') return;
    hover(link, litAtOffset(characterAt(copy.current, { x: event.clientX, y: event.clientY })));
  };

  return (
    <div className={styles['box']} onPointerMove={onPointerMove} onPointerLeave={() => hover(link, null)}>
      <textarea
        ref={area}
        id={id}
        className={styles['area']}
        value={pasted}
        aria-describedby={describedBy}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        onChange={(event) => bench.paste(event.currentTarget.value)}
        onPaste={onPaste}
        onBlur={() => choose(link, null)}
        onSelect={(event) => {
          const { selectionStart } = event.currentTarget;
          if (document.activeElement === event.currentTarget) choose(link, litAtOffset(selectionStart));
        }}
      />
      <div ref={copy} className={styles['copy']} aria-hidden="true">
        <EncodedText text={pasted} pieces={piecesOf(reading, pasted, lit)} />
        {/* A last line break would take no room of its own. */}
        {pasted.endsWith('\n') && ' '}
      </div>
    </div>
  );
}

/** Scrolls the field, and nothing else, as little as it takes. */
function revealLit(copy: HTMLElement): void {
  const box = copy.parentElement;
  const piece = copy.querySelector<HTMLElement>('[data-lit]');
  if (!box || !piece) return;
  const top = piece.offsetTop;
  const end = top + piece.offsetHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (end > box.scrollTop + box.clientHeight) box.scrollTop = Math.min(top, end - box.clientHeight);
}

function piecesOf(reading: Reading | null, pasted: string, lit: Lit | null): readonly EncodedPiece[] {
  const candidate = reading?.extraction.candidates[reading.chosen];
  if (!reading || !candidate) return encodedPieces(pasted.length, [], null);
  const { text, segments } = reading.token;
  return spreadPieces(encodedPieces(text.length, segments, lit), alignToken(pasted, candidate), pasted.length);
}

function litAt({ extraction, chosen, token }: Reading, pasted: string, offset: number): Lit | null {
  const candidate = extraction.candidates[chosen];
  const inToken = candidate ? tokenOffset(alignToken(pasted, candidate), offset) : -1;
  return inToken < 0 ? null : litByCharacter(token, inToken);
}
