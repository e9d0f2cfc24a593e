import { numberText } from '#kit/number-text.ts';
import { Verdict } from '#kit/verdict.tsx';
import type { Candidate, Extraction } from '#token/extract.ts';
import { toVisible } from '#token/visible.ts';
import { useBench } from '../bench.ts';
import { originWords, repairWords } from './extraction-words.ts';
import styles from './taken-note.module.css';

interface TakenProps {
  readonly extraction: Extraction;
  readonly chosen: number;
}

/** What carried a token, what was removed from it, and where there are several a choice. */
export function Taken({ extraction: { candidates, unlisted }, chosen }: TakenProps) {
  const candidate = candidates[chosen];
  if (!candidate) return null;
  return (
    <>
      <Repairs candidate={candidate} />
      {candidates.length > 1 && <Chooser candidates={candidates} chosen={chosen} unlisted={unlisted} />}
    </>
  );
}

function Repairs({ candidate }: { readonly candidate: Candidate }) {
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
      {unlisted > 0 && <p>{`${numberText(unlisted)} more are not listed.`}</p>}
    </fieldset>
  );
}
