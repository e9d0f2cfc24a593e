import type { Column } from '#core/align.ts';
import type { DiagramModel } from '#projections/models.ts';

/**
 * Where everything in the diagram stands, as numbers. One unit is a CSS pixel at a root font of 16 px; `scale` turns units into pixels
 * for larger fonts, so that the diagram grows with the text. Nothing here depends on the cursor.
 */
const UNITS = {
  /** A row with its phase on the spine between two systems. */
  row: 68,
  /** A row of one system alone: its phase stands above it. */
  rowAlone: 84,
  heading: 40,
  /** Lifeline heads, which stay in view while scrolling; of one line, where lifelines stand close. */
  heads: 60,
  headsCompact: 36,
  spine: 104,
  /** The spine between close lifelines: the longest phase fits. */
  spineCompact: 76,
  /** Room kept free at either end of a column. */
  margin: 10,
  /** From a column's edge to its first lifeline, where there is room: a box of common length stands centred on it. */
  first: 90,
  /** That room, at most, as a part of the column. */
  firstShare: 0.19,
  /** A lifeline nearer to its neighbour than this shows one line in its head. */
  compactLane: 92,
} as const;

/**
 * The least at which two systems stand side by side, in CSS pixels: seeing both matters more than letters as large as the text's, so
 * close to it the drawing does not grow with the root font.
 */
const LEAST = {
  /** A column: the longest words of an arrow lose little. */
  column: 264,
  /** Between lifelines. */
  lane: 54,
} as const;

/** The vertical places inside a row, in units from its own top (below its heading). */
interface RowPlaces {
  readonly label: number;
  readonly line: number;
  readonly sublabel: number;
}

export interface ColumnFrame {
  readonly column: Column;
  /** Pixels from the diagram's left edge. */
  readonly x: number;
  readonly width: number;
  /** The lifelines, in pixels from the diagram's left edge. */
  readonly lanes: readonly number[];
  readonly laneWidth: number;
  /** Heads have room for one line. */
  readonly compact: boolean;
}

export interface Frame {
  readonly width: number;
  readonly scale: number;
  /** Both systems with the phases on a spine between them, or one at a time. */
  readonly columns: readonly ColumnFrame[];
  /** null where one system stands alone. */
  readonly spine: { readonly x: number; readonly width: number } | null;
  /** Pixels. */
  readonly rowHeight: number;
  readonly headingHeight: number;
  readonly headsHeight: number;
  /** Pixels from a row's top, below its heading. */
  readonly places: RowPlaces;
}

/**
 * @param width pixels the diagram may fill.
 * @param textScale the root font against 16 px.
 * @param column the system that stands there where only one fits.
 */
export function layFrame(lanes: DiagramModel['lanes'], width: number, textScale: number, column: Column): Frame {
  const { row, rowAlone, heading } = UNITS;
  const least = leastBeside(lanes);
  const beside = width >= least;
  const scale = beside ? Math.min(textScale, Math.max(1, width / least)) : textScale;
  const roomy = beside && placeLanes((width - UNITS.spine * scale) / 2, mostLanes(lanes), scale);
  const spineWidth = beside ? (roomy && !roomy.compact ? UNITS.spine : UNITS.spineCompact) * scale : 0;
  const columnWidth = (width - spineWidth) / (beside ? 2 : 1);
  const frames = (beside ? (['left', 'right'] as const) : [column]).map((name, place) => {
    const x = place * (columnWidth + spineWidth);
    const { first, laneWidth, compact } = placeLanes(columnWidth, lanes[name].length, scale);
    return {
      column: name,
      x,
      width: columnWidth,
      lanes: lanes[name].map((_, index) => x + first + index * laneWidth),
      laneWidth,
      compact,
    };
  });
  const lift = beside ? 0 : rowAlone - row;
  const heads = frames.every(({ compact }) => compact) ? UNITS.headsCompact : UNITS.heads;
  return {
    width,
    scale,
    columns: frames,
    spine: beside ? { x: columnWidth, width: spineWidth } : null,
    rowHeight: (beside ? row : rowAlone) * scale,
    headingHeight: heading * scale,
    headsHeight: heads * scale,
    places: { label: (14 + lift) * scale, line: (35 + lift) * scale, sublabel: (57 + lift) * scale },
  };
}

