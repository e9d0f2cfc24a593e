import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { numberText } from '#kit/number-text.ts';
import type { CompactJws } from '#token/token-forms.ts';
import { useBench, useBenchState } from '../bench.ts';
import { Bits } from './bits.tsx';
import { flipBit } from './flips.ts';
import { Letters } from './letters.tsx';
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
      >{`Only tokens of up to ${numberText(LONGEST)} characters can be taken apart bit by bit here.`}</p>
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
