import { addedRows } from '#timeline/added-rows.ts';
import { beatsOf } from '#timeline/beats.ts';
import { betsOf } from '#timeline/bets.ts';
import { useTimeline } from '#timeline/react.ts';
import styles from './scrubber.module.css';

export interface TicksProps {
  /** Where a cursor stands on the line: `12.5%`. */
  readonly place: (cursor: number) => string;
  readonly cursor: number;
}

/** The beats on the line, round ones where what was added begins; the notched ones wait for a bet. */
export function Ticks({ place, cursor }: TicksProps) {
  const beats = useTimeline(beatsOf);
  const added = useTimeline(addedRows);
  const bets = useTimeline(betsOf);
  return (
    <>
      {beats.map(({ beat, index }) => (
        <span
          key={beat.id}
          className={styles['tick']}
          data-done={index < cursor || undefined}
          style={{ insetInlineStart: place(index + 1) }}
        />
      ))}
      {added.map((index) => (
        <span
          key={index}
          className={styles['tick']}
          data-added=""
          data-done={index < cursor || undefined}
          style={{ insetInlineStart: place(index + 1) }}
        />
      ))}
      {bets.map(({ bet, index }) => (
        <span key={bet.id} className={styles['bet']} style={{ insetInlineStart: place(index) }} />
      ))}
    </>
  );
}
