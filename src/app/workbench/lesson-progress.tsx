import { useDeferredValue } from 'react';
import { Chip } from '#kit/chip.tsx';
import { isOwnRow } from '#timeline/added-rows.ts';
import { beatsOf } from '#timeline/beats.ts';
import { betScore } from '#timeline/bets.ts';
import { goalStatus } from '#timeline/goal.ts';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import styles from './lesson-bar.module.css';

/** Which of the lesson’s stops was reached last or that the row is none of the lesson’s, how the bets went, and whether the goal is reached. */
export function LessonProgress() {
  const beats = useTimeline(beatsOf);
  const reached = useTimeline((state) => beatsOf(state).filter(({ index }) => index < state.cursor).length);
  const isOwn = useTimeline(isOwnRow);
  const answered = useTimeline((state) => betScore(state).answered);
  const right = useTimeline((state) => betScore(state).right);
  // A goal is asked of the whole run: once that is on screen.
  const settled = useDeferredValue(useTimeline(comparisonOf));
  const isReached = useTimeline((state) => comparisonOf(state) === settled && goalStatus(state)?.state === 'reached');
  return (
    <span className={styles['progress']}>
      <span className={styles['stop']} data-none={(isOwn && reached === 0) || undefined}>
        {isOwn ? `stop ${reached} of ${beats.length}` : reached > 0 ? `added after stop ${reached}` : 'added'}
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
