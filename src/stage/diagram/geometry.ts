import type { CellModel, CredentialModel } from '#projections/models.ts';
import type { ColumnFrame, Frame } from './layout.ts';

/** Atkinson Hyperlegible Mono: every character is this many times the font size wide. */
export const MONO_ADVANCE = 0.632;
/** The sans, on average; nothing is placed by it that may not overlap a little. */
const SANS_ADVANCE = 0.52;
/** From the middle of a capital letter to its baseline. */
const HALF_CAPITAL = 0.334;

/** In units. Diagram text is never smaller than 12. */
export const FONT = { label: 13, sublabel: 12, gap: 13 } as const;
const BOX = { height: 26, padding: 9, icon: 14, mark: 22, gap: 6, aside: 12 } as const;
/** Kept free at either edge of a column. */
const EDGE = 6;
const ARROW = { lane: 4, head: 8 } as const;
/** A packet may reach this far beyond its arrow: nothing else stands at that height. */
const PACKET = { mark: 22, ticket: 30, field: 8, frame: 9, beyond: 60 } as const;

/** A line of text with the paper under it: lifelines and arrows never run through its letters. */
export interface TextPlace {
  readonly text: string;
  /** Its middle. */
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly patch: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface ArrowPlace {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** The three corners of the head. */
  readonly head: string;
  readonly label: TextPlace;
  readonly sublabel: TextPlace | null;
}

export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The top left corner of the act's icon, and its side; the credential's mark stands there instead if there is one. */
  readonly icon: { readonly x: number; readonly y: number; readonly size: number };
  /** Where the outcome's icon stands, if there is one. */
  readonly outcome: { readonly x: number; readonly y: number; readonly size: number } | null;
  readonly label: TextPlace;
  readonly sublabel: TextPlace | null;
  /** What does not happen here, beside the box; below it where there is no room. */
  readonly aside: TextPlace | null;
}

type Arrow = Extract<CellModel, { type: 'arrow' }>;
type Box = Extract<CellModel, { type: 'box' }>;

export function placeArrow(cell: Arrow, column: ColumnFrame, { scale, places }: Frame): ArrowPlace {
  const from = column.lanes[cell.from] ?? column.x;
  const to = column.lanes[cell.to] ?? column.x;
  const way = Math.sign(to - from) || 1;
  const x1 = from + way * ARROW.lane * scale;
  const x2 = to - way * ARROW.lane * scale;
  const middle = (x1 + x2) / 2;
  const back = x2 - way * ARROW.head * scale;
  const half = ARROW.head * 0.5 * scale;
  return {
    x1,
    x2: back,
    y: places.line,
    head: `${x2},${places.line} ${back},${places.line - half} ${back},${places.line + half}`,
    label: placeText(cell.label, middle, places.label, FONT.label, column, scale),
    sublabel:
      cell.sublabel === null ? null : placeText(cell.sublabel, middle, places.sublabel, FONT.sublabel, column, scale),
  };
}

export function placeBox(cell: Box, column: ColumnFrame, { scale, places }: Frame): BoxPlace {
  const outcomeRoom = cell.ok === null || cell.act === 'decide' ? 0 : BOX.icon + BOX.gap;
  const iconRoom = cell.credential ? BOX.mark : BOX.icon;
  const fixed = (2 * BOX.padding + iconRoom + BOX.gap + outcomeRoom) * scale;
  const room = column.width - 2 * EDGE * scale - fixed;
  const text = clip(cell.label, room, FONT.label * scale);
  const width = fixed + textWidth(text, FONT.label * scale);
  const asideWidth = cell.aside === null ? 0 : sansWidth(cell.aside, FONT.gap * scale) + BOX.aside * scale;
  const beside = asideWidth > 0 && width + asideWidth <= column.width - 2 * EDGE * scale;
  const lane = column.lanes[cell.lane] ?? column.x;
  const x =
    keepInside(lane + (beside ? asideWidth / 2 : 0), beside ? width + asideWidth : width, column, scale) -
    (beside ? width + asideWidth : width) / 2;
  const middle = x + width / 2;
  const y = places.line - (BOX.height / 2) * scale;
  const size = BOX.icon * scale;
  const iconY = places.line - size / 2;
  const labelLeft = x + (BOX.padding + iconRoom + BOX.gap) * scale;
  const labelMiddle = labelLeft + textWidth(text, FONT.label * scale) / 2;
  const below = beside ? cell.sublabel : joined(cell.sublabel, cell.aside);
  return {
    x,
    y,
    width,
    height: BOX.height * scale,
    icon: { x: x + BOX.padding * scale, y: iconY, size },
    outcome: outcomeRoom ? { x: x + width - BOX.padding * scale - size, y: iconY, size } : null,
    label: textAt(text, labelMiddle, places.line, FONT.label * scale),
    sublabel: below === null ? null : placeText(below, middle, places.sublabel, FONT.sublabel, column, scale),
    aside:
      beside && cell.aside !== null
        ? textAt(
            cell.aside,
            x + width + (asideWidth + BOX.aside * scale) / 2,
            places.line,
            FONT.gap * scale,
            asideWidth - BOX.aside * scale,
          )
        : null,
  };
}

