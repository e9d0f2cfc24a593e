import type { Comparison } from '#core/align.ts';
import { diagramModel } from '#projections/diagram.ts';
import { beatsOf } from '#timeline/beats.ts';
import { betsOf } from '#timeline/bets.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import styles from './scrubber.module.css';

/** All of the run on one line: its ticks are the beats, the notched ones wait for a bet. */
export function Scrubber() {
  const { seek } = useTimelineActions();
  const cursor = useTimeline((state) => state.cursor);
  const comparison = useTimeline(comparisonOf);
  const beats = useTimeline(beatsOf);
  const bets = useTimeline(betsOf);
  const count = comparison?.steps.length ?? 0;
  const place = (index: number): string => `${(100 * index) / Math.max(1, count)}%`;
  return (
    <div className={styles['scrubber']}>
      <div className={styles['track']} aria-hidden="true">
        <div className={styles['done']} style={{ inlineSize: place(cursor) }} />
        {beats.map(({ beat, index }) => (
          <span
            key={beat.id}
            className={styles['tick']}
            data-done={index < cursor || undefined}
            style={{ insetInlineStart: place(index + 1) }}
          />
        ))}
        {bets.map(({ bet, index }) => (
          <span key={bet.id} className={styles['bet']} style={{ insetInlineStart: place(index) }} />
        ))}
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
