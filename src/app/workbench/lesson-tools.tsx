import { Button, IconButton } from '#kit/button.tsx';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { openDialog } from '../app-store.ts';
import { LiveChip } from './live-chip.tsx';

/** Whether the runs are live, the way back from a change, and the other lessons. */
export function LessonTools() {
  const { undo, redo } = useTimelineActions();
  const canUndo = useTimeline((state) => state.past.length > 0);
  const canRedo = useTimeline((state) => state.future.length > 0);
  return (
    <>
      {(canUndo || canRedo) && (
        <>
          {/* Never `disabled`: whoever has just pressed one keeps the focus on it. */}
          <Button size="s" onClick={undo} aria-disabled={!canUndo}>
            Undo
          </Button>
          <Button size="s" onClick={redo} aria-disabled={!canRedo}>
            Redo
          </Button>
        </>
      )}
      <LiveChip />
      <IconButton size="s" icon="words" label="The steps in words" onClick={() => openDialog('words')} />
      <Button size="s" onClick={() => openDialog('lessons')}>
        All lessons
      </Button>
    </>
  );
}