function joined(one: string | null, other: string | null): string | null {
  return one !== null && other !== null ? `${one} · ${other}` : (one ?? other);
}

/** A gap's words, in the middle of the column. */
export function placeGap(label: string, column: ColumnFrame, { scale, places }: Frame): TextPlace {
  const size = FONT.gap * scale;
  const text = label.slice(0, Math.max(1, Math.floor((column.width - 2 * EDGE * scale) / (size * SANS_ADVANCE))));
  const width = sansWidth(text, size);
  return textAt(text, keepInside(column.x + column.width / 2, width, column, scale), places.line, size, width);
}

export interface PacketPlace {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** Whether it is shown whole, or as a mark without words. */
  readonly whole: boolean;
  /** How far from its rest it sets out: negative is to the left. */
  readonly travel: number;
}

/** Where the credential rests: right before the arrow's head. It is shown whole on the current row where the arrow is long enough. */
export function placePacket(
  arrow: ArrowPlace,
  credential: CredentialModel,
  now: boolean,
  column: ColumnFrame,
  scale: number,
): PacketPlace {
  const way = Math.sign(arrow.x2 - arrow.x1) || 1;
  const restOf = (width: number): number => arrow.x2 - way * (width / 2 + 2 * scale);
  const wide = packetWidth(credential) * scale;
  const fits = wide <= Math.abs(arrow.x2 - arrow.x1) + PACKET.beyond * scale;
  const whole = now && fits && keepInside(restOf(wide), wide, column, scale) === restOf(wide);
  const width = whole ? wide : PACKET.mark * scale;
  return { x: restOf(width), y: arrow.y, whole, travel: arrow.x1 + (way * width) / 2 - restOf(width) };
}

/** Where the mark of the credential stands in a box. */
export function placeMark(box: BoxPlace, scale: number): PacketPlace {
  return { x: box.icon.x + (BOX.mark / 2) * scale, y: box.y + box.height / 2, whole: false, travel: 0 };
}

/** Units. What a `sm` ticket or pass takes, its text in 12 px mono. */
export function packetWidth(credential: CredentialModel): number {
  const character = 12 * MONO_ADVANCE;
  if (credential.form === 'ticket') return (credential.short.length + 2) * character + PACKET.ticket;
  const letters = credential.fields.reduce((sum, { length }) => sum + length, 0);
  return letters * character + 3 * PACKET.field + PACKET.frame;
}

function placeText(
  text: string,
  middle: number,
  y: number,
  units: number,
  column: ColumnFrame,
  scale: number,
): TextPlace {
  const shown = clip(text, column.width - 8 * scale, units * scale);
  const width = textWidth(shown, units * scale) + 6 * scale;
  return textAt(shown, keepInside(middle, width, column, scale), y, units * scale);
}

function textAt(text: string, x: number, middle: number, size: number, wide = textWidth(text, size)): TextPlace {
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

function textWidth(text: string, size: number): number {
  return text.length * size * MONO_ADVANCE;
}

function sansWidth(text: string, size: number): number {
  return text.length * size * SANS_ADVANCE;
}

/** As many characters as fit; the last of them an ellipsis where some do not. */
function clip(text: string, room: number, size: number): string {
  const most = Math.max(1, Math.floor(room / (size * MONO_ADVANCE)));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function keepInside(middle: number, width: number, column: ColumnFrame, scale: number): number {
  const low = column.x + EDGE * scale + width / 2;
  const high = column.x + column.width - EDGE * scale - width / 2;
  return low > high ? column.x + column.width / 2 : Math.min(high, Math.max(low, middle));
}
