import type { CredentialModel } from '#projections/models.ts';
import type { ArrowPlace } from './arrow-place.ts';
import { BOX, type BoxPlace } from './box-place.ts';
import type { ColumnFrame } from './layout.ts';
import { FONT, MONO_ADVANCE } from './text-place.ts';

/** Where a credential rests. Pixels. */
interface PacketPlace {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** Whether it is shown whole, or as a mark without words. */
  readonly whole: boolean;
  /** How far from its rest it sets out: negative is to the left. */
  readonly travel: number;
}

/** In units. It may reach that far beyond its arrow: nothing else stands at that height. */
const PACKET = { mark: 22, ticket: 30, field: 8, frame: 9, beyond: 60, head: 2 } as const;

/** Right before the arrow's head. It is shown whole on the current row, where there is room for it. */
export function placePacket(
  arrow: ArrowPlace,
  credential: CredentialModel,
  now: boolean,
  column: ColumnFrame,
  scale: number,
): PacketPlace {
  const way = Math.sign(arrow.x2 - arrow.x1) || 1;
  const restOf = (width: number): number => arrow.x2 - way * (width / 2 + PACKET.head * scale);
  const wide = packetWidth(credential) * scale;
  const fits = wide <= Math.abs(arrow.x2 - arrow.x1) + PACKET.beyond * scale;
  const inside = restOf(wide) - wide / 2 >= column.x && restOf(wide) + wide / 2 <= column.x + column.width;
  const whole = now && fits && inside;
  const width = whole ? wide : PACKET.mark * scale;
  return { x: restOf(width), y: arrow.y, whole, travel: arrow.x1 - restOf(width) };
}

/** As a mark in the box that keeps it. */
export function placeMark(box: BoxPlace, scale: number): PacketPlace {
  return { x: box.icon.x + (BOX.mark / 2) * scale, y: box.y + box.height / 2, whole: false, travel: 0 };
}

/** Units. What a `sm` ticket or pass takes. */
export function packetWidth(credential: CredentialModel): number {
  const character = FONT.sublabel * MONO_ADVANCE;
  if (credential.form === 'ticket') return (credential.short.length + 2) * character + PACKET.ticket;
  const letters = credential.fields.reduce((sum, { length }) => sum + length, 0);
  return letters * character + 3 * PACKET.field + PACKET.frame;
}
