import { type KeyboardEvent, useRef, useState } from 'react';
import { encodedPieces } from '#anatomy/encoded-pieces.ts';
import { segmentHue, segmentTitle } from '#anatomy/segment-looks.ts';
import { Button } from '#kit/button.tsx';
import { Prose } from '#kit/prose.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { locateCharacter } from '#token/mapping.ts';
import type { CompactJws } from '#token/token-forms.ts';
import { useBench, useBenchState } from '../bench.ts';
import { bitsOfLetter, flipBit } from './flips.ts';
import { TamperVerdict } from './tamper-verdict.tsx';
import { Trial } from './trial.tsx';
import { Twins } from './twins.tsx';
import styles from './tamper-panel.module.css';

/** The attacker's side: turn one bit, and see whether the key notices. */
export function TamperPanel() {
  const token = useBenchState((state) => state.reading?.token ?? null);
  if (token?.form !== 'jws') {
    return <p className={styles['hint']}>There is nothing to tamper with: this needs a signed token in three parts.</p>;
  }
  if (token.text.length > LONGEST) {
    return (
      <p
        className={styles['hint']}
      >{`Only tokens of up to ${LONGEST.toLocaleString('en')} characters can be taken apart bit by bit here.`}</p>
    );
  }
  return <Tamper key={token.text} token={token} />;
}

const LONGEST = 8192;

function Tamper({ token }: { readonly token: CompactJws }) {
  const bench = useBench();
  const [text, setText] = useState(token.text);
  const [at, setAt] = useState(token.payload.start ?? 0);
  const [isLast, setLast] = useState(false);
  const changed = differingOffsets(token.text, text);
  return (
    <div className={styles['panel']}>
      <div className={styles['column']}>
        <Letters token={token} text={text} at={at} onMove={setAt} />
        <Bits token={token} text={text} at={at} onFlip={(bit) => setText(flipBit(text, { offset: at, bit }))} />
        <p className={styles['row']}>
          <Button size="s" disabled={changed.length === 0} onClick={() => setText(token.text)}>
            Undo all
          </Button>
          <Button
            size="s"
            icon="pass"
            disabled={changed.length === 0}
            onClick={() =>
              bench.paste(text, {
                says: `Tampered with at ${changed.length === 1 ? `character ${changed[0]}` : `${changed.length} characters`}.`,
              })
            }
          >
            Read it above
          </Button>
        </p>
      </div>
      <div className={styles['column']}>
        <TamperVerdict text={text} isChanged={changed.length > 0} />
        <Twins
          token={token}
          onPick={(twin) => {
            setText(twin.text);
            setAt(twin.offset);
          }}
        />
        <Button size="s" tone="quiet" aria-expanded={isLast} onClick={() => setLast(!isLast)}>
          {isLast ? 'Hide the trial' : 'Try every bit of it'}
        </Button>
        {isLast && <Trial token={token} />}
      </div>
    </div>
  );
}

function differingOffsets(before: string, after: string): readonly number[] {
  return Array.from(after, (_, offset) => offset).filter((offset) => before[offset] !== after[offset]);
}

interface LettersProps {
  readonly token: CompactJws;
  readonly text: string;
  readonly at: number;
  readonly onMove: (offset: number) => void;
}

/** The token as a row of letters, one of which is under the knife. Arrow keys walk it. */
function Letters({ token, text, at, onMove }: LettersProps) {
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

interface BitsProps {
  readonly token: CompactJws;
  readonly text: string;
  readonly at: number;
  readonly onFlip: (bit: number) => void;
}

/** The six bits of one letter, and the bytes they go into. */
function Bits({ token, text, at, onFlip }: BitsProps) {
  const bits = bitsOfLetter(text.charAt(at));
  const place = locateCharacter(token, at);
  if (bits === null || place?.kind !== 'letter') {
    return <p className={styles['hint']}>A period has no bits to turn. It only separates.</p>;
  }
  const before = bitsOfLetter(token.text.charAt(at));
  const { segment } = place;
  return (
    <div className={styles['bits']} data-hue={segmentHue(segment.name)}>
      <p className={styles['label']}>
        <Prose
          text={`\`${text.charAt(at)}\`, character ${at - (segment.start ?? 0)} of the ${segmentTitle(segment).toLowerCase()}: six bits. Turn one.`}
        />
      </p>
      <div className={styles['switches']}>
        {bits.map((isOne, bit) => {
          const byte = Math.floor((place.bits.start + bit) / 8);
          const isSpare = byte >= segment.bytes.length;
          return (
            <button
              // The bits of a letter never change places.
              key={bit}
              type="button"
              aria-pressed={isOne}
              className={styles['bit']}
              data-spare={isSpare || undefined}
              data-odd={byte % 2 === 1 || undefined}
              data-changed={(before?.[bit] ?? isOne) !== isOne || undefined}
              onClick={() => onFlip(bit)}
            >
              <VisuallyHidden>{`bit ${bit + 1}: `}</VisuallyHidden>
              <span>{isOne ? '1' : '0'}</span>{' '}
              <span className={styles['byte']}>{isSpare ? 'spare' : `byte ${byte}`}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