/** The first lifeline from its column's edge, and the distance between two: the last head ends at the column's margin. */
function placeLanes(columnWidth: number, count: number, scale: number) {
  const margin = UNITS.margin * scale;
  const even = (columnWidth - 2 * margin) / Math.max(1, count);
  const first = Math.max(margin + even / 2, Math.min(UNITS.first * scale, columnWidth * UNITS.firstShare));
  const laneWidth = (columnWidth - margin - first) / Math.max(0.5, count - 0.5);
  return { first, laneWidth, compact: laneWidth < UNITS.compactLane * scale };
}

function mostLanes({ left, right }: DiagramModel['lanes']): number {
  return Math.max(left.length, right.length);
}

/** Pixels at which both systems have room side by side. */
function leastBeside(lanes: DiagramModel['lanes']): number {
  return 2 * Math.max(LEAST.column, mostLanes(lanes) * LEAST.lane + 2 * UNITS.margin) + UNITS.spineCompact;
}

/** The bands of all rows, top to bottom, a row's heading included. */
export interface Bands {
  readonly count: number;
  /** Where the band of that row begins: `total` after the last one. */
  readonly topOf: (index: number) => number;
  readonly total: number;
}

/** Lays nothing out before it is asked: a long run's bands cost what a short one's cost. */
export function layBands(
  { rows, headed }: Pick<DiagramModel, 'rows' | 'headed'>,
  rowHeight: number,
  headingHeight: number,
): Bands {
  const topOf = (index: number): number => index * rowHeight + countBelow(headed, index) * headingHeight;
  return { count: rows.length, topOf, total: topOf(rows.length) };
}

/** How many of these ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  return lastFitting(numbers.length, (count) => (numbers[count - 1] ?? 0) < limit);
}

/** The row whose band holds `y`; the first or last one beyond either end. */
export function rowAt({ count, topOf }: Bands, y: number): number {
  return lastFitting(Math.max(0, count - 1), (index) => topOf(index) <= y);
}

/** The largest whole number of `1…last` that fits, where all below one that fits do so as well; 0 when none does. */
function lastFitting(last: number, fits: (candidate: number) => boolean): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows kept ready beyond either edge, so that scrolling meets no blank. */
const OVERSCAN = 6;

/** The rows `[from, to)` to have in the document for a place of scrolling. */
export function windowOf(
  bands: Bands,
  scrollTop: number,
  viewHeight: number,
): { readonly from: number; readonly to: number } {
  return {
    from: Math.max(0, rowAt(bands, scrollTop) - OVERSCAN),
    to: Math.min(bands.count, rowAt(bands, scrollTop + viewHeight) + OVERSCAN + 1),
  };
}

/**
 * Where to scroll so that a row is in view, or null while it is: a little room above it, and the row after it below.
 * @param viewHeight pixels of the rows in view, the heads not counted.
 */
export function scrollFor(bands: Bands, index: number, scrollTop: number, viewHeight: number): number | null {
  const top = bands.topOf(index);
  const bottom = bands.topOf(index + 1);
  const ahead = Math.min(bottom - top, (viewHeight - (bottom - top)) / 2);
  const last = Math.max(0, bands.total - viewHeight);
  if (top >= scrollTop && Math.min(bottom + Math.max(0, ahead), bands.total) <= scrollTop + viewHeight) return null;
  const wanted = top - Math.max(0, (viewHeight - (bottom - top)) * 0.4);
  const target = Math.round(Math.min(last, Math.max(0, wanted)));
  return target === Math.round(scrollTop) ? null : target;
}
