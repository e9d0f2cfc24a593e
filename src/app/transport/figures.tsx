import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Select } from '#kit/select.tsx';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { SPEEDS, type Speed } from '#timeline/state.ts';
import { ScorePanel } from './score-panel.tsx';
import styles from './transport.module.css';

/** How fast it plays, and what has been counted: behind a button where the screen is small. */
export function Figures() {
  const { setSpeed } = useTimelineActions();
  const speed = useTimeline((state) => state.speed);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="s" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className={styles['toggle']}>
        Score
      </Button>
      <div className={styles['more']} data-open={isOpen || undefined}>
        <Select
          label="Speed"
          value={String(speed)}
          options={SPEEDS.map((value) => ({ value: String(value), label: `${value}×` }))}
          onChange={(value) => setSpeed(Number(value) as Speed)}
        />
        <div className={styles['score']}>
          <ScorePanel />
        </div>
      </div>
    </>
  );
}
