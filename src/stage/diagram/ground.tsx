import type { Frame } from './layout.ts';
import styles from './ground.module.css';

interface GroundProps {
  readonly frame: Frame;
  /** Pixels from the top of the diagram, and to the row below its heading. */
  readonly top: number;
  readonly offset: number;
  readonly height: number;
  readonly now: boolean;
}

/** Length of a dash and of the space after it, in units. */
const DASH = 2;
const SPACE = 5;
/** Width of the ink beside the current row, in units. */
const NOW_MARK = 3;

/** What lies under a row: the band of the current one, and the lifelines, whose dashes go on from row to row. */
export function Ground({ frame, top, offset, height, now }: GroundProps) {
  const { width, scale, rowHeight, columns } = frame;
  const rule = offset + rowHeight - 0.5;
  return (
    <>
      {now && <rect y={offset} width={width} height={rowHeight} className={styles['band']} />}
      <line x1={0} x2={width} y1={rule} y2={rule} className={styles['rule']} />
      {columns.flatMap(({ column, lanes }) =>
        lanes.map((x) => (
          <line
            key={`${column}/${x}`}
            x1={x}
            x2={x}
            y1={0}
            y2={height}
            className={styles['lifeline']}
            strokeDasharray={`${DASH * scale} ${SPACE * scale}`}
            strokeDashoffset={top % ((DASH + SPACE) * scale)}
          />
        )),
      )}
      {now && <rect y={offset} width={NOW_MARK * scale} height={rowHeight} className={styles['mark']} />}
    </>
  );
}
