import { COLUMNS, type Comparison } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { stepText } from '#projections/sentences/words.ts';
import { headingIn } from '#projections/wording/headings.ts';
import { useNames } from '../workbench/use-names.ts';
import { Words } from './words.tsx';
import styles from './why.module.css';

interface RowWordsProps {
  readonly comparison: Comparison;
  /** Which row, from 0 on. */
  readonly index: number;
}

/** What happens in a row on each side, in the run's own words: the lesson's are about an earlier one. */
export function RowWords({ comparison, index }: RowWordsProps) {
  const names = useNames();
  const text = stepText(comparison, index);
  if (!text) return null;
  return (
    <div className={styles['row']}>
      {text.left === text.right ? (
        <p>{text.left}</p>
      ) : (
        COLUMNS.map((column) => (
          <p key={column}>
            <strong>{names[column]}.</strong> {text[column]}
          </p>
        ))
      )}
    </div>
  );
}

/** A row that no lesson has words for: the run's own say all there is. */
export function OtherRow({ comparison, index, text }: RowWordsProps & { readonly text: string }) {
  const names = useNames();
  const step = comparison.steps[index];
  const said = stepText(comparison, index);
  if (!step || !said) return null;
  return (
    <>
      <Words title={headingIn(comparison, step.intent) ?? said.phaseName} text={text} />
      {COLUMNS.map((column) => (
        <p
          key={column}
          className={styles['side']}
          data-credential={SCHEME_TEXTS[comparison[column].spec.scheme].credential}
        >
          <strong>{names[column]}.</strong> {said[column]}
        </p>
      ))}
    </>
  );
}
