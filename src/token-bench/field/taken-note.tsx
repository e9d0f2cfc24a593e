import { Verdict } from '#kit/verdict.tsx';
import type { Candidate } from '#token/extract.ts';
import { toVisible } from '#token/visible.ts';
import { useBench, useBenchState } from '../bench.ts';
import { originWords, repairWords } from './extraction-words.ts';
import styles from './taken-note.module.css';

/** Says what was found in the paste, what had to be removed to get at it, and lets the reader choose where there are several. */
export function TakenNote() {
  const reading = useBenchState((state) => state.reading);
  const origin = useBenchState((state) => state.origin);
  if (!reading) return null;
  const { candidates, unlisted } = reading.extraction;
  const candidate = candidates[reading.chosen];
  if (!candidate) return null;
  return (
    <div className={styles['note']}>
      {origin && <p>{origin}</p>}
      <Taken candidate={candidate} />
      {candidates.length > 1 && <Chooser candidates={candidates} chosen={reading.chosen} unlisted={unlisted} />}
    </div>
  );
}

function Taken({ candidate }: { readonly candidate: Candidate }) {
  const from = originWords(candidate);
  const damage = candidate.repairs.filter(({ isDamage }) => isDamage);
  const others = candidate.repairs.filter(({ isDamage }) => !isDamage);
  return (
    <>
      {(from !== null || others.length > 0) && (
        <p>
          {from === null ? 'To read it, the bench ' : `Taken from ${from}`}
          {from !== null && others.length > 0 && '; '}
          {others.map(repairWords).join(', ')}.
        </p>
      )}
      {damage.length > 0 && (
        <p>
          <Verdict kind="warning">Repaired.</Verdict> As pasted, the token is not legal: the bench{' '}
          {damage.map(repairWords).join(', ')}.
        </p>
      )}
    </>
  );
}

interface ChooserProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: number;
  readonly unlisted: number;
}

function Chooser({ candidates, chosen, unlisted }: ChooserProps) {
  const bench = useBench();
  return (
    <fieldset className={styles['chooser']}>
      <legend>{`${candidates.length + unlisted} credentials found. Read which?`}</legend>
      {candidates.map((candidate, index) => (
        <label key={candidate.place.start} className={styles['choice']} data-chosen={index === chosen || undefined}>
          <input type="radio" name="candidate" checked={index === chosen} onChange={() => bench.choose(index)} />
          <span className={styles['start']}>{toVisible(candidate.text, 24)}</span>
          <span className={styles['from']}>{originWords(candidate) ?? `at offset ${candidate.place.start}`}</span>
        </label>
      ))}
      {unlisted > 0 && <p>{`${unlisted.toLocaleString('en')} more are not listed.`}</p>}
    </fieldset>
  );
}
