import { COLUMNS, type Comparison } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { stepText } from '#projections/sentences/words.ts';
import { headingIn } from '#projections/wording/headings.ts';
import { useNames } from '../workbench/use-names.ts';
import { Words } from './words.tsx';
import styles from './why.module.css';

interface AddedWordsProps {
  readonly comparison: Comparison;
  /** Which row, from 0 on. */
  readonly index: number;
}

/** A row of something that was done here by hand: no lesson has words for it, so the run's own say what happened on each side. */
export function AddedWords({ comparison, index }: AddedWordsProps) {
  const names = useNames();
  const step = comparison.steps[index];
  const text = stepText(comparison, index);
  if (!step || !text) return null;
  return (
    <>
      <Words
        title={headingIn(comparison, step.intent) ?? text.phaseName}
        text="Added here, beside the lesson. What happens:"
      />
      {COLUMNS.map((column) => (
        <p
          key={column}
          className={styles['side']}
          data-credential={SCHEME_TEXTS[comparison[column].spec.scheme].credential}
        >
          <strong>{names[column]}.</strong> {text[column]}
        </p>
      ))}
    </>
  );
}
