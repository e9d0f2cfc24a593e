import type { DiagramModel, Lane } from '#projections/models.ts';
import type { ColumnFrame, Frame } from './layout.ts';
import styles from './heads.module.css';

/** Who stands at the top of each lifeline. They stay in view while the rows scroll. */
export function Heads({ lanes, frame }: { readonly lanes: DiagramModel['lanes']; readonly frame: Frame }) {
  return (
    <div className={styles['heads']} style={{ blockSize: frame.headsHeight, fontSize: 16 * frame.scale }}>
      {frame.spine && (
        <span className={styles['spine']} style={{ insetInlineStart: frame.spine.x, inlineSize: frame.spine.width }} />
      )}
      {frame.columns.map((column) =>
        lanes[column.column].map((lane, index) => (
          <Head
            key={`${column.column}/${lane.actor}/${lane.kind}`}
            lane={lane}
            x={column.lanes[index] ?? 0}
            column={column}
          />
        )),
      )}
    </div>
  );
}

function Head({ lane, x, column }: { readonly lane: Lane; readonly x: number; readonly column: ColumnFrame }) {
  const { title, subtitle } = lane;
  return (
    <span
      className={styles['place']}
      style={{ insetInlineStart: x - column.laneWidth / 2, inlineSize: column.laneWidth }}
      title={`${title}, ${subtitle}`}
    >
      <span className={styles['head']} data-kind={lane.kind} data-compact={column.compact || undefined}>
        {column.compact ? (
          <span className={styles['title']}>{lane.kind === 'browser' ? lane.actor : title}</span>
        ) : (
          <>
            <span className={styles['title']}>{title}</span>
            <span className={styles['subtitle']}>{subtitle}</span>
          </>
        )}
      </span>
    </span>
  );
}
