import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { useBenchState } from '../bench.ts';
import styles from './taken-note.module.css';

/** Most tokens come alone. */
const Taken = lazyView(() => import('./taken.tsx').then((module) => module.Taken));

/** Says where a token came from, what was found in the paste, and what had to be removed to get at it. */
export function TakenNote() {
  const reading = useBenchState((state) => state.reading);
  const origin = useBenchState((state) => state.origin);
  if (!reading) return null;
  const { candidates } = reading.extraction;
  const candidate = candidates[reading.chosen];
  if (!candidate) return null;
  const isAlone = candidates.length === 1 && candidate.carrier === 'whole' && candidate.repairs.length === 0;
  return (
    <div className={styles['note']}>
      {origin && <p>{origin}</p>}
      {!isAlone && (
        <Part name="What was taken from the paste">
          <Taken extraction={reading.extraction} chosen={reading.chosen} />
        </Part>
      )}
    </div>
  );
}
