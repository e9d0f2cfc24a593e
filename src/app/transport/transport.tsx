import { lazy, Suspense, useState } from 'react';
import { Button, IconButton } from '#kit/button.tsx';
import { Select } from '#kit/select.tsx';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { SPEEDS, type Speed } from '#timeline/state.ts';
import { Scrubber } from './scrubber.tsx';
import styles from './transport.module.css';

// It has its place kept: what it counts begins with the first step.
const ScorePanel = lazy(() => import('./score-panel.tsx').then(({ ScorePanel: view }) => ({ default: view })));

/** Every way through time: by step, by play, by hand. */
export function Transport() {
  const actions = useTimelineActions();
  const playing = useTimeline((state) => state.playing);
  const cursor = useTimeline((state) => state.cursor);
  const speed = useTimeline((state) => state.speed);
  const count = useTimeline((state) => comparisonOf(state)?.steps.length ?? 0);
  const [isOpen, setIsOpen] = useState(false);
  const atStart = cursor === 0;
  const atEnd = cursor >= count;
  return (
    <section className={styles['transport']} aria-label="Transport">
      <div className={styles['buttons']}>
        <IconButton icon="first" label="First step" disabled={atStart} onClick={actions.start} />
        <IconButton icon="previous" label="Previous step" disabled={atStart} onClick={actions.back} />
        <IconButton
          icon={playing ? 'pause' : 'play'}
          label={playing ? 'Pause' : 'Play'}
          disabled={atEnd && !playing}
          onClick={playing ? actions.pause : actions.play}
        />
        <Button tone="ink" aria-label="Next step" disabled={atEnd} onClick={actions.next} className={styles['next']}>
          Next
          <span aria-hidden="true">→</span>
        </Button>
        <IconButton icon="last" label="Last step" disabled={atEnd} onClick={actions.end} />
      </div>
      <Scrubber />
      <Button size="s" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className={styles['toggle']}>
        Score
      </Button>
      <div className={styles['more']} data-open={isOpen || undefined}>
        <Select
          label="Speed"
          value={String(speed)}
          options={SPEEDS.map((value) => ({ value: String(value), label: `${value}×` }))}
          onChange={(value) => actions.setSpeed(Number(value) as Speed)}
        />
        <div className={styles['score']}>
          <Suspense>
            <ScorePanel />
          </Suspense>
        </div>
      </div>
    </section>
  );
}
