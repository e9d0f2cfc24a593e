import type { Column } from '#core/align.ts';
import { Icon } from '#kit/icon.tsx';
import type { OpenBet } from './diagram-props.ts';
import type { Frame } from './layout.ts';
import styles from './bet-slot.module.css';

const MARGIN = 8;

/** Where the content of a row would be, while it is being predicted: a way to the bet, and none to the row behind it. */
export function BetSlot({
  bet,
  frame,
  offset,
  names,
}: {
  readonly bet: OpenBet;
  readonly frame: Frame;
  readonly offset: number;
  readonly names: Readonly<Record<Column, string>>;
}) {
  // Alone, a system keeps the place for the other one: there is something to bet on, out of sight.
  const shown = frame.columns.filter(({ column }) => !frame.spine || bet.column === undefined || bet.column === column);
  const isElsewhere = bet.column !== undefined && shown.every(({ column }) => column !== bet.column);
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last) return null;
  const margin = MARGIN * frame.scale;
  // Alone, a system has its phase above the slot.
  const lift = frame.spine ? 0 : 18 * frame.scale;
  return (
    <button
      type="button"
      className={styles['slot']}
      onClick={bet.onPlace}
      style={{
        insetInlineStart: first.x + margin,
        inlineSize: last.x + last.width - first.x - 2 * margin,
        insetBlockStart: offset + margin + lift,
        blockSize: frame.rowHeight - 2 * margin - lift,
      }}
    >
      <span className={styles['half']}>
        {isElsewhere && bet.column ? `${names[bet.column]}: what happens?` : 'What happens here?'}
      </span>
      {first !== last && <span className={styles['spine']} style={{ inlineSize: frame.spine?.width }} />}
      <span className={styles['half']}>
        Place your bet <Icon name="arrow" />
      </span>
    </button>
  );
}
