import type { CellModel } from '#projections/models.ts';
import type { ColumnFrame, Frame } from './layout.ts';
import { placeText, type TextPlace } from './text-place.ts';

export type Arrow = Extract<CellModel, { type: 'arrow' }>;

/** A line from lifeline to lifeline, its words above and below it. Pixels. */
export interface ArrowPlace {
  readonly x1: number;
  /** Where the line ends and its head begins. */
  readonly x2: number;
  readonly y: number;
  /** The three corners of the head. */
  readonly head: string;
  readonly label: TextPlace;
  readonly sublabel: TextPlace | null;
}

/** In units: how far it keeps from its lifelines, and how long its head is. */
const ARROW = { lane: 4, head: 8 } as const;

export function placeArrow(cell: Arrow, column: ColumnFrame, frame: Frame): ArrowPlace {
  const { scale, places } = frame;
  const from = column.lanes[cell.from] ?? column.x;
  const to = column.lanes[cell.to] ?? column.x;
  const way = Math.sign(to - from) || 1;
  const middle = (from + to) / 2;
  const tip = to - way * ARROW.lane * scale;
  const back = tip - way * ARROW.head * scale;
  const half = (ARROW.head / 2) * scale;
  return {
    x1: from + way * ARROW.lane * scale,
    x2: back,
    y: places.line,
    head: `${tip},${places.line} ${back},${places.line - half} ${back},${places.line + half}`,
    label: placeText(cell.label, 'label', middle, column, frame),
    sublabel: cell.sublabel === null ? null : placeText(cell.sublabel, 'sublabel', middle, column, frame),
  };
}
