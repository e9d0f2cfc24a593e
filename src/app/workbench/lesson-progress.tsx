import { Chip } from '#kit/chip.tsx';
import { beatAt, beatsOf } from '#timeline/beats.ts';
import { betScore } from '#timeline/bets.ts';
import { goalStatus } from '#timeline/goal.ts';
import { useTimeline } from '#timeline/react.ts';
import styles from './lesson-bar.module.css';

/** How many beats are behind, how the bets went, and whether the goal is reached. */
export function LessonProgress() {
  const beats = useTimeline(beatsOf);
  const beat = useTimeline(beatAt);
  const answered = useTimeline((state) => betScore(state).answered);
  const right = useTimeline((state) => betScore(state).right);
  const goal = useTimeline((state) => goalStatus(state)?.state ?? null);
  const at = beat ? beats.findIndex((placed) => placed.beat.id === beat.beat.id) + 1 : 0;
  return (
    <span className={styles['progress']}>
      <span>{`beat ${at} of ${beats.length}`}</span>
      {answered > 0 && <span>{`bets ${right} of ${answered} right`}</span>}
      {goal === 'reached' && <Chip>goal reached</Chip>}
    </span>
  );
}
