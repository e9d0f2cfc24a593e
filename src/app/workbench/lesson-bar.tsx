import { CATALOGUE } from '#lessons/catalogue.ts';
import { Button, IconButton } from '#kit/button.tsx';
import { Chip } from '#kit/chip.tsx';
import { beatAt, beatsOf } from '#timeline/beats.ts';
import { betScore } from '#timeline/bets.ts';
import { goalStatus } from '#timeline/goal.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { openDialog } from '../app-store.ts';
import { LiveChip } from './live-chip.tsx';
import styles from './lesson-bar.module.css';

/** Which lesson, how far, and what was changed. */
export function LessonBar() {
  const { undo, redo } = useTimelineActions();
  const lesson = useTimeline((state) => state.lesson);
  const canUndo = useTimeline((state) => state.past.length > 0);
  const canRedo = useTimeline((state) => state.future.length > 0);
  if (!lesson) return null;
  const number = CATALOGUE.findIndex(({ id }) => id === lesson.id) + 1;
  return (
    <div className={styles['bar']}>
      <div className={styles['title']}>
        <span className={styles['number']}>Lesson {number}</span>
        <h1 className={styles['name']}>{lesson.title}</h1>
        <Progress />
      </div>
      <div className={styles['tools']}>
        <LiveChip />
        {(canUndo || canRedo) && (
          <>
            <Button size="s" onClick={undo} disabled={!canUndo}>
              Undo
            </Button>
            <Button size="s" onClick={redo} disabled={!canRedo}>
              Redo
            </Button>
          </>
        )}
        <IconButton size="s" icon="copy" label="The steps in words" onClick={() => openDialog('words')} />
        <Button size="s" onClick={() => openDialog('lessons')}>
          All lessons
        </Button>
      </div>
    </div>
  );
}

function Progress() {
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
