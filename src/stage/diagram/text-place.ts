import type { ColumnFrame, Frame } from './layout.ts';

/** Atkinson Hyperlegible Mono: every character is this many times the font size wide. */
export const MONO_ADVANCE = 0.632;
/** The sans, on average; nothing is placed by it that may not overlap a little. */
const SANS_ADVANCE = 0.52;
/** From the middle of a capital letter to its baseline. */
const HALF_CAPITAL = 0.334;
/** Units kept free at either edge of a column. */
export const EDGE = 8;

/** In units. Diagram text is never smaller than 12. */
export const FONT = { label: 13, sublabel: 12, gap: 13 } as const;

/** A line of text with the paper under it: lifelines and arrows never run through its letters. Pixels. */
export interface TextPlace {
  readonly text: string;
  /** Its middle. */
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly patch: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A label or sublabel as near to `middle` as the column allows, shortened where it must be. */
export function placeText(
  text: string,
  kind: 'label' | 'sublabel',
  middle: number,
  column: ColumnFrame,
  { scale, places }: Frame,
): TextPlace {
  const size = FONT[kind] * scale;
  const shown = clip(text, column.width - 8 * scale, size);
  const width = monoWidth(shown, size);
  return textAt(shown, keepInside(middle, width + 6 * scale, column, scale), places[kind], size, width);
}

/** A gap's words, in the middle of the column. */
export function placeGap(label: string, column: ColumnFrame, { scale, places }: Frame): TextPlace {
  const size = FONT.gap * scale;
  const width = sansWidth(label, size);
  return textAt(label, keepInside(column.x + column.width / 2, width, column, scale), places.line, size, width);
}

export function textAt(text: string, x: number, middle: number, size: number, wide: number): TextPlace {
  const width = wide + size * 0.5;
  const height = size * 1.25;
  return {
    text,
    x,
    baseline: middle + size * HALF_CAPITAL,
    size,
    patch: { x: x - width / 2, y: middle - height / 2, width, height },
  };
}

export function monoWidth(text: string, size: number): number {
  return text.length * size * MONO_ADVANCE;
}

export function sansWidth(text: string, size: number): number {
  return text.length * size * SANS_ADVANCE;
}

/** As many characters as fit; where some do not, an ellipsis stands for the middle ones: either end says more. */
export function clip(text: string, room: number, size: number): string {
  const most = Math.max(1, Math.floor(room / (size * MONO_ADVANCE)));
  if (text.length <= most) return text;
  const end = Math.floor((most - 1) * 0.4);
  return `${text.slice(0, most - 1 - end)}…${text.slice(text.length - end)}`;
}

/** The middle of something that wide, moved no further than keeps it inside its column. */
export function keepInside(middle: number, width: number, column: ColumnFrame, scale: number): number {
  const low = column.x + EDGE * scale + width / 2;
  const high = column.x + column.width - EDGE * scale - width / 2;
  return low > high ? column.x + column.width / 2 : Math.min(high, Math.max(low, middle));
}
