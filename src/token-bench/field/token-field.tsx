import { useId } from 'react';
import { IconButton } from '#kit/button.tsx';
import { lazyView } from '#kit/lazy-view.tsx';
import { numberText } from '#kit/number-text.ts';
import { Part } from '#kit/part.tsx';
import { useBench, useBenchState } from '../bench.ts';
import { SampleMenu } from '../samples/sample-menu.tsx';
import { isLong } from './long.ts';
import { SizeLine } from './size-line.tsx';
import { TakenNote } from './taken-note.tsx';
import { TokenArea } from './token-area.tsx';
import styles from './token-field.module.css';

/** Few tokens are that long. */
const LongTokenText = lazyView(() => import('#anatomy/long-token-text.tsx').then((module) => module.LongTokenText));

/** Where a token comes in: paste, type, or pick a sample. */
export function TokenField() {
  const bench = useBench();
  const pasted = useBenchState((state) => state.pasted);
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <section className={styles['field']} aria-label="The token">
      <div className={styles['head']}>
        <label htmlFor={id} className={styles['label']}>
          Token
        </label>
        <p id={hintId} className={styles['hint']}>
          paste anything with one in it
        </p>
        <div className={styles['tools']}>
          <SampleMenu />
          <IconButton
            icon="bin"
            label="Clear"
            size="s"
            tone="quiet"
            disabled={pasted === ''}
            onClick={() => bench.paste('')}
          />
        </div>
      </div>
      {isLong(pasted) ? <LongField id={id} describedBy={hintId} /> : <TokenArea id={id} describedBy={hintId} />}
      <TakenNote />
      <SizeLine />
    </section>
  );
}

/** A long text is shown, not edited; the field above it takes another one. */
function LongField({ id, describedBy }: { readonly id: string; readonly describedBy: string }) {
  const bench = useBench();
  const reading = useBenchState((state) => state.reading);
  const length = useBenchState((state) => state.pasted.length);
  return (
    <div className={styles['long']}>
      <textarea
        id={id}
        className={styles['replace']}
        rows={1}
        value=""
        aria-describedby={describedBy}
        spellCheck={false}
        placeholder={`${numberText(length)} characters are shown below. Paste here to replace them.`}
        onChange={(event) => bench.paste(event.currentTarget.value)}
        onPaste={(event) => {
          event.preventDefault();
          bench.paste(event.clipboardData.getData('text/plain'));
        }}
      />
      {reading ? (
        <Part name="The text of the token" fallback={READING}>
          <LongTokenText token={reading.token} />
        </Part>
      ) : (
        READING
      )}
    </div>
  );
}

const READING = <p className={styles['reading']}>Reading…</p>;
