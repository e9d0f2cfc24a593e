import { packetAnchor, useAnchor } from '#kit/anchors.ts';
import { Credential } from '#kit/credential.tsx';
import type { CellModel } from '#projections/models.ts';
import { placeArrow } from './arrow-place.ts';
import { placeBox } from './box-place.ts';
import type { ColumnFrame, Frame } from './layout.ts';
import { placeMark, placePacket } from './packet-place.ts';
import styles from './packet.module.css';

interface PacketProps {
  readonly cell: CellModel;
  readonly column: ColumnFrame;
  readonly frame: Frame;
  /** Pixels from the row's top to the cell's. */
  readonly offset: number;
  readonly now: boolean;
}

/**
 * The credential where it rests. On the current row it is the object itself, and named for the flight: `data-travel` says how far
 * away it set out, `data-double` is the whole of it where only its mark fits. On earlier rows a mark stays behind.
 */
export function Packet({ cell, column, frame, offset, now }: PacketProps) {
  const anchor = useAnchor(now ? packetAnchor(column.column) : null);
  if (cell.type === 'gap' || !cell.credential) return null;
  const place =
    cell.type === 'arrow'
      ? placePacket(placeArrow(cell, column, frame), cell.credential, now, column, frame.scale)
      : placeMark(placeBox(cell, column, frame), frame.scale);
  return (
    <span
      className={styles['place']}
      style={{ insetInlineStart: place.x, insetBlockStart: offset + place.y }}
      aria-hidden="true"
    >
      <span ref={anchor} className={styles['packet']} data-travel={place.travel}>
        <Credential credential={cell.credential} size={place.whole ? 'sm' : 'xs'} />
        {now && !place.whole && (
          <span className={styles['double']} data-double>
            <Credential credential={cell.credential} />
          </span>
        )}
      </span>
    </span>
  );
}
