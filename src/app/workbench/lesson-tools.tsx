import { Button, IconButton } from '#kit/button.tsx';
import { useTimeline } from '#timeline/react.ts';
import type { Turn } from '#timeline/state.ts';
import { openDialog } from '../app-store.ts';
import { BranchesButton } from '../branches/branches-button.tsx';
import { turn, turnWords } from '../branches/turning.ts';
import { DropPlace } from '../files/drop-place.tsx';
import styles from './lesson-bar.module.css';
import { LiveChip } from './live-chip.tsx';
import { Said } from './said.tsx';

/** Whether the runs are live, the way back from a change, and the other lessons. */
export function LessonTools() {
  const undone = useTimeline((state) => turnWords(state, 'undo'));
  const redone = useTimeline((state) => turnWords(state, 'redo'));
  return (
    <>
      {(undone !== null || redone !== null) && (
        <>
          <TurnButton way="undo" name="Undo" words={undone} />
          <TurnButton way="redo" name="Redo" words={redone} />
        </>
      )}
      <BranchesButton />
      <LiveChip />
      <IconButton size="s" icon="words" label="The steps in words" onClick={() => openDialog('words')} />
      <Button size="s" className={styles['lessons']} aria-label="All lessons" onClick={() => openDialog('lessons')}>
        <span>All lessons</span>
      </Button>
      <Said />
      <DropPlace />
    </>
  );
}

interface TurnButtonProps {
  readonly way: Turn;
  readonly name: string;
  /** What it would take or bring back; null when there is nothing. */
  readonly words: string | null;
}

/** Never `disabled`: whoever has just pressed it keeps the focus on it. */
function TurnButton({ way, name, words }: TurnButtonProps) {
  const label = words === null ? name : `${name}: ${words}`;
  return (
    <Button
      size="s"
      className={styles['turn']}
      data-way={way}
      title={label}
      aria-label={label}
      aria-disabled={words === null}
      onClick={() => turn(way)}
    >
      <span>{name}</span>
    </Button>
  );
}
