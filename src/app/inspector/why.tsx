import type { Comparison } from '#core/align.ts';
import { Chip } from '#kit/chip.tsx';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import type { Lesson } from '#lessons/lesson.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { changeAt, isOwnRow } from '#timeline/added-rows.ts';
import { beatAt } from '#timeline/beat-at.ts';
import { openingCursor } from '#timeline/places.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { BeatWords } from './beat-words.tsx';
import { comparedText } from './compared-text.ts';
import { Words } from './words.tsx';
import styles from './why.module.css';

// On the first screen a lesson speaks in its own words.
const RowWords = lazyView(() => import('./row-words.tsx').then(({ RowWords: view }) => view));
const OtherRow = lazyView(() => import('./row-words.tsx').then(({ OtherRow: view }) => view));

/** One sentence that says why, the bet that waits, and a short paragraph; before the first beat, what is compared and what is asked. */
export function Why() {
  const lesson = useTimeline((state) => state.lesson);
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  const placed = useTimeline(beatAt);
  const change = useTimeline(changeAt);
  const isOwn = useTimeline(isOwnRow);
  if (!lesson || !comparison) return null;
  const isOpening = cursor === 0 || cursor === openingCursor(comparison, lesson);
  const phase = diagramModel(comparison).rows[cursor - 1]?.phaseName;
  const row = (
    <Part name="What happens here" resetKey={cursor}>
      <RowWords comparison={comparison} index={cursor - 1} />
    </Part>
  );
  return (
    <div className={styles['why']}>
      {phase && placed && <Chip>{phase}</Chip>}
      {change && <Chip tone="outline">added by a change</Chip>}
      {placed && <BeatWords placed={placed} comparison={comparison} index={cursor - 1} row={row} />}
      {change && (
        <>
          <Words title={change.label} text={change.text} />
          {row}
        </>
      )}
      {!placed &&
        !change &&
        (isOpening ? (
          <Opening lesson={lesson} comparison={comparison} />
        ) : (
          <Part name="What happens here" resetKey={cursor}>
            <OtherRow
              comparison={comparison}
              index={cursor - 1}
              text={isOwn ? 'Before the lesson begins. What happens:' : 'Added here, beside the lesson. What happens:'}
            />
          </Part>
        ))}
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
