import { type PointerEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useElementSize } from '#kit/element-size.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { type EncodedPiece, encodedPieces } from './encoded-pieces.ts';
import { EncodedText } from './encoded-text.tsx';
import { choose, hover, type Lit, useLink, useLit } from './link.ts';
import { litByCharacter } from './lit-by-character.ts';
import { useWindow } from './use-window.ts';
import styles from './token-text.module.css';

/** CSS pixels at a root font of 16 px, until it has been measured. */
const CHARACTER = 9;
const LINE = 27;
const COLUMNS_UNMEASURED = 80;

/** A token's text in lines of equal length, of which only those in view are drawn: a megabyte costs no more than a page. */
export function LongTokenText({ token }: { readonly token: ParsedToken }) {
  const link = useLink();
  const lit = useLit();
  const [sizeRef, size] = useElementSize();
  const sample = useRef<HTMLSpanElement>(null);
  const [cell, setCell] = useState({ width: CHARACTER, height: LINE });
  useLayoutEffect(() => {
    const box = size && sample.current?.getBoundingClientRect();
    if (box && box.width > 0) setCell({ width: box.width / SAMPLE.length, height: box.height });
  }, [size]);

  const { text, segments } = token;
  const columns = size ? Math.max(8, Math.floor(size.width / cell.width)) : COLUMNS_UNMEASURED;
  const lines = Math.ceil(text.length / columns);
  const { attach, onScroll, first, end, reveal } = useWindow(lines, cell.height);
  const pieces = encodedPieces(text.length, segments, lit);
  const litStart = lit && lit.from !== 'text' ? (pieces.find((piece) => piece.lit)?.start ?? -1) : -1;
  // Only when another place is lit, not when the window moves.
  const show = useEffectEvent(reveal);
  useEffect(() => {
    if (litStart >= 0) show(Math.floor(litStart / columns));
  }, [litStart, columns]);

  const litAt = (event: PointerEvent<HTMLElement>): Lit | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const line = Math.floor((event.clientY - box.top) / cell.height);
    const column = Math.floor((event.clientX - box.left) / cell.width);
    return column < columns ? litByCharacter(token, line * columns + column) : null;
  };
  return (
    <section
      ref={attach}
      className={styles['scroll']}
      // What scrolls must be reachable by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label="Text of the token"
      onScroll={onScroll}
    >
      <div
        ref={sizeRef}
        className={styles['lines']}
        style={{ blockSize: lines * cell.height, paddingBlockStart: first * cell.height }}
        onPointerMove={(event) => hover(link, litAt(event))}
        onPointerLeave={() => hover(link, null)}
        onPointerDown={(event) => choose(link, litAt(event))}
      >
        <span ref={sample} className={styles['sample']} aria-hidden="true">
          {SAMPLE}
        </span>
        {Array.from({ length: Math.max(0, end - first) }, (_, i) => {
          const start = (first + i) * columns;
          return (
            <div key={start} className={styles['line']} style={{ blockSize: cell.height }}>
              <EncodedText text={text} pieces={cutPieces(pieces, start, Math.min(start + columns, text.length))} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

const SAMPLE = '0'.repeat(40);

function cutPieces(pieces: readonly EncodedPiece[], start: number, end: number): readonly EncodedPiece[] {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => ({ ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) }));
}
