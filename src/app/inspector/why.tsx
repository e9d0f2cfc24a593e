import type { Comparison } from '#core/align.ts';
import { Chip } from '#kit/chip.tsx';
import type { Lesson } from '#lessons/lesson.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { changeAt } from '#timeline/added-rows.ts';
import { beatAt, isOwnRow } from '#timeline/beat-at.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { AddedWords } from './added-words.tsx';
import { BeatWords } from './beat-words.tsx';
import { comparedText } from './compared-text.ts';
import { Words } from './words.tsx';
import styles from './why.module.css';

/** One sentence that says why, the bet that waits, and a short paragraph; before the first beat, what is compared and what is asked. */
export function Why() {
  const lesson = useTimeline((state) => state.lesson);
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  const placed = useTimeline(beatAt);
  const change = useTimeline(changeAt);
  const isOwn = useTimeline(isOwnRow);
  if (!lesson || !comparison) return null;
  const phase = diagramModel(comparison).rows[cursor - 1]?.phaseName;
  return (
    <div className={styles['why']}>
      {phase && placed && <Chip>{phase}</Chip>}
      {change && <Chip tone="outline">added by a change</Chip>}
      {placed && <BeatWords beat={placed.beat} comparison={comparison} />}
      {change && <Words title={change.label} text={change.text} />}
      {!placed && !change && isOwn && <Opening lesson={lesson} comparison={comparison} />}
      {!isOwn && !change && <AddedWords comparison={comparison} index={cursor - 1} />}
    </div>
  );
}

function Opening({ lesson, comparison }: { readonly lesson: Lesson; readonly comparison: Comparison }) {
  const { left, right } = comparison;
  return (
    <>
      <p className={styles['compared']}>{comparedText(left.spec.scheme, right.spec.scheme)}</p>
      <Words title={lesson.question} text={lesson.objective} />
      <p className={styles['hint']}>
        Press <kbd>→</kbd> or “Next”. Every arrow is a real request. It takes about {lesson.minutes} minutes.
      </p>
    </>
  );
}
