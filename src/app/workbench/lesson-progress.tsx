import { useDeferredValue } from 'react';
import { Chip } from '#kit/chip.tsx';
import { beatsOf } from '#timeline/beats.ts';
import { betScore } from '#timeline/bets.ts';
import { goalStatus } from '#timeline/goal.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import styles from './lesson-bar.module.css';

/** Which of the lesson’s stops was reached last, how the bets went, and whether the goal is reached. */
export function LessonProgress() {
  const beats = useTimeline(beatsOf);
  const reached = useTimeline((state) => beatsOf(state).filter(({ index }) => index < state.cursor).length);
  const answered = useTimeline((state) => betScore(state).answered);
  const right = useTimeline((state) => betScore(state).right);
  // A goal is asked of the whole run: once that is on screen.
  const settled = useDeferredValue(useTimeline(comparisonOf));
  const isReached = useTimeline((state) => comparisonOf(state) === settled && goalStatus(state)?.state === 'reached');
  return (
    <span className={styles['progress']}>
      <span className={styles['stop']} data-none={reached === 0 || undefined}>
        {`stop ${reached} of ${beats.length}`}
      </span>
      {answered > 0 && (
        <span className={styles['bets']}>
          <span>bets </span>
          {`${right} of ${answered} right`}
        </span>
      )}
      {isReached && (
        <span>
          <Chip>goal reached</Chip>
        </span>
      )}
    </span>
  );
}
