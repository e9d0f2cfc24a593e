import type { CellModel } from '#projections/models.ts';
import type { ColumnFrame, Frame } from './layout.ts';
import { clip, EDGE, FONT, keepInside, monoWidth, placeText, sansWidth, textAt, type TextPlace } from './text-place.ts';

export type Box = Extract<CellModel, { type: 'box' }>;

export interface IconPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** An act in a frame on its lifeline. Pixels. */
export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The act's icon; the credential's mark begins there instead if there is one. */
  readonly icon: IconPlace;
  /** Where the outcome's icon stands, if there is one. */
  readonly outcome: IconPlace | null;
  readonly label: TextPlace;
  readonly sublabel: TextPlace | null;
  /** What does not happen here, beside the box; it is part of the sublabel where there is no room. */
  readonly aside: TextPlace | null;
}

/** In units. */
export const BOX = { height: 26, padding: 9, icon: 14, mark: 22, gap: 6, aside: 12 } as const;

export function placeBox(cell: Box, column: ColumnFrame, frame: Frame): BoxPlace {
  const { scale, places } = frame;
  const font = FONT.label * scale;
  const iconRoom = (cell.credential ? BOX.mark : BOX.icon) + BOX.gap;
  const outcomeRoom = cell.ok === null || cell.act === 'decide' ? 0 : BOX.icon + BOX.gap;
  const fixed = (2 * BOX.padding + iconRoom + outcomeRoom) * scale;
  const room = column.width - 2 * EDGE * scale;
  const text = clip(cell.label, room - fixed, font);
  const width = fixed + monoWidth(text, font);

  const middle = column.lanes[cell.lane] ?? column.x;
  const x = keepInside(middle, width, column, scale) - width / 2;
  const aside = cell.aside === null ? null : placeAside(cell.aside, x, width, column, scale);

  const size = BOX.icon * scale;
  const iconY = places.line - size / 2;
  const labelX = x + (BOX.padding + iconRoom) * scale + monoWidth(text, font) / 2;
  const below = aside ? cell.sublabel : joined(cell.aside, cell.sublabel);
  return {
    x,
    y: places.line - (BOX.height / 2) * scale,
    width,
    height: BOX.height * scale,
    icon: { x: x + BOX.padding * scale, y: iconY, size },
    outcome: outcomeRoom ? { x: x + width - BOX.padding * scale - size, y: iconY, size } : null,
    label: textAt(text, labelX, places.line, font, monoWidth(text, font)),
    sublabel: below === null ? null : placeText(below, 'sublabel', x + width / 2, column, frame),
    aside: aside && textAt(aside.text, aside.x, places.line, FONT.gap * scale, aside.width),
  };
}

/** Right of its box, or else left of it; null where it fits on neither side. */
function placeAside(text: string, x: number, box: number, column: ColumnFrame, scale: number) {
  const width = sansWidth(text, FONT.gap * scale);
  const wanted = width + BOX.aside * scale;
  const edge = EDGE * scale;
  if (x + box + wanted <= column.x + column.width - edge) return { text, width, x: x + box + wanted - width / 2 };
  if (x - wanted >= column.x + edge) return { text, width, x: x - wanted + width / 2 };
  return null;
}

function joined(one: string | null, other: string | null): string | null {
  return one !== null && other !== null ? `${one} · ${other}` : (one ?? other);
}
