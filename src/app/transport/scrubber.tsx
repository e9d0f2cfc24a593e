import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import type { Comparison } from '#core/align.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import styles from './scrubber.module.css';

const Ticks = lazyView(() => import('./ticks.tsx').then(({ Ticks: view }) => view));

/** All of the run on one line. */
export function Scrubber() {
  const { seek } = useTimelineActions();
  const cursor = useTimeline((state) => state.cursor);
  const comparison = useTimeline(comparisonOf);
  const count = comparison?.steps.length ?? 0;
  const place = (at: number): string => `${(100 * at) / Math.max(1, count)}%`;
  return (
    <div className={styles['scrubber']}>
      <div className={styles['track']} aria-hidden="true">
        <div className={styles['done']} style={{ inlineSize: place(cursor) }} />
        <Part name="The ticks">
          <Ticks place={place} cursor={cursor} />
        </Part>
      </div>
      <input
        type="range"
        className={styles['input']}
        aria-label="Timeline"
        aria-valuetext={comparison ? valueText(comparison, cursor) : 'No run yet'}
        min={0}
        max={count}
        step={1}
        value={cursor}
        disabled={count === 0}
        onChange={(event) => seek(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

function valueText(comparison: Comparison, cursor: number): string {
  const { length } = comparison.steps;
  const row = diagramModel(comparison).rows[cursor - 1];
  return row ? `Step ${cursor} of ${length}: ${row.phaseName}` : `Before the first of ${length} steps`;
}
