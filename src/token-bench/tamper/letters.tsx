import { type KeyboardEvent, useRef } from 'react';
import { encodedPieces } from '#anatomy/encoded-pieces.ts';
import type { CompactJws } from '#token/token-forms.ts';
import styles from './tamper-panel.module.css';

export interface LettersProps {
  readonly token: CompactJws;
  readonly text: string;
  readonly at: number;
  readonly onMove: (offset: number) => void;
}

/** The token as a row of letters, one of which is under the knife. Arrow keys walk it. */
export function Letters({ token, text, at, onMove }: LettersProps) {
  const letters = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(text.length - 1, at + step));
    onMove(next);
    const letter = letters.current?.children[next];
    if (letter instanceof HTMLElement) letter.focus();
  };
  const pieces = encodedPieces(text.length, token.segments, null);
  return (
    // One letter inside takes the focus at a time.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={letters}
      role="toolbar"
      aria-label="Characters of the token"
      className={styles['letters']}
      onKeyDown={onKeyDown}
    >
      {Array.from(text, (letter, offset) => {
        const hue = pieces.find(({ end }) => offset < end)?.hue ?? undefined;
        return (
          <button
            key={offset}
            type="button"
            tabIndex={offset === at ? 0 : -1}
            aria-pressed={offset === at}
            aria-label={`character ${offset}, ${letter}`}
            className={styles['letter']}
            data-hue={hue}
            data-changed={token.text[offset] !== letter || undefined}
            onClick={() => onMove(offset)}
          >
            {letter}
          </button>
        );
      })}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 16, ArrowUp: -16 };
